package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Currency;

/** Opens a line in the budget of a campaign, in the currency of the budget. */
public final class OpenBudgetLine {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;
    private final Ids ids;
    private final InstantSource clock;

    OpenBudgetLine(Transactions transactions, WorkGate gate, Budgets budgets, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.budgets = budgets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param category what kind of spending
     * @param label 1 to {@link BudgetLine#MOST_LABEL} characters
     */
    public record Command(Actor actor, CampaignId campaign, BudgetLine.Category category, String label) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is there; nothing moved on it.
         *
         * @param line version 1
         */
        record Opened(BudgetLine line) implements Outcome {}

        /** The brief of the campaign allows nothing yet. */
        record NoBudget() implements Outcome {}

        /**
         * The lines are in another currency than the brief of the campaign now allows.
         *
         * @param expected the currency of the lines
         */
        record OtherCurrency(Currency expected) implements Outcome {}

        /**
         * The budget has as many lines as one can have.
         *
         * @param most how many that is
         */
        record TooMany(int most) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Opens it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.budget.line.add", () -> {
            budgets.hold(command.campaign());
            return switch (gate.enter(actor, command.campaign(), Right.EDIT)) {
                case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
                case WorkGate.Entry.Open(Campaign campaign) -> open(command, campaign);
            };
        });
    }

    private Outcome open(Command command, Campaign campaign) {
        transactions.refused(Subject.of("campaign", campaign.id()));
        Budget budget = new Budget(campaign.id(), campaign.brief().budget(), budgets.lines(campaign.id()));
        if (budget.limit().isEmpty()) {
            return new Outcome.NoBudget();
        }
        if (budget.currencyOfNewLines().isEmpty()) {
            return new Outcome.OtherCurrency(budget.currency().orElseThrow());
        }
        if (budget.lines().size() >= BudgetLine.MOST) {
            return new Outcome.TooMany(BudgetLine.MOST);
        }
        BudgetLine line = BudgetLine.open(new BudgetLineId(ids.next()), campaign.id(), command.category(), command.label(),
                Money.zero(budget.currencyOfNewLines().get()), command.actor().label(), clock.instant());
        budgets.add(line);
        transactions.about(Subject.of("campaign", campaign.id()), line.traits().made());
        return new Outcome.Opened(line);
    }
}
