package io.tastemaker.domain.content;

/** The spellings of Hindi, in its own script and by ear in Latin letters. */
final class HindiWords {

    private HindiWords() {}

    /** What the spellings of a word have in common. */
    static String plain(String word) {
        return WordForms.isAscii(word) ? latin(word) : devanagari(word);
    }

    /** Without the dot of borrowed sounds; all nasal signs are one, and a glide between vowels is none. */
    private static String devanagari(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\u093C' -> { }
                case '\u0901' -> plain.append('\u0902');
                case '\u0908' -> plain.append('\u0907');
                case '\u0940' -> plain.append('\u093F');
                case '\u090A' -> plain.append('\u0909');
                case '\u0942' -> plain.append('\u0941');
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }

    /** {@code accha}, {@code acha} and {@code achchha} sound alike; so do {@code aa} and {@code a}, {@code w} and {@code v}. */
    private static String latin(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char before = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
            char sound = switch (c) {
                case 'w' -> 'v';
                case 'z' -> 'j';
                case 'q' -> 'k';
                case 'y' -> i == word.length() - 1 ? 'i' : 'y';
                case 'e' -> before == 'e' ? 'i' : 'e';
                case 'o' -> before == 'o' ? 'u' : 'o';
                default -> c;
            };
            boolean replaces = c != sound && (c == 'e' || c == 'o');
            boolean silent = sound == before || c == 'h' && before == 'c' || c == 'h' && i == word.length() - 1 && isVowel(before);
            if (replaces) {
                plain.setLength(plain.length() - 1);
            }
            if (!silent) {
                plain.append(sound);
            }
        }
        return plain.toString().replace("cc", "c").replace("ph", "f");
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
