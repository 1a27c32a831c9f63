package io.tastemaker.domain.content;

import java.util.Map;

/** Characters that are written as something else: HTML entities, and the escapes of programs that were never read back. */
final class Escapes {

    private static final Map<String, Integer> ENTITIES = Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"',
            "apos", (int) '\'', "nbsp", (int) ' ', "hellip", 0x2026, "rsquo", (int) '\'', "lsquo", (int) '\'', "hearts", 0x2665);

    private static final int LONGEST_ENTITY = 9;

    private Escapes() {}

    static StringBuilder read(String text, int length) {
        StringBuilder read = new StringBuilder(length);
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            int end = c == '&' ? entity(text, i, length, read) : c == '\\' ? escape(text, i, length, read) : i;
            if (end == i) {
                read.append(c);
                end++;
            }
            i = end;
        }
        return read;
    }

    /** Reads an entity; gives where the text goes on, and the same place when it is none. */
    private static int entity(String text, int start, int length, StringBuilder read) {
        int end = text.indexOf(';', start, Math.min(length, start + LONGEST_ENTITY + 1));
        if (end < start + 2) {
            return start;
        }
        boolean numbered = text.charAt(start + 1) == '#';
        int point = numbered ? number(text, start + 2, end) : ENTITIES.getOrDefault(text.substring(start + 1, end), -1);
        if (point < 0) {
            return start;
        }
        read.appendCodePoint(point);
        return end + 1;
    }

    private static int number(String text, int start, int end) {
        boolean hexadecimal = start < end && (text.charAt(start) | 0x20) == 'x';
        return digits(text, hexadecimal ? start + 1 : start, end, hexadecimal ? 16 : 10);
    }

    /** The number of a character; -1 when it is none. Only ASCII digits count. */
    private static int digits(String text, int start, int end, int radix) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            value = value * radix + digit;
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                return -1;
            }
        }
        return start < end ? value : -1;
    }

    private static int escape(String text, int start, int length, StringBuilder read) {
        char sign = start + 1 < length ? text.charAt(start + 1) : ' ';
        if (sign == 'u' && start + 6 <= length) {
            int unit = digits(text, start + 2, start + 6, 16);
            if (unit >= 0) {
                read.append((char) unit);
                return start + 6;
            }
        }
        if (sign == '"' || sign == '\'') {
            read.append(sign);
            return start + 2;
        }
        boolean newLine = (sign == 'n' || sign == 'r') && (start + 2 >= length || !Character.isLowerCase(text.charAt(start + 2)));
        if (newLine) {
            read.append('\n');
            return start + 2;
        }
        return start;
    }
}
