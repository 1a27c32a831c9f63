package io.tastemaker.domain.creators;

import java.util.Locale;
import java.util.Set;

/** The words that lists write for "nothing is known". A zero is none of them. */
public final class MissingText {

    private static final Set<String> WORDS = Set.of("n/a", "n/a'", "'n/a", "n.a.", "n.a", "na", "n/d", "n.d.", "s/d", "k.a.", "null",
            "'null'", "nil",
            "none", "nan", "undefined", "unknown", "not available", "not applicable", "(blank)", "(null)", "<na>", "?", "??", "\\n",
                    "\"\"", "''");

    private static final String STROKES = "-–—.*";

    private MissingText() {}

    /**
     * Whether a text says that nothing is known.
     *
     * @param text the text
     * @return true for an empty one, strokes, and such words
     */
    public static boolean isMissing(String text) {
        String bare = text.strip();
        return isStrokes(bare) || bare.length() <= 16 && WORDS.contains(bare.toLowerCase(Locale.ROOT));
    }

    private static boolean isStrokes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (STROKES.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
