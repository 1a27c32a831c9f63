package io.tastemaker.domain.content;

import java.util.Set;

/** Finds addresses, which say nothing by their letters. */
final class Links {

    private static final Set<String> ENDINGS = Set.of("com", "net", "org", "info", "gov", "edu");

    private static final int MOST_LABELS = 5;

    private Links() {}

    /**
     * Whether the letters from start to end begin a link or an e-mail address.
     *
     * @return where it ends; start when it is none
     */
    static int end(String text, int start, int end) {
        if (end < text.length()) {
            char next = text.charAt(end);
            boolean link = next == ':' && text.startsWith("://", end)
                    || next == '@' && end + 1 < text.length() && Words.isWordPart(text.codePointAt(end + 1))
                    || next == '.' && (is(text, start, end, "www") || hasHost(text, end));
            if (link) {
                return blank(text, end);
            }
        }
        return is(text, start, end, "http") || is(text, start, end, "https") ? end : start; // what is left of a masked link
    }

    private static boolean is(String text, int start, int end, String word) {
        return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** A host has a well-known ending, or a path behind it: {@code pic.example/abc}; a full stop without a blank is no host. */
    private static boolean hasHost(String text, int dot) {
        int at = dot;
        for (int label = 1; label < MOST_LABELS && at + 1 < text.length() && text.charAt(at) == '.'; label++) {
            int start = at + 1;
            at = start;
            while (at < text.length() && isHostPart(text.charAt(at))) {
                at++;
            }
            if (at == start) {
                return false;
            }
            boolean ends = at == text.length() || text.charAt(at) != '.';
            if (ends && ENDINGS.contains(text.substring(start, at))) {
                return true;
            }
        }
        return at + 1 < text.length() && text.charAt(at) == '/' && Words.isWordPart(text.codePointAt(at + 1));
    }

    private static boolean isHostPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    private static int blank(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }
}
