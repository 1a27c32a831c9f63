package io.tastemaker.domain.content;

/**
 * One piece of a text, in its order.
 *
 * @param kind what it is
 * @param text how it is compared: lower case, Unicode form NFKC, {@code ß} as {@code ss}, a letter that stands three times or more in a
 *     row only twice
 * @param capitals whether all its letters are capitals, and there are at least two
 * @param stretched whether something was written more often than spelling wants: {@code soooo}, {@code !!!}, {@code :)))}
 * @param capital whether it begins with a capital letter, as names do
 */
record Token(Kind kind, String text, boolean capitals, boolean stretched, boolean capital) {

    /** A piece that does not begin with a capital letter, or of which it does not matter. */
    Token(Kind kind, String text, boolean capitals, boolean stretched) {
        this(kind, text, capitals, stretched, false);
    }

    /** What a piece of a text can be. */
    enum Kind {
        /** Letters, digits and marks of any script; an elided article or pronoun ({@code l'}, {@code j'}, {@code dell'}) is a word. */
        WORD,
        /** Digits alone. */
        NUMBER,
        /** A hashtag without its sign. Its parts follow when it has several: {@code #LoveMyLife} gives {@code lovemylife love my life}. */
        HASHTAG,
        /** A part of the hashtag before it. */
        HASHTAG_PART,
        /** The name of an account, without its sign. */
        MENTION,
        /** One emoji without skin tone and variation; a flag is one emoji, the members of a family are several. */
        EMOJI,
        /** A face made of signs in its simplest form: {@code :)} {@code :'(} {@code ^_^} {@code <3}. */
        EMOTICON,
        /** {@code !} or {@code ?}, once for any number of the same. */
        MARK,
        /** Where a clause ends: {@code ,} for a pause, {@code .} for an end; every script's own signs are one of the two. */
        BREAK
    }

    /** A piece without peculiarities. */
    static Token of(Kind kind, String text) {
        return new Token(kind, text, false, false);
    }

    /** Whether it reads as a word: one of the text, or one out of a hashtag. */
    boolean isWord() {
        return kind == Kind.WORD || kind == Kind.HASHTAG_PART;
    }
}
