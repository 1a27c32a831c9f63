package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists the team's campaigns, the newest first. */
public final class ListCampaigns {

    private final Transactions transactions;
    private final Campaigns campaigns;

    ListCampaigns(Transactions transactions, Campaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param status only this status, empty for all
     * @param text only those whose name contains it; blank for all
     * @param page which page
     */
    public record Query(Actor actor, Optional<Campaign.Status> status, String text, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the campaigns
     */
    public Page<Campaign> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> campaigns.list(query.status(), query.text(), query.page()));
    }
}
