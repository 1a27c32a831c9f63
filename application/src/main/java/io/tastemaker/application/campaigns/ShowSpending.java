package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.DaySpending;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;

/** Shows what a campaign paid by its budget, day by day: what it cost. */
public final class ShowSpending {

    private final Transactions transactions;
    private final Campaigns campaigns;
    private final Budgets budgets;

    ShowSpending(Transactions transactions, Campaigns campaigns, Budgets budgets) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.budgets = budgets;
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
     * @return by day and currency; none when nothing was spent and nothing came back
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public List<DaySpending> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            campaigns.find(query.campaign()).orElseThrow(Refusal.NotFound::new);
            return budgets.spent(query.campaign());
        });
    }
}
