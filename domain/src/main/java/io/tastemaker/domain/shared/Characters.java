package io.tastemaker.domain.shared;

/** Characters as people and the API count them: code points, so that an emoji is one and not two. */
public final class Characters {

    private Characters() {}

    /**
     * Counts them.
     *
     * @param text any text
     * @return how many there are
     */
    public static int count(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
