package io.tastemaker.domain.outreach;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a text cannot be sent.
 *
 * @param part where
 * @param kind what is wrong
 * @param piece the piece of the text that is meant, at most 60 characters; blank when the whole part is
 */
public record WordingFault(Part part, Kind kind, String piece) {

    /** The longest piece that is shown. */
    private static final int SHOWN = 60;

    /** The parts of a text. */
    public enum Part implements Coded {
        /** The line above. */
        SUBJECT,
        /** The text itself. */
        BODY;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What can be wrong. */
    public enum Kind implements Coded {
        /** Nothing is written. */
        EMPTY,
        /** It has more characters than it may have. */
        TOO_LONG,
        /** A character that no reader sees; in a subject a line break too, which would begin a header of its own. */
        CONTROL_CHARACTER,
        /** A placeholder that does not exist. */
        UNKNOWN_PLACEHOLDER,
        /** Two opening braces whose closing ones are missing. */
        UNCLOSED_PLACEHOLDER,
        /** A placeholder that stands there too often. */
        REPEATED_PLACEHOLDER,
        /** The link to answer is missing, without which nobody can. */
        LINK_MISSING,
        /** The link to answer stands in the subject, which mail servers log. */
        LINK_IN_SUBJECT;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Shortens the piece. */
    public WordingFault {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(kind, "kind");
        if (Characters.count(piece) > SHOWN) {
            piece = piece.substring(0, piece.offsetByCodePoints(0, SHOWN - 1)) + "…";
        }
    }

    /** Says where and what, not the words. */
    @Override
    public String toString() {
        return "WordingFault[" + part.code() + " " + kind.code() + "]";
    }
}
