package io.tastemaker.domain.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts that hands write without a thought: sequences, repetitions, walks over a keyboard, dates. */
final class CommonPatterns {

    /** A piece that is shorter than this is chance. */
    private static final int LEAST_RUN = 3;
    /** Pieces up to this length, over and over, add nothing. */
    private static final int LONGEST_PIECE = 4;

    private static final Pattern DATE = Pattern.compile(
            "(0[1-9]|[12]\\d|3[01])[./-]?(0[1-9]|[12]\\d|3[01])[./-]?(19|20)\\d\\d|(19|20)\\d\\d[./-]?(0[1-9]|1[0-2])[./-]?(0[1-9]|[12]\\d|3[01])");

    private static final String[] KEYBOARD = {"1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"};
    private static final String[] KEYBOARD_WITH_SHIFT = {"!@#$%^&*()_+", "qwertyuiop{}", "asdfghjkl:\"", "zxcvbnm<>?"};
    private static final String[] AZERTY = {"1234567890-=", "azertyuiop[]", "qsdfghjklm'", "wxcvbn,;:"};
    private static final String[] QWERTZ = {"1234567890-=", "qwertzuiop[]", "asdfghjkl;'", "yxcvbnm,./"};

    private CommonPatterns() {}

    /**
     * Whether a whole text is one of these.
     *
     * @param text in lower case
     * @return false for the empty text
     */
    static boolean match(String text) {
        return !text.isEmpty() && (isRepetition(text) || isMadeOfRuns(text) || DATE.matcher(text).matches());
    }

    private static boolean isRepetition(String text) {
        for (int piece = 1; piece <= Math.min(LONGEST_PIECE, text.length() / 2); piece++) {
            if (text.length() >= LEAST_RUN && text.substring(piece).equals(text.substring(0, text.length() - piece))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it falls into pieces of at least three signs of which each leads to the next. */
    private static boolean isMadeOfRuns(String text) {
        int run = 1;
        for (int place = 1; place < text.length(); place++) {
            if (leads(text.charAt(place - 1), text.charAt(place))) {
                run++;
            } else if (run < LEAST_RUN) {
                return false;
            } else {
                run = 1;
            }
        }
        return run >= LEAST_RUN;
    }

    private static boolean leads(char from, char to) {
        boolean counts = Character.isLetterOrDigit(from) && Character.isLetterOrDigit(to) && Math.abs(from - to) <= 1;
        return from == to || counts || from == '9' && to == '0' || areNeighbours(from, to);
    }

    private static boolean areNeighbours(char from, char to) {
        return Keys.QWERTY.touch(from, to) || Keys.SHIFTED.touch(from, to) || Keys.AZERTY_KEYS.touch(from, to)
                || Keys.QWERTZ_KEYS.touch(from, to);
    }

    /** Where the keys of a keyboard lie. */
    private record Keys(Map<Character, int[]> places) {
        static final Keys QWERTY = of(KEYBOARD);
        static final Keys SHIFTED = of(KEYBOARD_WITH_SHIFT);
        static final Keys AZERTY_KEYS = of(AZERTY);
        static final Keys QWERTZ_KEYS = of(QWERTZ);

        static Keys of(String... rows) {
            Map<Character, int[]> places = new HashMap<>();
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length(); column++) {
                    places.put(rows[row].charAt(column), new int[] {row, column});
                }
            }
            return new Keys(Map.copyOf(places));
        }

        boolean touch(char from, char to) {
            int[] first = places.get(from);
            int[] second = places.get(to);
            if (first == null || second == null) {
                return false;
            }
            int down = second[0] - first[0];
            int right = second[1] - first[1];
            // Each row lies a little to the right of the one above it.
            return down == 0 && Math.abs(right) == 1 || down == 1 && (right == 0 || right == -1) || down == -1 && (right == 0 || right == 1);
        }
    }
}
