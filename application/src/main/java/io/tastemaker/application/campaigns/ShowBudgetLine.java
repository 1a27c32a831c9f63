package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;

/** Shows a line of the budget of a campaign. */
public final class ShowBudgetLine {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;

    ShowBudgetLine(Transactions transactions, WorkGate gate, Budgets budgets) {
        this.transactions = transactions;
        this.gate = gate;
        this.budgets = budgets;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param line which of its lines
     */
    public record Query(Actor actor, CampaignId campaign, BudgetLineId line) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the line
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such line
     */
    public BudgetLine handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        return transactions.reading(query.actor(), () -> budgets.lines(gate.look(query.campaign()).id()).stream()
                .filter(line -> line.id().equals(query.line())).findFirst()).orElseThrow(Refusal.NotFound::new);
    }
}
