package io.tastemaker.domain.content;

import java.text.Normalizer;

/** Makes the spellings of a word alike that people use as they please: accents, apostrophes, the letters that Arabic has several of. */
final class Folding {

    private static final char TILDE = '\u0303';
    private static final int LATIN_AND_GREEK_END = 0x400;

    private Folding() {}

    /** The word in its plainest spelling; a word in lower case stays in lower case. */
    static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x80 || c == '\'') {
                return c < LATIN_AND_GREEK_END || isGreekExtended(c) ? withoutAccents(word) : eachLetter(word);
            }
        }
        return word;
    }

    private static boolean isGreekExtended(char c) {
        return c >= 0x1F00 && c < 0x2000;
    }

    private static String withoutAccents(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case '\'' -> { }
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'ı' -> plain.append('i');
                case 'œ' -> plain.append("oe");
                case 'æ' -> plain.append("ae");
                case 'ς' -> plain.append('σ');
                case TILDE -> keepOnN(plain);
                default -> {
                    if (c < 0x300 || c > 0x36F) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    /** An {@code ñ} is a letter of its own, which nobody leaves out: {@code uñas} are no {@code unas}. */
    private static void keepOnN(StringBuilder plain) {
        int last = plain.length() - 1;
        if (last >= 0 && plain.charAt(last) == 'n') {
            plain.setCharAt(last, 'ñ');
        }
    }

    private static String eachLetter(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case '\'', 'ـ', '\u093C' -> { }
                case 'أ', 'إ', 'آ', 'ٱ' -> plain.append('ا');
                case 'ى', 'ی' -> plain.append('ي');
                case 'ة' -> plain.append('ه');
                case 'ک' -> plain.append('ك');
                case 'ؤ' -> plain.append('و');
                case 'ئ' -> plain.append('ي');
                case '\u0901' -> plain.append('\u0902');
                default -> {
                    if (!isArabicVowelSign(c)) {
                        plain.append(c);
                    }
                }
            }
        }
        return plain.toString();
    }

    private static boolean isArabicVowelSign(char c) {
        return c >= 0x64B && c <= 0x65F || c == 0x670;
    }
}
