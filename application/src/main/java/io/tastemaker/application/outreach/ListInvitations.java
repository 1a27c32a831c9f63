package io.tastemaker.application.outreach;

import io.tastemaker.application.campaigns.SeeShortlisted;
import io.tastemaker.application.outreach.out.Invitations;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** Lists the invitations of a team, or of one of its campaigns. */
public final class ListInvitations {

    private final Transactions transactions;
    private final Invitations invitations;
    private final SeeShortlisted seeShortlisted;

    ListInvitations(Transactions transactions, Invitations invitations, SeeShortlisted seeShortlisted) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.seeShortlisted = seeShortlisted;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign only of this campaign, empty for all
     * @param status only those that stand there, empty for all
     * @param page which page
     */
    public record Query(Actor actor, Optional<CampaignId> campaign, Optional<Invitation.Status> status, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the newest first
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<Invitation> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            query.campaign().ifPresent(campaign -> seeShortlisted.handle(new SeeShortlisted.Query(query.actor(), campaign, List.of())));
            return invitations.list(new Invitations.Filter(query.campaign(), query.status()), query.page());
        });
    }
}
