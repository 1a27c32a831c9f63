package io.tastemaker.domain.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Light morphology: what a word may be without its ending. Only what forms plurals, genders and cases; verbs are written out or given by
 * their beginning.
 */
final class Endings {

    /** An ending is not taken off when less than this would be left. */
    private static final int SHORTEST_REST = 3;

    private static final Map<String, List<String>> BY_LANGUAGE = Map.of(
            "en", List.of("ies>y", "es>", "s>"),
            "es", List.of("ces>z", "es>", "s>", "as>o", "os>a", "a>o", "itos>o", "itas>a", "ito>o", "ita>a"),
            "pt", List.of("oes>ao", "aes>ao", "ais>al", "eis>el", "is>il", "ns>m", "res>r", "s>", "as>o", "os>a", "a>o", "inho>o",
                    "inha>a"),
            "fr", List.of("aux>al", "eaux>eau", "s>", "x>", "es>", "e>", "ses>s", "ives>if", "ive>if", "euses>eur", "euse>eur",
                    "rices>eur", "rice>eur"),
            "it", List.of("i>o", "i>e", "e>a", "a>o", "chi>co", "che>ca", "ghi>go", "ghe>ga", "hi>o"),
            "de", List.of("e>", "en>", "n>", "s>", "er>", "es>", "em>", "ern>", "innen>", "in>", "ens>"),
            "el", List.of("οι>οσ", "ων>οσ", "ου>οσ", "ουσ>οσ", "ο>οσ", "εσ>α", "ασ>α", "εσ>η", "ησ>η", "α>ο", "ων>ο", "ου>ο"),
            "hi", List.of("ों>", "ें>", "ियों>ी", "ियां>ी", "े>ा", "ों>ा", "ी>ा", "ओं>", "एं>"));

    private static final List<String> ARABIC_FRONT = List.of("وال", "بال", "فال", "كال", "ال", "لل", "و", "ب", "ل", "ف");
    private static final List<String> ARABIC_BACK = List.of("", "ات", "ين", "ون", "ه", "ها", "ي", "نا", "هم");

    private Endings() {}

    /**
     * What a word may be a form of.
     *
     * @param word a folded word
     * @param language the code of its language; of a word in Greek, Arabic or Hindi letters it does not matter
     * @return the likelier before the less likely; the word itself is not among them
     */
    static List<String> bases(String word, String language) {
        char first = word.charAt(0);
        if (first >= 0x600 && first < 0x700) {
            return arabicBases(word);
        }
        boolean hindi = first >= 0x900 && first < 0x980;
        boolean greek = first >= 0x370 && first < 0x400;
        List<String> bases = new ArrayList<>(4);
        for (String rule : BY_LANGUAGE.getOrDefault(hindi ? "hi" : greek ? "el" : language, List.of())) {
            int cut = rule.indexOf('>');
            int rest = word.length() - cut;
            if (rest >= SHORTEST_REST && word.regionMatches(rest, rule, 0, cut)) {
                bases.add(word.substring(0, rest) + rule.substring(cut + 1));
            }
        }
        return bases;
    }

    private static List<String> arabicBases(String word) {
        List<String> bases = new ArrayList<>(6);
        addArabicRests(word, bases);
        for (String front : ARABIC_FRONT) {
            if (word.startsWith(front) && word.length() - front.length() >= SHORTEST_REST) {
                bases.add(word.substring(front.length()));
                addArabicRests(word.substring(front.length()), bases);
            }
        }
        return bases;
    }

    private static void addArabicRests(String word, List<String> bases) {
        for (String back : ARABIC_BACK) {
            int rest = word.length() - back.length();
            if (!back.isEmpty() && rest >= SHORTEST_REST && word.endsWith(back)) {
                bases.add(word.substring(0, rest));
                bases.add(word.substring(0, rest) + "ه");
            }
        }
    }
}
