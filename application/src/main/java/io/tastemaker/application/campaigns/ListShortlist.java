package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists a campaign's shortlist, in the order the creators were added. */
public final class ListShortlist {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Shortlists shortlists;

    ListShortlist(Transactions transactions, Campaigns campaigns, Shortlists shortlists) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.shortlists = shortlists;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param status only this status, empty for all
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, Optional<ShortlistEntry.Status> status, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the entries
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<ShortlistEntry> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            campaigns.find(query.campaign()).orElseThrow(Refusal.NotFound::new);
            return shortlists.list(query.campaign(), query.status(), query.page());
        });
    }
}
