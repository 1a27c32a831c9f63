package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The budget of a campaign as the API shows it. All amounts are of one currency, or null as long as there is none.
 *
 * @param limit what the brief allows
 * @param planned what is planned
 * @param committed what is ordered and not paid
 * @param spent what is paid
 * @param used what is committed and spent
 * @param remaining what can still be used
 * @param overBy how much more is used than allowed
 * @param entries how many entries there are
 * @param lines all lines
 * @param overrides the entries that went over it
 */
record BudgetJson(
        @About("What the brief allows; null when it says nothing") Optional<MoneyJson> limit,
        Optional<MoneyJson> planned,
        @About("What is ordered and not paid") Optional<MoneyJson> committed,
        @About("What is paid") Optional<MoneyJson> spent,
        @About("committed and spent together") Optional<MoneyJson> used,
        @About("What can still be used; null when the brief says nothing, or speaks another currency than the lines") Optional<MoneyJson> remaining,
        @About("How much more is used than the brief allows; null when it is not more") Optional<MoneyJson> overBy,
        @About("How many entries there are on all lines") long entries,
        @About("The oldest first") List<BudgetLineJson> lines,
        @About("The entries that went over the budget because somebody said so, the newest first, at most 100") List<BudgetEntryJson> overrides) {

    /**
     * A line.
     *
     * @param id its id
     * @param version as in its ETag
     * @param category what kind of spending
     * @param label what exactly
     * @param planned how much is meant for it
     * @param committed how much is ordered and not paid
     * @param spent how much is paid
     * @param overPlan whether more is used than planned
     * @param entries how many entries it has
     * @param createdBy who opened it
     * @param createdAt when
     */
    record BudgetLineJson(
            UUID id,
            @About("As in the ETag; counts entries, too") long version,
            @About("creator_fees, production, ads, travel or other") String category,
            String label,
            @About("A guide and no limit") MoneyJson planned,
            MoneyJson committed,
            MoneyJson spent,
            @About("Whether more is committed and spent than planned") boolean overPlan,
            long entries,
            String createdBy,
            Instant createdAt) {

        static BudgetLineJson of(BudgetLine line) {
            return new BudgetLineJson(line.id().value(), line.version(), line.category().code(), line.label(), MoneyJson.of(line.planned()),
                    MoneyJson.of(line.committed()), MoneyJson.of(line.spent()), line.isOverPlan(), line.entries(), line.createdBy(),
                    line.createdAt());
        }
    }

    /**
     * An entry.
     *
     * @param number its number
     * @param lineId on which line
     * @param kind what was moved
     * @param amount how much
     * @param reason why
     * @param overBudget whether it went over the budget
     * @param enteredBy who entered it
     * @param enteredAt when
     */
    record BudgetEntryJson(
            @About("1 for the first entry of the budget, then one more with each") long number,
            UUID lineId,
            @About("plan, cut, commit, release, spend or refund") String kind,
            MoneyJson amount,
            String reason,
            @About("Whether it went over the budget because somebody said so") boolean overBudget,
            String enteredBy,
            Instant enteredAt) {

        static BudgetEntryJson of(BudgetEntry entry) {
            return new BudgetEntryJson(entry.number(), entry.line().value(), entry.kind().code(), MoneyJson.of(entry.amount()), entry.reason(),
                    entry.isOverBudget(), entry.enteredBy(), entry.enteredAt());
        }
    }

    static BudgetJson of(Budget budget, List<BudgetEntry> overrides) {
        Optional<Money> remaining = budget.remaining();
        return new BudgetJson(
                budget.limit().map(MoneyJson::of), budget.planned().map(MoneyJson::of), budget.committed().map(MoneyJson::of),
                budget.spent().map(MoneyJson::of), budget.used().map(MoneyJson::of),
                remaining.map(left -> left.amount().signum() < 0 ? Money.zero(left.currency()) : left).map(MoneyJson::of),
                remaining.filter(left -> left.amount().signum() < 0).map(left -> Money.zero(left.currency()).minus(left)).map(MoneyJson::of),
                budget.entries(), budget.lines().stream().map(BudgetLineJson::of).toList(), overrides.stream().map(BudgetEntryJson::of).toList());
    }
}
