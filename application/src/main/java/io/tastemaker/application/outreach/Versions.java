package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.InvitationId;
import java.util.OptionalLong;

/** Holds an invitation that somebody has seen. */
final class Versions {

    private Versions() {}

    /** The invitation, which nobody else changes until the transaction of the caller ends. */
    static Invitation held(Invitations invitations, InvitationId id, OptionalLong expectedVersion) {
        Invitation held = invitations.hold(id).orElseThrow(Refusal.NotFound::new);
        if (expectedVersion.orElse(held.version()) != held.version()) {
            throw new Refusal.StaleVersion(held.version());
        }
        return held;
    }
}
