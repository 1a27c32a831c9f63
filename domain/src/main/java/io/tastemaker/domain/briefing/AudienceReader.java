package io.tastemaker.domain.briefing;

import java.util.Optional;
import java.util.Set;

/** Whom a campaign should reach, when the people themselves are named: "women 25-40", "young families". */
final class AudienceReader {

    private final Sheet sheet;
    private final Optional<BriefTopic> asked;
    private final TextBounds bounds;
    private final boolean within;

    /**
     * Looks at a message.
     *
     * @param sheet the message
     * @param asked which question it may answer
     * @param bounds where texts end
     * @param within whether the words of a goal are looked at as well
     */
    AudienceReader(Sheet sheet, Optional<BriefTopic> asked, TextBounds bounds, boolean within) {
        this.within = within;
        this.sheet = sheet;
        this.asked = asked;
        this.bounds = bounds;
    }

    /** Ticks off whom the message names. */
    Optional<String> read() {
        for (int i = 0; i < sheet.size(); i++) {
            if (!sheet.isFree(i) || !isPerson(i) || isPossessive(i) || TextWords.ANYBODY.contains(sheet.at(i).word()) && !isDescribed(i)) {
                continue;
            }
            int start = i;
            while (start > sheet.sentenceStart(i) && sheet.isFree(start - 1) && sheet.at(start - 1).is(Token.Kind.WORD)
                    && (isDescription(start - 1) || start < i && isJoint(start - 1) && sheet.isFree(start - 2) && isDescription(start - 2))) {
                start--;
            }
            int end = i + 1;
            while (end < sheet.sentenceEnd(i) && sheet.isFree(end) && isDescribing(end)) {
                end++;
            }
            end = ages(end);
            start = described(start);
            int rest = end;
            while (rest < sheet.sentenceEnd(i) && sheet.isFree(rest) && Set.of("who", "that", "interested", "into", "que", "die", "qui", "che",
                    "interesados", "interesadas", "interessados", "interessadas", "interessate", "interessati", "interessieren", "interessees", "interesses",
                    "passionate", "and", "y", "e", "und", "et", "looking").contains(sheet.near(rest).word())
                    && (rest > end || !Set.of("and", "y", "e", "und", "et").contains(sheet.near(rest).word()) || isPerson(rest + 1) || isPerson(rest + 2)
                            || Set.of("who", "interested").contains(sheet.near(rest).word()))) {
                Stretch cut = bounds.cut(BriefTopic.AUDIENCE, rest, sheet.sentenceEnd(i));
                rest = Math.max(cut.end(), rest + 1);
                end = cut.end() > end ? cut.end() : end;
                break;
            }
            end = accompanied(end);
            if (Cues.CREATORS.has(sheet.near(end).word()) || Cues.CREATORS.has(sheet.near(i).word())
                    && !sheet.near(start - 1).word().matches("for|para|fur|pour|per|reach") && end == i + 1 && start == i || sheet.at(i).is("fans")
                    || sheet.at(i).is("year") || sheet.at(i).is("z") && !Set.of("gen", "generation", "generacion", "geracao",
                    "generazione").contains(sheet.near(i - 1).word())) {
                continue;
            }
            end = ages(end);
            String text = sheet.said(start, end);
            if (!text.isBlank() && isCreator(i)) {
                continue;
            }
            sheet.take(start, end, BriefTopic.AUDIENCE);
            return Optional.of(text);
        }
        return agesAlone();
    }

    /** "more awareness among women 25-40": the people in a goal are whom it should reach. */
    Optional<String> withinGoal() {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.taken(i) != BriefTopic.GOAL || !isPerson(i) || TextWords.ANYBODY.contains(sheet.at(i).word()) && !isDescription(i - 1)
                    || isCreator(i) || isPossessive(i)) {
                continue;
            }
            int start = i;
            while (start > 0 && isOpen(start - 1) && sheet.at(start - 1).is(Token.Kind.WORD) && isDescription(start - 1)) {
                start--;
            }
            boolean led = Set.of("among", "amongst", "with", "to", "for", "bei", "unter", "fur", "entre", "para", "chez", "aupres", "parmi", "pour", "tra",
                    "presso",
                    "per", "de", "des", "les").contains(sheet.near(start - 1).word());
            if (led) {
                int end = i + 1;
                while (isOpen(end) && isDescribing(end)) {
                    end++;
                }
                return Optional.of(sheet.said(start, ages(end)));
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int i) {
        return sheet.isFree(i) || within && sheet.taken(i) == BriefTopic.GOAL;
    }

