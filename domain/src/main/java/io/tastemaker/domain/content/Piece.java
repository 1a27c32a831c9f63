package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Token.Kind;

/**
 * A word of a text, made ready to be looked up.
 *
 * @param text the folded word
 * @param capital whether it may be a name
 * @param number whether it is digits alone
 * @param tag whether it stands in a hashtag, where phrases are written without blanks
 */
record Piece(String text, boolean capital, boolean number, boolean tag) {

    /** How any number is written in a keyword. */
    static final String ANY_NUMBER = "0";

    static Piece of(Token token) {
        return new Piece(Folding.fold(token.text()), token.capital(), token.kind() == Kind.NUMBER, false);
    }

    /** A word that is taken as it stands, and not for a name. */
    static Piece plain(String text) {
        return new Piece(text, false, false, false);
    }

    /** A word out of a hashtag or the name of an account, where capitals say nothing. */
    static Piece inTag(String text) {
        return new Piece(text, true, false, true);
    }
}
