package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;

/** Shows one of the team's campaigns. */
public final class ShowCampaign {

    private final Transactions transactions;
    private final Campaigns campaigns;

    ShowCampaign(Transactions transactions, Campaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     */
    public record Query(Actor actor, CampaignId campaign) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the campaign
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Campaign handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> campaigns.find(query.campaign())).orElseThrow(Refusal.NotFound::new);
    }
}
