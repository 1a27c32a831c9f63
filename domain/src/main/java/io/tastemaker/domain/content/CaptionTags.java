package io.tastemaker.domain.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a caption refers to, without the mark in front, in lower case, each once, in the order of the text.
 *
 * @param hashtags the words behind {@code #}
 * @param mentions the accounts behind {@code @}
 */
public record CaptionTags(List<String> hashtags, List<String> mentions) {

    /** The longest tag or name that counts as one, in characters. */
    private static final int LONGEST = 100;

    /** Copies the lists. */
    public CaptionTags {
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
    }

    /**
     * Reads a caption. A mark inside a word is none, so that an e-mail address mentions nobody.
     *
     * @param caption any text
     * @return what it refers to
     */
    public static CaptionTags of(String caption) {
        Set<String> hashtags = new LinkedHashSet<>();
        Set<String> mentions = new LinkedHashSet<>();
        boolean inWord = false;
        int at = 0;
        while (at < caption.length()) {
            char mark = caption.charAt(at);
            boolean isTag = mark == '#' || mark == '＃';
            if ((isTag || mark == '@' || mark == '＠') && !inWord) {
                int end = end(caption, at + 1, isTag);
                add(isTag ? hashtags : mentions, name(caption.substring(at + 1, end), isTag));
                at = end;
            } else {
                int letter = caption.codePointAt(at);
                inWord = isPart(letter, true);
                at += Character.charCount(letter);
            }
        }
        return new CaptionTags(List.copyOf(hashtags), List.copyOf(mentions));
    }

    private static int end(String caption, int start, boolean isTag) {
        int end = start;
        while (end < caption.length() && isPart(caption.codePointAt(end), isTag)) {
            end += Character.charCount(caption.codePointAt(end));
        }
        return end;
    }

    /** Names have dots inside, tags have not. */
    private static boolean isPart(int letter, boolean isTag) {
        int type = Character.getType(letter);
        boolean isMark = (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !isVariationSelector(letter);
        return Character.isLetterOrDigit(letter) || isMark || letter == '_' || (!isTag && letter == '.');
    }

    /** They stand behind most emoji, and an emoji is no word. */
    private static boolean isVariationSelector(int letter) {
        return letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0xE0100 && letter <= 0xE01EF;
    }

    private static String name(String text, boolean isTag) {
        int end = text.length();
        while (!isTag && end > 0 && text.charAt(end - 1) == '.') {
            end--;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static void add(Set<String> tags, String tag) {
        if (!tag.isEmpty() && tag.length() <= LONGEST && tag.codePoints().anyMatch(letter -> letter != '_' && !Character.isDigit(letter))) {
            tags.add(tag);
        }
    }
}
