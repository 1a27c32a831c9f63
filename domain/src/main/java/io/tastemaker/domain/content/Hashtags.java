package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads hashtags: as a whole, and cut where capitals, digits and underscores show where its words begin. */
final class Hashtags {

    private Hashtags() {}

    /**
     * Reads the hashtag whose first letter is at start; digits alone are a number.
     *
     * @return where it ends; start when there is none
     */
    static int read(String text, int start, List<Token> tokens) {
        int end = start;
        while (end < text.length() && (text.charAt(end) == '_' || Words.isWordPart(text.codePointAt(end)))) {
            end += Character.charCount(text.codePointAt(end));
        }
        String raw = text.substring(start, end);
        List<String> parts = parts(raw);
        if (!parts.isEmpty()) {
            Token whole = Words.token(Kind.HASHTAG, String.join("", parts));
            boolean number = parts.size() == 1 && Words.token(Kind.WORD, parts.getFirst()).kind() == Kind.NUMBER;
            tokens.add(number ? Token.of(Kind.NUMBER, whole.text()) : whole);
            if (parts.size() > 1) {
                parts.forEach(part -> tokens.add(Words.token(Kind.HASHTAG_PART, part)));
            }
        }
        return end;
    }

    private static List<String> parts(String tag) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        for (int i = 1; i <= tag.length(); i++) {
            if (i == tag.length() || begins(tag, i)) {
                String part = tag.substring(start, i).replace("_", "");
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i;
            }
        }
        return parts;
    }

    private static boolean begins(String tag, int at) {
        char before = tag.charAt(at - 1);
        char c = tag.charAt(at);
        if (before == '_' || c == '_') {
            return true;
        }
        if (Character.isDigit(c) != Character.isDigit(before)) {
            return true;
        }
        boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
        boolean afterAcronym = Character.isUpperCase(c) && Character.isUpperCase(before) && at + 1 < tag.length()
                && Character.isLowerCase(tag.charAt(at + 1));
        return hump || afterAcronym;
    }
}
