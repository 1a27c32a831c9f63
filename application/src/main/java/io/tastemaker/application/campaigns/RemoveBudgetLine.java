package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Subject;
import java.util.OptionalLong;

/** Removes a line of the budget of a campaign on which nothing ever moved. */
public final class RemoveBudgetLine {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;

    RemoveBudgetLine(Transactions transactions, WorkGate gate, Budgets budgets) {
        this.transactions = transactions;
        this.gate = gate;
        this.budgets = budgets;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param line which of its lines
     * @param expectedVersion the version the actor saw, empty for any
     */
    public record Command(Actor actor, CampaignId campaign, BudgetLineId line, OptionalLong expectedVersion) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It is gone. */
        record Removed() implements Outcome {}

        /**
         * Something moved on it, which stays for the record.
         *
         * @param entries how many entries it has
         */
        record HasEntries(long entries) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Removes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such line
     * @throws Refusal.StaleVersion when the version is not the expected one
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.budget.line.remove", () -> {
            budgets.hold(command.campaign());
            return switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
                case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
                case WorkGate.Entry.Open open -> remove(command);
            };
        });
    }

    private Outcome remove(Command command) {
        BudgetLine line = budgets.lines(command.campaign()).stream().filter(found -> found.id().equals(command.line())).findFirst()
                .orElseThrow(Refusal.NotFound::new);
        WorkGate.expect(command.expectedVersion(), line.version());
        if (!line.isRemovable()) {
            transactions.refused(Subject.of("campaign", command.campaign()));
            return new Outcome.HasEntries(line.entries());
        }
        if (!budgets.remove(line)) {
            throw new Refusal.StaleVersion(line.version());
        }
        transactions.about(Subject.of("campaign", command.campaign()), line.traits().gone());
        return new Outcome.Removed();
    }
}
