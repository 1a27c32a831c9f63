package io.tastemaker.adapters.ai.content;

import io.tastemaker.application.content.out.ContentAnalyst;
import java.util.regex.Pattern;

/** Texts as models can take them. */
final class LocalText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern MENTION = Pattern.compile("(?<!\\S)@\\S+");
    private static final Pattern LINK = Pattern.compile("(?<!\\S)http\\S*");

    private LocalText() {}

    /** Cuts a long text, and replaces halves of characters: the tokenizer takes every character of a text with such a half for garbage. */
    static String wellFormed(String text) {
        int length = Math.min(text.length(), ContentAnalyst.MOST_CHARACTERS);
        StringBuilder whole = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            char unit = text.charAt(at);
            boolean pair = Character.isHighSurrogate(unit) && at + 1 < length && Character.isLowSurrogate(text.charAt(at + 1));
            if (pair) {
                whole.append(unit).append(text.charAt(++at));
            } else if (Character.isSurrogate(unit)) {
                whole.append(REPLACEMENT);
            } else {
                whole.append(unit);
            }
        }
        return whole.toString();
    }

    /** Mentions and links as models that learned from tweets know them: by a placeholder each. */
    static String asTweet(String text) {
        return LINK.matcher(MENTION.matcher(text).replaceAll("@user")).replaceAll("http");
    }

    /** Without mentions and links: they say nothing about what a text is written in. */
    static String words(String text) {
        return LINK.matcher(MENTION.matcher(text).replaceAll(" ")).replaceAll(" ");
    }
}
