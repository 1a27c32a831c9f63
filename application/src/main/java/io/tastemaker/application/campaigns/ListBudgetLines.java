package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;

/** Lists all lines of the budget of a campaign. */
public final class ListBudgetLines {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;

    ListBudgetLines(Transactions transactions, WorkGate gate, Budgets budgets) {
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
     * Lists them.
     *
     * @param query what is asked
     * @return the oldest first
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public List<BudgetLine> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> budgets.lines(gate.look(query.campaign()).id()));
    }
}
