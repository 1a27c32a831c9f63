package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** Shows the budget of a campaign: what is allowed, planned, committed and spent, and who went over it. */
public final class ShowBudget {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;

    ShowBudget(Transactions transactions, WorkGate gate, Budgets budgets) {
        this.transactions = transactions;
        this.gate = gate;
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
     * @return the budget
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Shown handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> {
            Campaign campaign = gate.look(query.campaign());
            return new Shown(new Budget(campaign.id(), campaign.brief().budget(), budgets.lines(campaign.id())),
                    budgets.entries(campaign.id(), Optional.empty(), true, PageRequest.first(PageRequest.MOST)).items());
        });
    }

    /**
     * A budget with what went over it.
     *
     * @param budget the lines and their sums
     * @param overrides the entries that went over what is allowed, the newest first, at most 100
     */
    public record Shown(Budget budget, List<BudgetEntry> overrides) {
        /** Copies the entries. */
        public Shown {
            overrides = List.copyOf(overrides);
        }
    }
}
