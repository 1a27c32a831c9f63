package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.outreach.InvitationMessage;
import java.time.Instant;
import java.util.UUID;

/**
 * What was written about an invitation.
 *
 * @param id its id
 * @param from who wrote
 * @param text the words
 * @param at when
 */
record InvitationMessageJson(UUID id, @About("creator or team") String from, String text, Instant at) {

    static InvitationMessageJson of(InvitationMessage message) {
        return new InvitationMessageJson(message.id(), message.side().code(), message.text(), message.at());
    }

    /** Leaves out the words. */
    @Override
    public String toString() {
        return "InvitationMessageJson[" + id + "]";
    }
}
