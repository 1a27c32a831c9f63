package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Budgets;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.Currency;

/** Moves money in the budget of a campaign, never over it unless somebody who may approve says so. */
public final class EnterInBudget {

    private final Transactions transactions;
    private final WorkGate gate;
    private final Budgets budgets;
    private final InstantSource clock;

    EnterInBudget(Transactions transactions, WorkGate gate, Budgets budgets, InstantSource clock) {
        this.transactions = transactions;
        this.gate = gate;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param line which of its lines
     * @param kind what is moved
     * @param amount more than 0
     * @param reason 1 to {@link BudgetEntry#MOST_REASON} characters
     * @param isOverride whether it shall go over the budget, if it must
     */
    public record Command(
            Actor actor,
            CampaignId campaign,
            BudgetLineId line,
            BudgetEntry.Kind kind,
            Money amount,
            String reason,
            boolean isOverride) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It is moved.
         *
         * @param entry the entry
         * @param budget the budget afterwards
         */
        record Entered(BudgetEntry entry, Budget budget) implements Outcome {}

        /** The brief of the campaign allows nothing yet. */
        record NoBudget() implements Outcome {}

        /**
         * It is in another currency than the budget of the campaign.
         *
         * @param expected the currency of the budget
         */
        record OtherCurrency(Currency expected) implements Outcome {}

        /**
         * It would go over the budget.
         *
         * @param limit what the brief allows
         * @param now what is planned, or used, now
         * @param then what it would be
         */
        record OverBudget(Money limit, Money now, Money then) implements Outcome {}

        /**
         * It would take away more than is there.
         *
         * @param kind what was to be moved
         * @param available how much there is
         */
        record TooLittle(BudgetEntry.Kind kind, Money available) implements Outcome {}

        /**
         * The line has as many entries as one can have.
         *
         * @param most how many that is
         */
        record Full(int most) implements Outcome {}

        /**
         * The campaign is closed for work.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Moves it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign, or that has no such line
     * @throws Refusal.Forbidden when neither the role nor the campaign gives the right to it
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WORK_ON_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.budget.enter", () -> {
            budgets.hold(command.campaign());
            return switch (gate.enter(actor, command.campaign(), command.isOverride() ? Right.APPROVE : Right.EDIT)) {
                case WorkGate.Entry.Closed(Campaign.Status status) -> new Outcome.Closed(status);
                case WorkGate.Entry.Open(Campaign campaign) -> enter(command, campaign);
            };
        });
    }

    private Outcome enter(Command command, Campaign campaign) {
        Budget budget = new Budget(campaign.id(), campaign.brief().budget(), budgets.lines(campaign.id()));
        budget.line(command.line()).orElseThrow(Refusal.NotFound::new);
        transactions.refused(Subject.of("campaign", campaign.id()));
        Budget.Wish wish = new Budget.Wish(
                command.line(), command.kind(), command.amount(), command.reason(), command.isOverride(), command.actor().label());
        return switch (budget.enter(wish, clock.instant())) {
            case Budget.Decision.NoBudget() -> new Outcome.NoBudget();
            case Budget.Decision.OtherCurrency(Currency expected) -> new Outcome.OtherCurrency(expected);
            case Budget.Decision.OverBudget(Money limit, Money now, Money then) -> new Outcome.OverBudget(limit, now, then);
            case Budget.Decision.TooLittle(BudgetEntry.Kind kind, Money available) -> new Outcome.TooLittle(kind, available);
            case Budget.Decision.Full() -> new Outcome.Full(BudgetLine.MOST_ENTRIES);
            case Budget.Decision.Entered(BudgetLine line, BudgetEntry entry) -> {
                if (!budgets.replace(line)) {
                    throw new Refusal.StaleVersion(line.version() - 1);
                }
                budgets.append(entry);
                transactions.about(Subject.of("campaign", campaign.id()), entry.traits().made());
                yield new Outcome.Entered(entry, new Budget(campaign.id(), budget.limit(), budgets.lines(campaign.id())));
            }
        };
    }
}
