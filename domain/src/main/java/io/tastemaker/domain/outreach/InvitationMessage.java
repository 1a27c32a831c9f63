package io.tastemaker.domain.outreach;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.InvitationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What the creator or the team wrote about an invitation.
 *
 * @param id its id
 * @param invitation about which invitation
 * @param side who wrote
 * @param text 1 to {@link #MOST_TEXT} characters
 * @param writtenBy the label of the actor
 * @param at when
 */
public record InvitationMessage(UUID id, InvitationId invitation, Side side, String text, String writtenBy, Instant at) {

    /** The longest message, in characters. */
    public static final int MOST_TEXT = 5_000;
    /** How many messages one invitation holds, so that a link that leaked fills no disk. */
    public static final int MOST = 100;

    /** Who writes. */
    public enum Side implements Coded {
        /** Who was invited. */
        CREATOR,
        /** Who invited. */
        TEAM;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the length and that nothing is missing. */
    public InvitationMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(invitation, "invitation");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(writtenBy, "writtenBy");
        Objects.requireNonNull(at, "at");
        if (text.isBlank() || Characters.count(text) > MOST_TEXT) {
            throw new IllegalArgumentException("a message has 1 to 5,000 characters");
        }
    }

    /** Does not say what was written. */
    @Override
    public String toString() {
        return "InvitationMessage[" + id + " of " + side.code() + "]";
    }
}
