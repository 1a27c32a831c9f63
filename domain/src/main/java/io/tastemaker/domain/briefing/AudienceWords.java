package io.tastemaker.domain.briefing;

import java.util.Set;

/** Words around people whom a campaign should reach, in six languages. */
final class AudienceWords {

    /** What may lead on from people to what they care for. */
    static final Set<String> LEADING_ON = Set.of("who", "that", "interested", "into", "que", "die", "qui", "che", "interesados",
            "interesadas", "interessados", "interessadas", "interessate", "interessati", "interessieren", "interessees", "interesses",
            "passionate", "and", "y", "e", "und", "et", "looking");

    static final Set<String> AND = Set.of("and", "y", "e", "und", "et");

    /** "gen z" */
    static final Set<String> GENERATION = Set.of("gen", "generation", "generacion", "geracao", "generazione");

    /** What stands before people whom a goal is about. */
    static final Set<String> AMONG = Set.of("among", "amongst", "with", "to", "for", "bei", "unter", "fur", "entre", "para", "chez",
            "aupres", "parmi", "pour", "tra", "presso", "per", "de", "des", "les");

    static final Set<String> WITH_OR_WITHOUT = Set.of("with", "con", "com", "mit", "avec", "without", "sin", "sem", "ohne", "sans",
            "senza");

    /** Between two descriptions. */
    static final Set<String> JOINTS = Set.of("and", "or", "y", "e", "und", "et", "o", "ou", "oder");

    /** Before people that somebody is to reach. */
    static final Set<String> TOWARDS = Set.of("for", "reach", "para", "fur", "pour", "per");

    static final Set<String> FOR = Set.of("for", "para", "fur", "fuer", "pour", "per");

    /** What stands before people and describes them. */
    static final Set<String> DESCRIPTIONS = Set.of("young", "busy", "working", "new", "older", "urban", "modern", "active", "health",
            "conscious", "eco", "style", "savvy", "adult", "gen", "generation", "single", "stay", "at", "home", "college", "university",
            "high", "school", "first", "time", "expecting", "pregnant", "professional", "middle", "aged", "affluent", "budget", "fitness",
            "beauty", "outdoor", "tech", "plant", "dog", "cat", "pet", "coffee", "tea", "wine", "fashion", "book", "music", "travel",
            "food", "sneaker", "car", "bike", "small", "business", "luxury", "rich", "male", "female", "jovenes", "jungen", "junge",
            "jeunes", "giovani", "generacion", "generazione", "geracao", "berufstatige", "moderne", "futuras", "novas", "nuevas", "neue",
            "werdende", "futures", "hobby", "amateur", "serious", "casual", "hardcore", "curious", "environmentally", "minded", "latina",
            "black", "asian", "trendy", "sporty", "environment", "skincare", "price", "sensitive", "hip", "mobile", "elderly", "suburban",
            "rural", "retired", "independent", "creative", "ambitious", "recent", "jewelry", "gym", "yoga", "plus", "size");

    /** In the Romance languages what describes people stands behind them. */
    static final Set<String> DESCRIBING = Set.of("jovenes", "jovens", "giovani", "jeunes", "adultas", "adultos", "adultes", "adulte",
            "activas", "activos", "ativas", "ativos", "actives", "actifs", "attive", "attivi", "modernas", "modernos", "mayores", "maduras",
            "trabajadoras", "trabalhadoras", "embarazadas", "gravidas", "enceintes", "incinta", "primerizas", "primerizos", "urbanas",
            "urbanos", "urbains", "profesionales", "profissionais", "actuelles", "sportives", "sportive", "sportivi", "sportifs",
            "universitarios", "universitarias", "universitari", "deportistas", "conscientes", "veganas", "veganos", "ocupadas", "ocupados",
            "occupes", "occupees", "impegnate", "impegnati", "pressees", "presses", "latinas", "latinos", "principiantes");

    /** What stands between "for" and people only when it is not them that "for" belongs to. */
    static final Set<String> DIVIDING = Set.of("and", "y", "e", "und", "et", "of", "de", "in", "campaign", "campana", "kampagne");

    /** What may stand between people and their ages. */
    static final Set<String> BEFORE_AGES = Set.of("group", "to", "range", "is", "should", "be", ":", "auf", "aged", "age", "ages",
            "between", "from", "of", "de", "entre", "zwischen", "von", "a", "over", "under", "above", "the", "(", ",", "edad", "im",
            "alter", "tra", "dai", "los", "os", "ab", "uber", "unter", "mas", "mais", "in", "their", "early", "late", "ans", "i", "y", "e",
            "around", "plus", "mid", "en", "con", "com", "idade", "eta", "ages:");

    /** "in their early thirties" */
    static final Set<String> DECADES = Set.of("teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies");

    /** What a span of ages is made of besides numbers. */
    static final Set<String> WITHIN_AGES = Set.of("-", "\u2013", "\u2014", "to", "a", "bis", "and", "y", "e", "und", "et", "\u00e0", "ai",
            "s", "+", "years", "year", "old", "olds", "anos", "ans", "jahre", "jahren", "anni", "yo", "yrs", "of", "age", ")", "os", "los",
            "i", "alt");

    /** Of these, those that go on only when an age follows. */
    static final Set<String> AGE_JOINTS = Set.of("and", "y", "e", "und", "et", "a", "to", "bis", "of", "os", "los", "i", "ai", "\u00e0",
            "-", "\u2013", "\u2014");

    /** Of these, those that "age" may follow as well. */
    static final Set<String> OF_AGE = Set.of("of", "os", "los", "a", "i");

    /** What leads ages that stand alone. */
    static final Set<String> AGED = Set.of("aged", "age", "ages", "edad", "edades", "alter", "eta", "idade");

    /** Between the ends of a span. */
    static final Set<String> TO = Set.of("-", "\u2013", "to", "a", "bis");

    static final Set<String> YEARS = Set.of("year", "years", "yo", "anos", "ans", "jahre", "anni");

    private AudienceWords() {}
}
