package io.tastemaker.domain.content;

import java.util.List;
import java.util.regex.Pattern;

/** Counts what stands in captions. */
final class CaptionTally {

    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String MARKS = "#＃@＠";

    private final TagTally hashtags = new TagTally();
    private final TagTally mentions = new TagTally();
    private int posts;
    private int written;
    private int telling;
    private int sparing;

    /**
     * How captions are written.
     *
     * @param posts how many posts there are
     * @param written how many of them have a caption that is not blank
     * @param telling how many have one that says something
     * @param sparing how many of the written ones are sparing with hashtags
     */
    record Care(int posts, int written, int telling, int sparing) {}

    void add(String caption) {
        posts++;
        if (caption.isBlank()) {
            return;
        }
        CaptionTags tags = CaptionTags.of(caption);
        hashtags.add(tags.hashtags());
        mentions.add(tags.mentions());
        written++;
        telling += says(caption) >= ContentQuality.LEAST_LETTERS ? 1 : 0;
        sparing += tags.hashtags().size() <= ContentQuality.MOST_HASHTAGS ? 1 : 0;
    }

    /** The letters and digits of its own words; one sign of a script that writes syllables or words says as much as three letters. */
    static int says(String caption) {
        return SPACE.splitAsStream(caption)
                .filter(word -> !word.isEmpty() && MARKS.indexOf(word.charAt(0)) < 0 && !word.contains("://"))
                .flatMapToInt(String::codePoints)
                .map(CaptionTally::says)
                .sum();
    }

    private static int says(int letter) {
        if (!Character.isLetterOrDigit(letter)) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 3;
            default -> 1;
        };
    }

    Care care() {
        return new Care(posts, written, telling, sparing);
    }

    List<Share<String>> hashtags() {
        return hashtags.top(ContentProfiling.MOST_TAGS, posts);
    }

    List<Share<String>> mentions() {
        return mentions.top(ContentProfiling.MOST_TAGS, posts);
    }
}
