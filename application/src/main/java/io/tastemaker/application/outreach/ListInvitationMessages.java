package io.tastemaker.application.outreach;

import io.tastemaker.application.outreach.out.InvitationMessages;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists what the creator and the team wrote about an invitation. */
public final class ListInvitationMessages {

    private final Transactions transactions;
    private final Invitations invitations;
    private final InvitationMessages messages;

    ListInvitationMessages(Transactions transactions, Invitations invitations, InvitationMessages messages) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.messages = messages;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param invitation about which invitation
     * @param page which page
     */
    public record Query(Actor actor, InvitationId invitation, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the oldest first
     * @throws Refusal.NotFound when the team has no such invitation
     */
    public Page<InvitationMessage> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            invitations.find(query.invitation()).orElseThrow(Refusal.NotFound::new);
            return messages.list(query.invitation(), query.page());
        });
    }
}
