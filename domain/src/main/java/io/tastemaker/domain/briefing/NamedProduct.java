package io.tastemaker.domain.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A product that is only named, without a verb or a label: "Vegan skin care for women", "Yoga mats, Spain, 3k EUR".
 *
 * <p>It is a phrase of nouns that begins a message, or the one piece of a list that nothing else explains. A phrase that holds a verb, or a
 * word for creators, money or a setting of the campaign, is none; neither is one whose noun says what a campaign is to achieve ("customer
 * loyalty", "more bookings"), nor a list of categories ("beauty and fashion", "luxury travel").
 */
final class NamedProduct {

    private static final int MOST_WORDS = 9;

    /** Words of a sentence: pronouns, verbs that help others, questions. A phrase of nouns has none. */
    private static final Set<String> SENTENCE = Set.of("we", "i", "you", "they", "he", "she", "it", "this", "these", "those", "is", "are", "was", "were",
            "be", "am", "do", "does", "did", "don", "doesn", "have", "has", "had", "will", "would", "should", "could", "must", "need", "needs", "want",
            "wants", "think", "know", "help", "like", "hope", "guess", "who", "what", "when", "where", "why", "how", "which", "there", "here", "if",
            "because", "me", "us", "let", "please", "can", "cannot", "exceed", "son", "sells", "sell", "makes", "make", "produces", "offers", "vende",
            "venden", "vendem", "verkauft", "vend", "looks", "client", "maybe", "actually", "thanks", "sorry", "then", "looking", "searching", "es",
            "esta", "estan", "soy", "somos", "tengo", "tenemos", "hay", "quiero", "queremos", "quisiera", "necesito", "necesitamos", "podemos", "puede",
            "pueden", "buscamos", "busco", "como", "cuando", "donde", "porque", "yo", "nosotros", "gracias", "sao", "temos", "tenho", "preciso",
            "precisamos", "voce", "voces", "quero", "eu", "nos", "obrigado", "est", "sont", "j", "ai", "avons", "nous", "vous", "je", "ils", "elle",
            "cherchons", "voudrais", "voulons", "merci", "ist", "sind", "war", "haben", "hat", "wir", "ich", "sie", "ihr", "kann", "konnen", "soll",
            "sollen", "muss", "mussen", "wollen", "mochten", "brauchen", "suchen", "suche", "bitte", "danke", "sono", "siamo", "abbiamo", "ho", "voglio",
            "vogliamo", "cerchiamo", "grazie", "campaign", "campana", "campanha", "kampagne", "campagne", "campagna", "collab", "collaboration",
            "collaborations", "brief", "question", "test", "favor", "favour", "idea", "thing", "moment", "minute", "chat", "human", "person",
            "urgent", "deadline", "asap", "details", "project", "sure", "undecided", "flexible", "ignore", "post", "posts", "reels", "videos", "content",
            "ugc", "launch", "start", "starting", "etc", "agency", "yes", "yeah", "nope", "whatever", "anything", "everything", "nothing", "something",
            "que", "quien", "wer", "wie", "chi", "cosa", "quoi", "qui", "any", "some", "preferably", "ideally", "mostly", "roughly", "around", "only",
            "just");

    /** What a campaign achieves: nouns that end a phrase of English or German, or begin one of the Romance languages. */
    private static final Set<String> ACHIEVED = Set.of("growth", "acquisition", "awareness", "loyalty", "retention", "launch", "relaunch", "recognition",
            "reputation", "trust", "credibility", "image", "buzz", "hype", "bookings", "booking", "reservations", "registrations", "registration",
            "signups", "ups", "orders", "visitors", "visits", "visitor", "footfall", "members", "memberships", "customers", "clients", "users",
            "donations", "applications", "applicants", "recruiting", "recruitment", "hiring", "community", "expansion", "entry", "promotion", "exposure",
            "presence", "conversions", "sales", "revenue", "turnover", "downloads", "installs", "leads", "traffic", "engagement", "views", "reach",
            "attendance", "attendees", "opening", "success", "positioning", "education", "fame", "publicity", "attention", "interest", "demand",
            "feedback", "testimonials", "profit", "subscribers", "subscriptions", "visibility", "followers", "love", "affinity", "consideration",
            "advocacy", "increase", "participation", "turnout", "purchases", "enquiries", "inquiries", "share", "fans", "mentions", "impressions",
            "clicks", "crecimiento", "fidelizacion", "lanzamiento", "captacion", "reconocimiento", "reservas", "registros", "clientes", "pedidos",
            "visitas", "difusion", "aumento", "posicionamiento", "notoriedad", "visibilidad", "ventas", "descargas", "inscripciones", "apertura",
            "promocion", "donaciones", "suscripciones", "confianza", "credibilidad", "alcance", "participacion", "suscriptores", "crescimento",
            "fidelizacao", "lancamento", "captacao", "reconhecimento", "cadastros", "divulgacao", "posicionamento", "expansao", "vendas", "inscricoes",
            "abertura", "promocao", "doacoes", "assinaturas", "confianca", "visibilidade", "croissance", "fidelisation", "lancement", "notoriete",
            "inscriptions", "augmentation", "commandes", "visites", "visibilite", "ventes", "telechargements", "ouverture", "dons", "abonnements",
            "confiance", "credibilite", "recrutement", "trafic", "crescita", "fidelizzazione", "lancio", "acquisizione", "riconoscibilita", "prenotazioni",
            "iscrizioni", "ordini", "visite", "visibilita", "vendite", "promozione", "donazioni", "abbonamenti", "fiducia", "credibilita", "iscritti",
            "notorieta", "wachstum", "buchungen", "anmeldungen", "bestellungen", "besucher", "mitglieder", "einfuhrung", "eroffnung", "neukunden",
            "kunden", "umsatz", "verkaufe", "bekanntheit", "sichtbarkeit", "vertrauen", "reichweite", "spenden", "bewerbungen", "bewerber",
            "aufmerksamkeit", "abos", "registrierungen", "reservierungen", "erfolg", "absatz", "nachfrage");

    /** The second half of a German noun for what a campaign achieves: "Kundenbindung". */
    private static final Set<String> GERMAN_TAILS = Set.of("bindung", "gewinnung", "steigerung", "einfuhrung", "eroffnung", "bekanntheit", "wachstum",
            "umsatz", "verkaufe", "zahlen", "werbung");

    /** Verbs that begin a goal besides those that promote or sell. */
    private static final Set<String> VERBS = Set.of("reach", "tell", "inform", "convince", "find", "help", "encourage", "inspire", "recruit", "fill", "clear",
            "engage", "turn", "become", "give", "keep", "teach", "share", "support", "connect", "understand", "explain", "prove", "demonstrate", "highlight",
            "expand", "enter", "getting", "reaching", "making", "finding", "recruiting", "becoming", "being", "entering", "expanding", "convincing",
            "engaging", "creating", "telling", "showing", "educating", "informing", "attracting", "winning", "gaining", "improving", "strengthening",
            "connecting", "positioning", "filling", "selling", "bringing", "have", "make", "drive", "raise", "more", "mehr", "mas", "mais", "plus", "piu",
            "less",
            "better", "higher", "bigger", "bessere", "mejor", "meilleure", "faire", "fare", "hacer", "fazer", "dar", "que");

    /** Categories that are no goods: where one of them is the noun of a phrase, the phrase says what creators publish about. */
    private static final Set<String> NICHES = Set.of("fashion", "beauty", "travel", "fitness", "gaming", "lifestyle", "music", "sports", "sport", "tech",
            "technology", "photography", "comedy", "parenting", "cooking", "finance", "education", "wellness", "health", "nature", "entertainment", "outdoor",
            "outdoors", "moda", "viajes", "viagens", "belleza", "beleza", "mode", "voyage", "voyages", "beaute", "bellezza", "viaggi", "deportes", "esportes",
            "tecnologia", "cocina", "culinaria", "cuisine", "cucina", "reisen", "musik", "musica", "musique", "gesundheit", "familie", "familia", "famille",
            "famiglia", "family", "diy", "vlogs", "humor", "marketing", "business");

    private static final Set<String> GREETINGS = Set.of("hi", "hello", "hey", "hola", "oi", "ola", "hallo", "bonjour", "salut", "ciao", "buongiorno", "moin",
            "servus", "there", "it", "s", "e", "c", "es", "so", "ok", "okay", "well");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "un", "una", "um", "uma", "une", "ein", "eine", "einen", "el", "la", "le", "les",
            "los", "las", "os", "as", "des", "du",
            "der", "die",
            "das", "il", "o", "l");

    private static final Set<String> PREPOSITIONS = Set.of("of", "for", "in", "to", "with", "on", "at", "from", "among", "by", "fur", "von", "mit", "im", "bei",
            "unter", "auf", "para", "pour", "per");

    private static final Set<String> TO_PEOPLE = Set.of("for", "para", "fur", "fuer", "pour", "per");

    private static final Set<String> BORDERS = Set.of(",", "-", "\u2013", "\u2014", "|", "\u2022", "\u00b7", "/", "+", "*", "(", ")", "\u2192");

    /** Words that lead from what is sold to where, when or for whom. */
    private static final Set<String> LEADS = Set.of("for", "in", "from", "on", "at", "with", "para", "en", "desde", "em", "no", "na", "nos", "nas", "fur",
            "fuer",
            "aus", "auf", "mit", "im", "pour", "sur", "dans", "au", "aux", "per", "su", "dal", "dalla", "con", "com", "made", "via", "across", "targeting", "(",
            "de", "di", "do", "da", "and", "y", "e", "und", "et");

    /** Words that begin a sentence, or speak of what was said before; no product begins with one. */
    private static final Set<String> OPENINGS = Set.of("about", "that", "one", "all", "anyway", "finally", "basically", "also", "first", "firstly", "second",
            "secondly", "somewhere", "sometime", "wrong", "write", "call", "mail", "leave", "lower", "raise", "increase", "decrease", "reduce", "push",
            "move", "extend", "shorten", "set", "put", "go", "take", "keep", "lose", "finish", "end", "ends", "begin", "wait", "oops", "nah", "and", "or",
            "but", "otherwise", "instead", "rather", "better", "now", "again", "y", "o", "pero", "entonces", "und", "oder", "aber", "dann", "et", "ou",
            "mais", "donc", "e", "ma", "allora", "quindi", "em", "in", "en", "na", "no", "a", "alles", "alle", "todo", "todos", "todas", "tudo", "tout",
            "tous", "tutto", "tutti", "sube", "subir", "baja", "bajar", "pon", "poner", "mete", "coloca", "aumenta", "mettez", "mets", "passe", "passez",
            "augmente", "reduis", "metti", "alza", "abbassa", "porta", "setze", "erhohe", "senke", "verschiebe", "nimm", "gib", "total", "overall",
            "everyone", "everybody");

    private final Sheet sheet;
    private final boolean afterGoal;
    private final boolean opening;

    /**
     * Looks at a message.
     *
     * @param sheet what is ticked off already: days, money, followers, platforms, places, and people
     * @param afterGoal whether the goal is known, so that a noun for what is achieved may as well be sold
     * @param opening whether nothing is known yet, so that the message cannot correct anything
     */
    NamedProduct(Sheet sheet, boolean afterGoal, boolean opening) {
        this.sheet = sheet;
        this.afterGoal = afterGoal;
        this.opening = opening;
    }

    /** The phrase that names the product. */
    Optional<Stretch> find() {
        List<Stretch> pieces = pieces();
        List<Stretch> named = new ArrayList<>();
        boolean first = true;
        boolean explained = true;
        for (Stretch piece : pieces) {
            Optional<Stretch> name = name(piece);
            if (name.isPresent() && first && (words(name.get()) > 1 || pieces.stream().noneMatch(this::isSentence))) {
                return name;
            }
            name.ifPresent(named::add);
            explained &= name.isPresent() || isExplained(piece);
            first &= isIdle(piece);
        }
        return named.size() == 1 && explained ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** Whether a phrase that names a product begins at a piece: "actually it's vegan hair care for men". */
    boolean isNamed(int from) {
        int end = from;
        while (end < sheet.size() && !isBorder(end)) {
            end++;
        }
        return from < end && name(new Stretch(from, end)).isPresent();
    }

    /** The pieces of the list that a message is. */
    private List<Stretch> pieces() {
        List<Stretch> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= sheet.size(); i++) {
            if (i == sheet.size() || isBorder(i)) {
                if (i > start) {
                    pieces.add(new Stretch(start, i));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    private boolean isBorder(int i) {
        Token token = sheet.at(i);
        boolean apposition = token.is(",") && ARTICLES.contains(sheet.near(i + 1).word()) && sheet.isFree(i + 1);
        return token.is(Token.Kind.BREAK) || token.is(Token.Kind.SIGN) && BORDERS.contains(token.word()) && !apposition;
    }

    private boolean isIdle(Stretch piece) {
        for (int i = piece.start(); i < piece.end(); i++) {
            if (!sheet.isIgnored(i) && (!sheet.isFree(i) || sheet.at(i).is(Token.Kind.WORD) && !TextWords.IDLE.contains(sheet.at(i).word()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether something of a piece was understood, or could be as a category. */
    private boolean isExplained(Stretch piece) {
        for (int i = piece.start(); i < piece.end(); i++) {
            if (!sheet.isFree(i)) {
                return true;
            }
        }
        return isIdle(piece) || CategoryWords.areNamed(sheet, piece.start(), piece.end());
    }

    private boolean isSentence(Stretch piece) {
        return IntStream.range(piece.start(), piece.end()).anyMatch(i -> sheet.isFree(i) && SENTENCE.contains(sheet.at(i).word()));
    }

    private Optional<Stretch> name(Stretch piece) {
        int start = piece.start();
        while (start < piece.end() && (TextWords.OWNED.contains(sheet.at(start).word()) || GREETINGS.contains(sheet.at(start).word())
                || sheet.at(start).is(Token.Kind.SIGN))) {
            start++;
        }
        int end = start;
        while (end < piece.end() && sheet.isFree(end) && !isForPeople(end)) {
            end++;
        }
        Stretch name = TextBounds.trimmed(sheet, start, end, true);
        boolean question = sheet.text().startsWith("?", sheet.near(sheet.sentenceEnd(start)).start());
        boolean people = end < piece.end() && (isForPeople(end) || sheet.taken(end) == BriefTopic.AUDIENCE && TO_PEOPLE.contains(sheet.near(end - 1).word()));
        boolean led = end == piece.end() || people || name.end() < end && LEADS.contains(sheet.at(end - 1).word());
        boolean shaped = name.end() > name.start() && name.end() - name.start() <= MOST_WORDS && !question && (led || opening && name.end() - name.start() > 1);
        boolean enough = shaped && (words(name) > 1 || people || afterGoal && led || opening && start == piece.start() && isWhole(name, piece));
        boolean named = enough && isOfNouns(name, piece) && !isCategory(name, people) && !areNames(name) && (afterGoal || !isAchieved(name));
        return named ? Optional.of(name) : Optional.empty();
    }

    /** "Mattresses, Spain, 3k EUR", "a toothbrush": one word is a name only where it is a piece by itself, beside others or with an article. */
    private boolean isWhole(Stretch name, Stretch piece) {
        boolean article = name.end() - name.start() > 1 && TextWords.ONE.contains(sheet.at(name.start()).word());
        boolean beside = name.end() - name.start() == 1 && piece.end() < sheet.size();
        return name.end() == piece.end() && (article || beside);
    }

    private boolean isForPeople(int i) {
        if (!TO_PEOPLE.contains(sheet.at(i).word())) {
            return false;
        }
        for (int at = i + 1; at < i + 4; at++) {
            if (sheet.taken(at) == BriefTopic.AUDIENCE) {
                return true;
            }
            if (!sheet.isFree(at)) {
                return false;
            }
        }
        return false;
    }

    /** "Copenhagen and Stockholm" are names of something else. */
    private boolean areNames(Stretch name) {
        boolean joined = false;
        for (int i = name.start(); i < name.end(); i++) {
            boolean joint = CategoryWords.areJoined(sheet, i, i + 1);
            joined |= joint;
            if (!joint && !sheet.isCapital(i)) {
                return false;
            }
        }
        return joined && !sheet.shouts();
    }

    private boolean isOfNouns(Stretch name, Stretch piece) {
        int begin = ARTICLES.contains(sheet.at(name.start()).word()) ? name.start() + 1 : name.start();
        boolean nouns = words(name) > 0 && !OPENINGS.contains(sheet.near(begin).word()) && !isSetting(begin, name)
                && !VERBS.contains(sheet.at(name.start()).word()) && !isInfinitive(name.start())
                && (!Modes.DENIALS.contains(sheet.at(name.start()).word()) || sheet.text().startsWith("-", sheet.at(name.start()).end()))
                && !sheet.at(name.start()).is(Token.Kind.NUMBER);
        for (int i = piece.start(); i < piece.end() && nouns; i++) {
            nouns = !sheet.isFree(i) || i < name.start() || !isOfSentence(i, name);
        }
        return nouns;
    }

    /** "Produtos de limpeza", "Budget hotels": the name of a topic is part of what is sold. */
    private boolean isAdjective(Phrases.Hit<String> hit, Stretch name) {
        return hit.meaning().equals("PRODUCT") && hit.end() < name.end() || hit.meaning().equals("BUDGET") && isCheap(name);
    }

    /** "Budget hotels", where no money is spoken of. */
    private boolean isCheap(Stretch name) {
        return name.end() - name.start() > 1 && IntStream.range(0, sheet.size()).noneMatch(i -> sheet.taken(i) == BriefTopic.BUDGET);
    }

    private int words(Stretch name) {
        int words = 0;
        for (int i = name.start(); i < name.end(); i++) {
            Token token = sheet.at(i);
            words += token.is(Token.Kind.WORD) && token.word().length() > 2 && !TextWords.IDLE.contains(token.word())
                    && !ARTICLES.contains(token.word()) ? 1 : 0;
        }
        return words;
    }

    /** Whether a correction, a day, a number or a setting of the campaign begins there. */
    private boolean isSetting(int begin, Stretch name) {
        if (sheet.near(begin).is("budget") && name.start() < begin) {
            return true;
        }
        boolean label = Modes.label(sheet, begin).filter(hit -> hit.end() >= name.end() || sheet.near(hit.end()).is(":")).isPresent()
                || TextWords.CUES.at(sheet, begin).filter(hit -> hit.end() >= name.end() || sheet.near(hit.end()).is(":")).isPresent();
        return label || Modes.isMarker(sheet, begin) || DateWords.STARTING.at(sheet, begin).isPresent() || DateWords.ENDING.at(sheet, begin).isPresent()
                || DateWords.DURING.contains(sheet.near(begin).word()) || FollowersReader.isBound(sheet, begin);
    }

    private boolean isOfSentence(int i, Stretch name) {
        String word = sheet.at(i).word();
        boolean inside = i < name.end();
        boolean verb = TextWords.AIMS.at(sheet, i).isPresent() && i == name.start() && !afterGoal
                || TextWords.WISHES.at(sheet, i).filter(hit -> hit.end() - hit.start() > 1).isPresent();
        boolean setting = Cues.CREATORS.has(word) || word.endsWith("influencer") || Cues.BUDGET.has(word) && inside && !(word.equals("budget")
                && isCheap(name)) || Cues.FOLLOWERS.has(word)
                || Modes.label(sheet, i).filter(hit -> i == name.start() && !isAdjective(hit, name) || sheet.near(hit.end()).is(":")).isPresent()
                || PlatformWords.ELSEWHERE.has(word) && !Set.of("line", "kick", "kwai").contains(word) || word.contains("@");
        return verb || setting || SENTENCE.contains(word) && !(word.equals("es") && i < name.start());
    }

    /** "Llenar el restaurante", "recruter des membres": in the Romance languages a goal begins with an infinitive. */
    private boolean isInfinitive(int i) {
        return sheet.at(i).word().matches("\\p{L}+(?:ar|er|ir|re|rsi|rci)") && Set.of("el", "la", "los", "las", "un", "una", "nuestro", "nuestra", "nuestros",
                "nuestras", "a", "mas", "o", "os", "as", "um", "uma", "nosso", "nossa", "mais", "le", "les", "l", "des", "notre", "nos", "une", "plus", "du",
                "il", "lo", "i", "gli", "nostro", "nostra", "piu", "nuevos", "nuevas", "novos", "novas", "nouveaux", "nuovi", "nuove", "en", "al", "ao",
                "gente", "clientes", "clients", "clienti").contains(sheet.near(i + 1).word());
    }

    private boolean isAchieved(Stretch name) {
        int head = name.start();
        while (head + 1 < name.end() && !PREPOSITIONS.contains(sheet.at(head + 1).word())) {
            head++;
        }
        int first = ARTICLES.contains(sheet.at(name.start()).word()) && name.start() + 1 < name.end() ? name.start() + 1 : name.start();
        String last = sheet.at(head).word();
        return ACHIEVED.contains(last) || ACHIEVED.contains(sheet.at(first).word()) && (Set.of("de", "des", "d", "del", "da", "do", "di", "of", "en",
                "dans").contains(sheet.near(first + 1).word()) || first + 1 == name.end())
                || GERMAN_TAILS.stream().anyMatch(last::endsWith) || TextWords.GOALS.at(sheet, first).filter(hit -> hit.end() >= name.end()).isPresent();
    }

    /** "food & drink": one of several that are joined is a category. */
    private boolean isList(Stretch name) {
        int start = name.start();
        for (int i = name.start(); i <= name.end(); i++) {
            if (i == name.end() || CategoryWords.areJoined(sheet, i, i + 1)) {
                if ((start > name.start() || i < name.end()) && i > start && CategoryWords.areNamed(sheet, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isCategory(Stretch name, boolean people) {
        if (!people && isList(name)) {
            return true;
        }
        boolean page = IntStream.range(0, sheet.size()).anyMatch(i -> sheet.taken(i) == BriefTopic.WEBSITE);
        if ((people || page) && name.end() - name.start() > 1) {
            return name.end() - name.start() > 2 && CategoryWords.areNamed(sheet, name.start(), name.end())
                    && CategoryWords.areJoined(sheet, name.start(), name.end());
        }
        return CategoryWords.areNamed(sheet, name.start(), name.end()) || NICHES.contains(sheet.at(name.end() - 1).word())
                || NICHES.contains(sheet.at(name.start()).word()) && !sheet.at(name.start()).word().matches(
                        "fashion|beauty|travel|fitness|gaming|lifestyle|music|sports|sport|tech|health|wellness|family|outdoor");
    }
}