    /** "familias com criancas", "women with curly hair" */
    private int accompanied(int from) {
        if (!Set.of("with", "con", "com", "mit", "avec", "without", "sin", "sem", "ohne", "sans", "senza").contains(sheet.near(from).word())) {
            return from;
        }
        int end = from + 1;
        while (end < from + 4 && end < sheet.size() && sheet.isFree(end) && sheet.at(end).is(Token.Kind.WORD) && !Cues.CREATORS.has(sheet.at(end).word())
                && !Cues.FOLLOWERS.has(sheet.at(end).word()) && !Cues.BUDGET.has(sheet.at(end).word()) && Modes.label(sheet, end).isEmpty()
                && !TextWords.TRIMMED.contains(sheet.at(end).word())) {
            end++;
        }
        boolean number = sheet.near(end).is(Token.Kind.NUMBER) || sheet.near(end).is(Token.Kind.MONEY) || end < sheet.size() && !sheet.isFree(end)
                && sheet.taken(end) != BriefTopic.PLACES && sheet.taken(end) != BriefTopic.PLATFORMS;
        return end == from + 1 || number || Cues.CREATORS.has(sheet.near(end).word()) || Cues.FOLLOWERS.has(sheet.near(end).word()) ? from : end;
    }

    private boolean isJoint(int i) {
        return i > 0 && Set.of("and", "or", "y", "e", "und", "et", "o", "ou", "oder").contains(sheet.at(i).word());
    }

    /** "children's books" */
    private boolean isPossessive(int i) {
        return sheet.near(i + 1).is("s") && sheet.near(i + 1).start() == sheet.at(i).end() + 1
                && !Character.isWhitespace(sheet.text().charAt(sheet.at(i).end()));
    }

    /** "people" alone may as well be creators. */
    private boolean isDescribed(int i) {
        return i > 0 && sheet.at(i - 1).is(Token.Kind.WORD) && isDescription(i - 1) || ages(i + 1) > i + 1
                || Set.of("for", "reach", "para", "fur", "pour", "per").contains(sheet.near(i - 1).word());
    }

    /** "mom influencers", "female creators" are creators. */
    private boolean isCreator(int i) {
        return Cues.CREATORS.has(sheet.near(i + 1).word()) || sheet.near(i + 1).word().endsWith("influencer");
    }

    private boolean isPerson(int i) {
        return isPerson(sheet, i);
    }

    static boolean isPerson(Sheet sheet, int i) {
        return sheet.near(i).is(Token.Kind.WORD) && TextWords.PEOPLE.contains(sheet.near(i).word()) || Set.of("genz").contains(sheet.near(i).word())
                || isAgent(sheet, i);
    }

    /** "for climbers", "for dentists": those who do something, behind "for" only, since things have such names as well. */
    private static boolean isAgent(Sheet sheet, int i) {
        String word = sheet.near(i).word();
        boolean agent = word.matches("\\p{L}{3,}(?:ers|ors|ists|ians|istas|adores|adoras|isti|istes|innen)") && !TextWords.THINGS.contains(word)
                && !Cues.CREATORS.has(word) && !Cues.CREATORS.has(sheet.near(i + 1).word());
        for (int at = i - 1; agent && at >= i - 3 && sheet.near(at).is(Token.Kind.WORD); at--) {
            if (Set.of("for", "para", "fur", "fuer", "pour", "per").contains(sheet.near(at).word())) {
                return true;
            }
        }
        return false;
    }

    private boolean isDescription(int i) {
        String word = sheet.at(i).word();
        return Set.of("young", "busy", "working", "new", "older", "urban", "modern", "active", "health", "conscious", "eco", "style", "savvy", "adult",
                "gen", "generation", "single", "stay", "at", "home", "college", "university", "high", "school", "first", "time", "expecting", "pregnant",
                "professional", "middle", "aged", "affluent", "budget", "fitness", "beauty", "outdoor", "tech", "plant", "dog", "cat", "pet", "coffee",
                "tea", "wine", "fashion", "book", "music", "travel", "food", "sneaker", "car", "bike", "small", "business", "luxury", "rich", "male",
                "female", "jovenes", "jungen", "junge", "jeunes", "giovani", "generacion", "generazione", "geracao", "berufstatige", "moderne", "futuras",
                "novas", "nuevas", "neue", "werdende", "futures", "hobby", "amateur", "serious", "casual", "hardcore", "curious", "environmentally",
                "minded", "latina", "black", "asian", "and", "trendy", "sporty", "environment", "skincare", "price", "sensitive", "hip", "mobile", "elderly",
                "suburban", "rural", "retired", "independent", "creative", "ambitious", "recent", "jewelry", "gym", "yoga", "plus", "size").contains(word)
                && !word.equals("and");
    }

