package io.tastemaker.domain.briefing;

/**
 * A piece of a message.
 *
 * @param kind what it looks like
 * @param start where it begins in the message
 * @param end where it ends, exclusive
 * @param word what stands there, folded: lower case, without accents
 */
record Token(Kind kind, int start, int end, String word) {

    /** What a piece looks like. */
    enum Kind {
        /** Letters. */
        WORD,
        /** Digits, with separators. */
        NUMBER,
        /** A date in digits. */
        DATE,
        /** A web address. */
        LINK,
        /** The flag of a country; the word is its code. */
        FLAG,
        /** A sign of money. */
        MONEY,
        /** The end of a sentence. */
        BREAK,
        /** Any other sign. */
        SIGN
    }

    boolean is(String other) {
        return word.equals(other);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
