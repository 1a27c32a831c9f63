package io.tastemaker.domain.content;

import java.text.Normalizer;

/**
 * A text without what hides its words: HTML entities and escapes such as {@code \\u2019} are read, what cannot be seen is gone, all
 * apostrophes are the same, and the Unicode form is NFKC.
 */
final class PlainText {

    /** More marks on one letter than any of our scripts needs are decoration, and make putting them in order slow. */
    private static final int MOST_MARKS = 4;

    private PlainText() {}

    /** The beginning of a text, {@link Words#MOST_CHARACTERS} at most, made plain. */
    static String of(String text) {
        int length = Math.min(text.length(), Words.MOST_CHARACTERS);
        if (isPlain(text, length)) {
            return text.substring(0, length);
        }
        String visible = visible(Escapes.read(text, length));
        String plain = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        return plain.substring(0, Math.min(plain.length(), Words.MOST_CHARACTERS)); // one sign may stand for a whole sentence
    }

    private static boolean isPlain(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || c == '\\' || c == '`') {
                return false;
            }
        }
        return true;
    }

    private static String visible(CharSequence text) {
        StringBuilder visible = new StringBuilder(text.length());
        int marks = 0;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = Character.codePointAt(text, i);
            next = i + Character.charCount(c);
            if (c < 0x80) {
                visible.append(c < ' ' && c != '\n' ? ' ' : c == '`' ? '\'' : (char) c);
                marks = 0;
            } else {
                int type = Character.getType(c);
                marks = isMark(type) ? marks + 1 : 0;
                append(visible, c, type, marks);
            }
        }
        return visible.toString();
    }

    private static void append(StringBuilder visible, int c, int type, int marks) {
        if (marks > MOST_MARKS || isDressing(c)) {
            return;
        }
        switch (type) {
            case Character.FORMAT -> { }
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SPACE_SEPARATOR ->
                    visible.append(' ');
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> visible.append('\n');
            default -> {
                if (isApostrophe(c)) {
                    visible.append('\'');
                } else {
                    visible.appendCodePoint(c);
                }
            }
        }
    }

    static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Skin tones, variation selectors and the frame of a key change how a sign looks, not what it says. */
    private static boolean isDressing(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c == 0x20E3 || c == 0x034F;
    }

    private static boolean isApostrophe(int c) {
        return c == '\u2019' || c == '\u2018' || c == '\u00B4' || c == '\u02BC' || c == '\u2032' || c == '\uFF07';
    }
}
