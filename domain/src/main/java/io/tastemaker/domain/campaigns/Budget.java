package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The money of a campaign: what its brief allows, and the lines on which it moves.
 *
 * <p>Two sums never pass what the brief allows, unless somebody says in so many words that they shall: what is planned on all lines, and what
 * is committed and spent on all lines. An entry that adds to neither is never held up, even when the budget was lowered below what is used.
 * What is planned on <em>one</em> line is a guide: using more of it is shown and not refused, since money moves between lines every day.
 * Paying takes from what is committed first, so that an invoice for an order adds nothing to what is used.
 *
 * @param campaign of which campaign
 * @param limit what the brief allows; empty when it says nothing
 * @param lines all of them, of one currency
 */
public record Budget(CampaignId campaign, Optional<Money> limit, List<BudgetLine> lines) {

    /** What comes of an entry. */
    public sealed interface Decision {
        /**
         * It is entered.
         *
         * @param line the line afterwards
         * @param entry the entry
         */
        record Entered(BudgetLine line, BudgetEntry entry) implements Decision {}

        /** The brief allows nothing yet. */
        record NoBudget() implements Decision {}

        /**
         * It is in another currency than the budget.
         *
         * @param expected the currency of the budget
         */
        record OtherCurrency(Currency expected) implements Decision {}

        /**
         * It would go over the budget.
         *
         * @param limit what the brief allows
         * @param now what is planned, or used, now
         * @param then what it would be
         */
        record OverBudget(Money limit, Money now, Money then) implements Decision {}

        /**
         * It would take away more than is there.
         *
         * @param kind what was to be moved
         * @param available how much there is
         */
        record TooLittle(BudgetEntry.Kind kind, Money available) implements Decision {}

        /** The line has as many entries as a line can have. */
        record Full() implements Decision {}
    }

    /**
     * What somebody wants to move.
     *
     * @param line on which line; one of this budget
     * @param kind what is moved
     * @param amount more than 0
     * @param reason why
     * @param isOverride whether it shall go over the budget, if it must
     * @param by the label of the actor
     */
    public record Wish(BudgetLineId line, BudgetEntry.Kind kind, Money amount, String reason, boolean isOverride, String by) {}

    /** Copies the lines and checks their currency. */
    public Budget {
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(limit, "limit");
        lines = List.copyOf(lines);
        if (lines.stream().map(line -> line.planned().currency()).distinct().count() > 1) {
            throw new IllegalArgumentException("a budget has one currency");
        }
    }

    /**
     * The currency of everything in it: that of the lines, or of the brief as long as there is none.
     *
     * @return the currency; empty when there is neither
     */
    public Optional<Currency> currency() {
        return lines.stream().map(line -> line.planned().currency()).findFirst().or(() -> limit.map(Money::currency));
    }

    /**
     * The currency in which a new line is opened.
     *
     * @return the currency; empty when the brief allows nothing, or now speaks another currency than the lines
     */
    public Optional<Currency> currencyOfNewLines() {
        return limit.map(Money::currency).filter(wanted -> currency().equals(Optional.of(wanted)));
    }

    /**
     * Finds a line.
     *
     * @param id which
     * @return the line, or empty
     */
    public Optional<BudgetLine> line(BudgetLineId id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /**
     * What is planned on all lines.
     *
     * @return the sum; empty without a currency
     */
    public Optional<Money> planned() {
        return sum(BudgetLine::planned);
    }

    /**
     * What is ordered and not paid on all lines.
     *
     * @return the sum; empty without a currency
     */
    public Optional<Money> committed() {
        return sum(BudgetLine::committed);
    }

    /**
     * What is paid on all lines.
     *
     * @return the sum; empty without a currency
     */
    public Optional<Money> spent() {
        return sum(BudgetLine::spent);
    }

    /**
     * What is committed and spent on all lines.
     *
     * @return the sum; empty without a currency
     */
    public Optional<Money> used() {
        return sum(BudgetLine::used);
    }

    /**
     * What can still be used.
     *
     * @return what the brief allows without what is used, below 0 when that is more; empty when the brief allows nothing, or speaks another
     *     currency than the lines
     */
    public Optional<Money> remaining() {
        return limit.filter(most -> currency().equals(Optional.of(most.currency()))).flatMap(most -> used().map(most::minus));
    }

    /**
     * How many entries there are on all lines.
     *
     * @return 0 or more; the number of the last one
     */
    public long entries() {
        return lines.stream().mapToLong(BudgetLine::entries).sum();
    }

    /**
     * Enters a movement.
     *
     * @param wish what is wanted, on a line of this budget
     * @param now the time
     * @return the line and its entry, or why there is none
     */
    public Decision enter(Wish wish, Instant now) {
        BudgetLine line = line(wish.line()).orElseThrow();
        if (limit.isEmpty()) {
            return new Decision.NoBudget();
        }
        Currency own = line.planned().currency();
        if (!own.equals(limit.get().currency()) || !own.equals(wish.amount().currency())) {
            return new Decision.OtherCurrency(limit.get().currency());
        }
        if (line.entries() >= BudgetLine.MOST_ENTRIES) {
            return new Decision.Full();
        }
        return line.moved(wish.kind(), wish.amount()).map(moved -> within(wish, moved, now)).orElseGet(() -> tooLittle(wish.kind(), line));
    }

    private Decision within(Wish wish, BudgetLine moved, Instant now) {
        Budget then = new Budget(campaign, limit, lines.stream().map(line -> line.id().equals(moved.id()) ? moved : line).toList());
        Optional<Decision.OverBudget> over = over(planned().orElseThrow(), then.planned().orElseThrow())
                .or(() -> over(used().orElseThrow(), then.used().orElseThrow()));
        if (over.isPresent() && !wish.isOverride()) {
            return over.get();
        }
        return new Decision.Entered(moved, new BudgetEntry(campaign, wish.line(), entries() + 1, wish.kind(), wish.amount(), wish.reason(),
                over.isPresent(), wish.by(), now));
    }

    private Optional<Decision.OverBudget> over(Money before, Money after) {
        Money most = limit.orElseThrow();
        boolean isOver = after.amount().compareTo(before.amount()) > 0 && after.amount().compareTo(most.amount()) > 0;
        return isOver ? Optional.of(new Decision.OverBudget(most, before, after)) : Optional.empty();
    }

    private static Decision tooLittle(BudgetEntry.Kind kind, BudgetLine line) {
        return new Decision.TooLittle(kind, switch (kind) {
            case PLAN, CUT -> line.planned();
            case COMMIT, RELEASE -> line.committed();
            case SPEND, REFUND -> line.spent();
        });
    }

    private Optional<Money> sum(Function<BudgetLine, Money> amount) {
        return currency().map(currency -> lines.stream().map(amount).reduce(Money.zero(currency), Money::plus));
    }
}
