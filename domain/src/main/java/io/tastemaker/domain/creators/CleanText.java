package io.tastemaker.domain.creators;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text of any script made fit to be shown and compared: Unicode form NFC, blanks of every kind and width become single spaces, none at the
 * ends;
 * what cannot be seen is removed (controls, zero-width and bidirectional signs, byte order marks, lone surrogates), except joiners
 * where an emoji sequence or a script needs them, variation selectors behind a character, and the tags of a flag.
 *
 * @param value the clean text, maybe empty
 * @param removed the invisible code points that were removed, such as {@code U+200B}, each once, in order of appearance
 */
public record CleanText(String value, List<String> removed) {

    private static final Set<UnicodeScript> JOINING = Set.of(UnicodeScript.ARABIC, UnicodeScript.SYRIAC, UnicodeScript.MONGOLIAN,
            UnicodeScript.NKO,
            UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI, UnicodeScript.ORIYA,
                    UnicodeScript.TAMIL,
            UnicodeScript.TELUGU, UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA, UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    /** Copies the list. */
    public CleanText {
        removed = List.copyOf(removed);
    }

    /**
     * Cleans a text.
     *
     * @param text any text
     * @return the clean text and what was removed from it
     */
    public static CleanText of(String text) {
        if (isPlain(text)) {
            return new CleanText(text, List.of());
        }
        List<String> removed = new ArrayList<>();
        String before = text;
        String clean = pass(before, removed);
        while (!clean.equals(before)) { // what was removed may be what a joiner stood on; every pass but the last shortens
            before = clean;
            clean = pass(before, removed);
        }
        return new CleanText(clean, removed);
    }

    private static String pass(String text, List<String> removed) {
        int[] points = text.codePoints().toArray();
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (isBlank(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isVisible(points, i)) {
                clean.appendCodePoint(c);
            } else {
                String name = String.format(Locale.ROOT, "U+%04X", c);
                if (!removed.contains(name) && removed.size() < 10) {
                    removed.add(name);
                }
            }
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Printable ASCII with single inner blanks is clean already, and is most of what there is. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    /** All white space, and the characters that only look like it: Hangul fillers and the empty Braille pattern. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) && !(c >= 0x1C && c <= 0x1F) || Character.isSpaceChar(c) || c == 0x85 || c == 0x115F
                || c == 0x1160 || c == 0x3164
                || c == 0xFFA0 || c == 0x2800;
    }

    private static boolean isVisible(int[] points, int i) {
        int c = points[i];
        if (c == ZWJ || c == ZWNJ) {
            return joins(points, i);
        }
        if (c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF) {
            return i > 0 && !isBlank(points[i - 1]);
        }
        if (c >= 0xE0020 && c <= 0xE007F) {
            return i > 0 && (points[i - 1] == 0x1F3F4 || points[i - 1] >= 0xE0020 && points[i - 1] <= 0xE007F) && startsFlag(points, i);
        }
        if (c >= 0x0600 && c <= 0x0605 || c == 0x06DD || c == 0x070F || c == 0x08E2) {
            return true; // Arabic number signs: format characters by category, but drawn
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            case Character.UNASSIGNED -> (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);
            default -> c != 0x034F;
        };
    }

    private static boolean startsFlag(int[] points, int i) {
        int start = i;
        while (start > 0 && points[start] >= 0xE0020 && points[start] <= 0xE007F) {
            start--;
        }
        return points[start] == 0x1F3F4;
    }

    private static boolean joins(int[] points, int i) {
        if (i == 0 || i + 1 == points.length) {
            return false;
        }
        int before = points[i - 1];
        int after = points[i + 1];
        boolean emoji = points[i] == ZWJ && Character.isExtendedPictographic(after)
                && (Character.isExtendedPictographic(before) || before == 0xFE0F || before >= 0x1F3FB && before <= 0x1F3FF);
        return emoji || JOINING.contains(UnicodeScript.of(before)) && JOINING.contains(UnicodeScript.of(after));
    }
}