    /** "mujeres jovenes": in the Romance languages what describes people stands behind them. */
    private boolean isDescribing(int i) {
        return Set.of("jovenes", "jovens", "giovani", "jeunes", "adultas", "adultos", "adultes", "adulte", "activas", "activos", "ativas", "ativos", "actives",
                "actifs", "attive", "attivi", "modernas", "modernos", "mayores", "maduras", "trabajadoras", "trabalhadoras", "embarazadas", "gravidas",
                "enceintes", "incinta", "primerizas", "primerizos", "urbanas", "urbanos", "urbains", "profesionales", "profissionais", "actuelles", "sportives",
                "sportive", "sportivi", "sportifs", "universitarios", "universitarias", "universitari", "deportistas", "conscientes", "veganas", "veganos",
                "ocupadas", "ocupados", "occupes", "occupees", "impegnate", "impegnati", "pressees", "presses", "latinas", "latinos",
                "principiantes").contains(sheet.at(i).word());
    }

    /** "for brave women": all that stands between "for" and the people describes them. */
    private int described(int start) {
        for (int i = start - 1; i >= start - 3 && i >= sheet.sentenceStart(start) && sheet.isFree(i) && sheet.at(i).is(Token.Kind.WORD); i--) {
            String word = sheet.at(i).word();
            if (Set.of("for", "para", "fur", "fuer", "pour", "per").contains(word)) {
                int first = i + 1;
                while (first < start && (TextWords.LEADING.contains(sheet.at(first).word()) || TextWords.OWNED.contains(sheet.at(first).word()))) {
                    first++;
                }
                return first;
            }
            if (Cues.CREATORS.has(word) || Set.of("and", "y", "e", "und", "et", "of", "de", "in", "campaign", "campana", "kampagne").contains(word)) {
                return start;
            }
        }
        return start;
    }

    /** An age span behind people: "18-35", "aged 25 to 40", "over 50", "between 20 and 30 years old". */
    private int ages(int from) {
        int i = from;
        while (Set.of("group", "to", "range", "is", "should", "be", ":", "auf", "aged", "age", "ages", "between", "from", "of", "de", "entre", "zwischen",
                "von", "a",
                "over", "under", "above", "the", "(", ",",
                "edad", "im", "alter", "tra", "dai", "los", "os", "ab", "uber", "unter", "mas", "mais", "in", "their", "early", "late", "ans", "i", "y", "e",
                "around", "plus", "mid", "en", "con", "com", "idade", "eta", "ages:").contains(sheet.near(i).word()) && i < from + 4) {
            i++;
        }
        if (sheet.isFree(i) && Set.of("teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies").contains(sheet.near(i).word())
                && i > from) {
            return i + 1;
        }
        if (!isAge(i)) {
            return from;
        }
        i++;
        while (i < sheet.size() && (isAge(i) || Set.of("-", "\u2013", "\u2014", "to", "a", "bis", "and", "y", "e", "und", "et", "\u00e0", "ai", "s", "+",
                "years", "year", "old", "olds", "anos", "ans", "jahre", "jahren", "anni", "yo", "yrs", "of", "age", ")", "os", "los", "i",
                "alt").contains(sheet.near(i).word()))) {
            boolean joint = Set.of("and", "y", "e", "und", "et", "a", "to", "bis", "of", "os", "los", "i", "ai", "\u00e0", "-", "\u2013",
                    "\u2014").contains(sheet.near(i).word());
            if (joint && !isAge(i + 1) && !(Set.of("of", "os", "los", "a", "i").contains(sheet.near(i).word()) && (isAge(i + 1)
                    || sheet.near(i + 1).is("age")))) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isAge(int i) {
        return sheet.near(i).is(Token.Kind.NUMBER) && isOpen(i) && sheet.near(i).word().matches("\\d{2}");
    }

    private Optional<String> agesAlone() {
        for (int i = 0; i < sheet.size(); i++) {
            boolean led = Set.of("aged", "age", "ages", "edad", "edades", "alter", "eta", "idade").contains(sheet.at(i).word());
            boolean span = isAge(i) && Set.of("-", "\u2013", "to", "a", "bis").contains(sheet.near(i + 1).word()) && isAge(i + 2)
                    && (asked.filter(topic -> topic == BriefTopic.AUDIENCE).isPresent() || Set.of("year", "years", "yo", "anos", "ans", "jahre",
                    "anni").contains(sheet.near(i + 3).word()));
            if (sheet.isFree(i) && (led && ages(i + 1) > i + 1 || span)) {
                int end = led ? ages(i + 1) : ages(i);
                String text = sheet.said(i, end);
                sheet.take(i, end, BriefTopic.AUDIENCE);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
