package io.tastemaker.domain.creators;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Labels made alike however a list writes them. */
final class FoldedText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private FoldedText() {}

    /** Letters and digits in lower case without accents, words apart. */
    static String of(String text) {
        return words(withoutAccents(text));
    }

    /** In lower case. */
    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Letters and digits, with one blank for all that stands between. */
    static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }
}
