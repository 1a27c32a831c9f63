package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.InvitationId;

/** Shows one of the team's invitations. */
public final class ShowInvitation {

    private final Transactions transactions;
    private final Invitations invitations;

    ShowInvitation(Transactions transactions, Invitations invitations) {
        this.transactions = transactions;
        this.invitations = invitations;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param invitation which
     */
    public record Query(Actor actor, InvitationId invitation) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the invitation
     * @throws Refusal.NotFound when the team has no such invitation
     */
    public Invitation handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> invitations.find(query.invitation())).orElseThrow(Refusal.NotFound::new);
    }
}
