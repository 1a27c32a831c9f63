package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists what moved in the budget of a campaign, the newest first. */
public final class ListBudgetEntries {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;

    ListBudgetEntries(Transactions transactions, WorkGate gate, Budgets budgets) {
        this.transactions = transactions;
        this.gate = gate;
        this.budgets = budgets;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param line only on this line, empty for all
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, Optional<BudgetLineId> line, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the entries
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<BudgetEntry> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> budgets.entries(gate.look(query.campaign()).id(), query.line(), false, query.page()));
    }
}
