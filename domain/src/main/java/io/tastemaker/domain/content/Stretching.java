package io.tastemaker.domain.content;

/** Finds what a stretched word was before: of each pair of letters one or both may be meant ({@code gooood}, {@code loooove}). */
final class Stretching {

    private static final int MOST_PAIRS = 4;

    private Stretching() {}

    static Sense search(Vocabulary vocabulary, String word) {
        int pairs = Math.min(pairs(word), MOST_PAIRS);
        Sense found = Sense.NONE;
        for (int single = (1 << pairs) - 1; single > 0 && found == Sense.NONE; single--) {
            String spelling = shortened(word, single);
            found = vocabulary.known(spelling);
            found = found == Sense.NONE ? vocabulary.known(vocabulary.key(spelling)) : found;
        }
        return found;
    }

    private static int pairs(String word) {
        int pairs = 0;
        for (int i = 1; i < word.length(); i++) {
            pairs += word.charAt(i) == word.charAt(i - 1) ? 1 : 0;
        }
        return pairs;
    }

    /** The word with one letter where the bit of its pair is set; pairs beyond the last bit stay. */
    private static String shortened(String word, int single) {
        StringBuilder spelling = new StringBuilder(word.length());
        int pair = 0;
        for (int i = 0; i < word.length(); i++) {
            boolean second = i > 0 && word.charAt(i) == word.charAt(i - 1);
            boolean left = second && (single >> Math.min(pair, 31) & 1) == 1;
            if (!left) {
                spelling.append(word.charAt(i));
            }
            pair += second ? 1 : 0;
        }
        return spelling.toString();
    }
}
