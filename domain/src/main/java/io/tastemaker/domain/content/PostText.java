package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.CleanText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The texts of posts made fit to be kept: line by line as {@link CleanText} does, so that their lines stay. */
final class PostText {

    private PostText() {}

    /** One line. */
    static String line(String text) {
        return CleanText.of(text).value();
    }

    /** The beginning of a text, of so many UTF-16 units at most; no character is cut in two. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Several lines; none at either end is empty. */
    static String lines(String text) {
        return Arrays.stream(text.split("\\R", -1)).map(PostText::line).collect(Collectors.joining("\n")).strip();
    }
}
