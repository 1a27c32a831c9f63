package io.tastemaker.domain.content;

/** What Arabic, written and spoken, hangs onto a word: conjunctions, prepositions, the article, pronouns, number and negation. */
final class ArabicWords {

    /** What stands in front, the longest first: a single letter may well belong to the word. */
    private static final String[] FRONTS = {
        "وبال", "وال", "بال", "فال", "كال", "ولل", "هال", "عال", "لل", "ال", "وب", "ول", "وي", "وت", "هي", "هت", "حي", "حت",
        "بي", "بت", "سي", "ست", "بن", "هن", "و", "ف", "ب", "ل", "ك", "ي", "ت", "ن", "ا"
    };
    /** What hangs on behind, the longest first. */
    private static final String[] ENDS = {
        "تكم", "تها", "تهم", "تنا", "تني", "يات", "هما", "كما", "ات", "ون", "ين", "ان", "ها", "هم", "كم", "نا", "ني", "تي", "تك",
        "ته", "وا", "يه", "تو", "ه", "ي", "ك", "ا", "ت", "و", "ن"
    };
    private static final int SHORTEST = 3;
    private static final int SHORTEST_BARE = 4;

    private ArabicWords() {}

    /** Without vowel signs and the stretching stroke; alef, yeh, waw and the feminine ending in one form each. */
    static String plain(String word) {
        if (WordForms.isAscii(word)) {
            return word;
        }
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\u0622', '\u0623', '\u0625', '\u0671' -> plain.append('\u0627');
                case '\u0649', '\u0626', '\u06CC' -> plain.append('\u064A');
                case '\u0624' -> plain.append('\u0648');
                case '\u0629' -> plain.append('\u0647');
                case '\u06A9' -> plain.append('\u0643');
                case '\u0640', '\u0621' -> { }
                default -> {
                    if (c < '\u064B' || c > '\u065F' && c != '\u0670') {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    /** Looks for the stem of a word: without its ending, without what stands in front, without both. */
    static Sense search(Vocabulary vocabulary, String key) {
        if (WordForms.isAscii(key)) {
            return Sense.NONE;
        }
        Sense found = stems(vocabulary, key);
        boolean spokenNegation = found == Sense.NONE && key.length() > 4 && key.endsWith("ش") && key.startsWith("م");
        if (!spokenNegation) {
            return found;
        }
        String inner = key.substring(key.startsWith("ما") ? 2 : 1, key.length() - 1);
        Sense turned = vocabulary.known(inner);
        turned = turned == Sense.NONE ? stems(vocabulary, inner) : turned;
        return turned.turned();
    }

    private static Sense stems(Vocabulary vocabulary, String word) {
        Sense found = withoutEnd(vocabulary, word, SHORTEST_BARE - 1);
        for (int i = 0; i < FRONTS.length && found == Sense.NONE; i++) {
            String front = FRONTS[i];
            int least = front.length() > 1 ? SHORTEST : SHORTEST_BARE;
            if (word.startsWith(front) && word.length() - front.length() >= least) {
                String stem = word.substring(front.length());
                found = vocabulary.known(stem);
                found = found == Sense.NONE ? withoutEnd(vocabulary, stem, SHORTEST) : found;
            }
        }
        return found;
    }

    private static Sense withoutEnd(Vocabulary vocabulary, String word, int shortest) {
        Sense found = Sense.NONE;
        for (int i = 0; i < ENDS.length && found == Sense.NONE; i++) {
            if (word.endsWith(ENDS[i]) && word.length() - ENDS[i].length() >= shortest) {
                String stem = word.substring(0, word.length() - ENDS[i].length());
                found = vocabulary.known(stem);
                found = found == Sense.NONE ? vocabulary.known(stem.concat("\u0647")) : found;
            }
        }
        return found;
    }
}
