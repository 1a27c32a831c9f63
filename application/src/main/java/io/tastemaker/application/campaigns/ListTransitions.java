package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the steps a campaign took. */
public final class ListTransitions {

    private final Transactions transactions;
    private final Campaigns campaigns;

    ListTransitions(Transactions transactions, Campaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the steps, the newest first
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<Transition> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            campaigns.find(query.campaign()).orElseThrow(Refusal.NotFound::new);
            return campaigns.transitions(query.campaign(), query.page());
        });
    }
}
