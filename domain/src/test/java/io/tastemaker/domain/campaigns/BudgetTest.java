package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.campaigns.Budget.Decision;
import io.tastemaker.domain.campaigns.BudgetEntry.Kind;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BudgetTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final CampaignId CAMPAIGN = new CampaignId(new UUID(1, 1));
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static BudgetLineId id(int number) {
        return new BudgetLineId(new UUID(2, number));
    }

    private static Budget budget(String limit, int lines) {
        List<BudgetLine> opened = new ArrayList<>();
        for (int number = 0; number < lines; number++) {
            opened.add(BudgetLine.open(id(number), CAMPAIGN, BudgetLine.Category.CREATOR_FEES, "Fees", Money.zero(EUR), "user:ana", NOON));
        }
        return new Budget(CAMPAIGN, Optional.of(eur(limit)), opened);
    }

    private static Budget.Wish wish(int line, Kind kind, Money amount, boolean isOverride) {
        return new Budget.Wish(id(line), kind, amount, "because", isOverride, "user:ana");
    }

    private static Budget with(Budget budget, BudgetLine changed) {
        return new Budget(CAMPAIGN, budget.limit(), budget.lines().stream().map(line -> line.id().equals(changed.id()) ? changed : line).toList());
    }

    private static Budget entered(Budget budget, Kind kind, String amount) {
        return with(budget, ((Decision.Entered) budget.enter(wish(0, kind, eur(amount), false), NOON)).line());
    }

    @Test
    void paying_takes_from_what_is_committed_first_and_adds_only_the_rest() {
        Budget ordered = entered(budget("1000", 1), Kind.COMMIT, "300");
        Budget paid = entered(ordered, Kind.SPEND, "450");
        assertThat(paid.committed()).contains(eur("0"));
        assertThat(paid.spent()).contains(eur("450"));
        assertThat(paid.remaining()).contains(eur("550"));
        assertThat(entered(ordered, Kind.SPEND, "100").committed()).contains(eur("200"));
    }

    @Test
    void the_last_cent_may_be_used_and_one_more_may_not() {
        Budget full = entered(budget("100.00", 1), Kind.COMMIT, "100.00");
        assertThat(full.remaining()).contains(eur("0.00"));
        assertThat(full.enter(wish(0, Kind.COMMIT, eur("0.01"), false), NOON))
                .isEqualTo(new Decision.OverBudget(eur("100"), eur("100"), eur("100.01")));
        assertThat(full.enter(wish(0, Kind.SPEND, eur("100.00"), false), NOON)).isInstanceOf(Decision.Entered.class);
        assertThat(full.enter(wish(0, Kind.SPEND, eur("100.01"), false), NOON)).isInstanceOf(Decision.OverBudget.class);
    }

    @Test
    void plans_have_the_same_limit() {
        Budget planned = entered(budget("100", 2), Kind.PLAN, "60");
        assertThat(planned.enter(wish(1, Kind.PLAN, eur("41"), false), NOON))
                .isEqualTo(new Decision.OverBudget(eur("100"), eur("60"), eur("101")));
        assertThat(planned.enter(wish(1, Kind.PLAN, eur("40"), false), NOON)).isInstanceOf(Decision.Entered.class);
    }

    @Test
    void a_plan_of_one_line_is_a_guide_that_is_passed_in_the_open() {
        Budget used = entered(entered(budget("100", 1), Kind.PLAN, "10"), Kind.COMMIT, "50");
        assertThat(used.lines().getFirst().isOverPlan()).isTrue();
        assertThat(budget("100", 1).lines().getFirst().isOverPlan()).isFalse();
    }

    @Test
    void who_says_so_goes_over_the_budget_and_the_entry_tells_it() {
        assertThat(budget("100", 1).enter(wish(0, Kind.SPEND, eur("130"), true), NOON))
                .isInstanceOfSatisfying(Decision.Entered.class, entered -> assertThat(entered.entry().isOverBudget()).isTrue());
        assertThat(budget("100", 1).enter(wish(0, Kind.SPEND, eur("30"), true), NOON))
                .isInstanceOfSatisfying(Decision.Entered.class, entered -> assertThat(entered.entry().isOverBudget()).isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void a_budget_in_another_currency_is_refused_and_named(Kind kind) {
        assertThat(budget("100", 1).enter(wish(0, kind, Money.of("1", "USD"), true), NOON)).isEqualTo(new Decision.OtherCurrency(EUR));
        Budget moved = new Budget(CAMPAIGN, Optional.of(Money.of("100", "USD")), budget("100", 1).lines());
        assertThat(moved.enter(wish(0, kind, eur("1"), true), NOON)).isEqualTo(new Decision.OtherCurrency(Currency.getInstance("USD")));
        assertThat(moved.remaining()).isEmpty();
        assertThat(moved.currencyOfNewLines()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void without_a_budget_nothing_moves(Kind kind) {
        Budget none = new Budget(CAMPAIGN, Optional.empty(), budget("1", 1).lines());
        assertThat(none.enter(wish(0, kind, eur("1"), true), NOON)).isEqualTo(new Decision.NoBudget());
        assertThat(none.remaining()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "RELEASE", "REFUND"})
    void no_more_is_taken_away_than_is_there(Kind kind) {
        Budget spent = entered(entered(entered(entered(budget("100", 1), Kind.PLAN, "5"), Kind.COMMIT, "10"), Kind.SPEND, "5"), Kind.COMMIT, "0.01");
        assertThat(spent.enter(wish(0, kind, eur("5.02"), true), NOON)).isInstanceOfSatisfying(Decision.TooLittle.class, declined ->
                assertThat(declined.available()).isEqualTo(kind == Kind.RELEASE ? eur("5.01") : eur("5")));
        assertThat(spent.enter(wish(0, kind, eur("5"), false), NOON)).isInstanceOf(Decision.Entered.class);
    }

    @Test
    void what_adds_nothing_is_not_held_up_by_a_budget_that_was_lowered() {
        Budget lowered = new Budget(CAMPAIGN, Optional.of(eur("10")), entered(budget("100", 1), Kind.COMMIT, "80").lines());
        assertThat(lowered.remaining()).contains(eur("-70"));
        assertThat(lowered.enter(wish(0, Kind.SPEND, eur("80"), false), NOON)).isInstanceOf(Decision.Entered.class);
        assertThat(lowered.enter(wish(0, Kind.RELEASE, eur("1"), false), NOON)).isInstanceOf(Decision.Entered.class);
        assertThat(lowered.enter(wish(0, Kind.COMMIT, eur("0.01"), false), NOON)).isInstanceOf(Decision.OverBudget.class);
    }

    @Test
    void an_entry_moves_something_and_says_why() {
        assertThatThrownBy(() -> budget("1", 1).enter(wish(0, Kind.PLAN, eur("0"), false), NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BudgetEntry(CAMPAIGN, id(0), 1, Kind.PLAN, eur("1"), " ", false, "user:ana", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** The totals as they follow from the entries alone, in cents: planned, committed, spent. */
    private static long[] fold(List<BudgetEntry> entries, BudgetLineId line) {
        long planned = 0;
        long committed = 0;
        long spent = 0;
        for (BudgetEntry entry : entries.stream().filter(entry -> entry.line().equals(line)).toList()) {
            long amount = entry.amount().minor();
            switch (entry.kind()) {
                case PLAN -> planned += amount;
                case CUT -> planned -= amount;
                case COMMIT -> committed += amount;
                case RELEASE -> committed -= amount;
                case SPEND -> {
                    committed -= Math.min(committed, amount);
                    spent += amount;
                }
                case REFUND -> spent -= amount;
                default -> throw new AssertionError(entry.kind());
            }
        }
        return new long[] {planned, committed, spent};
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void in_any_story_the_totals_are_the_fold_of_the_entries_and_never_pass_the_budget_unasked(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Budget budget = budget(BigDecimal.valueOf(random.nextLong(60_000, 200_000), 2).toPlainString(), 3);
        List<BudgetEntry> entries = new ArrayList<>();
        boolean wentOver = false;
        for (int step = 0; step < 120; step++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean isOverride = seed % 2 == 0 && random.nextInt(20) == 0;
            Budget.Wish wish = wish(random.nextInt(3), kind, Money.ofMinor(random.nextLong(1, 60_000), EUR), isOverride);
            Budget before = budget;
            switch (budget.enter(wish, NOON)) {
                case Decision.Entered(BudgetLine line, BudgetEntry entry) -> {
                    budget = with(budget, line);
                    entries.add(entry);
                    assertThat(entry.number()).isEqualTo(entries.size());
                    wentOver |= entry.isOverBudget();
                    assertThat(isOverride || !entry.isOverBudget()).isTrue();
                }
                case Decision.OverBudget over -> assertThat(isOverride).isFalse();
                case Decision.TooLittle little -> assertThat(wish.amount().amount()).isGreaterThan(little.available().amount());
                case Decision.NoBudget none -> throw new AssertionError("there is a budget");
                case Decision.OtherCurrency other -> throw new AssertionError("there is one currency");
                case Decision.Full full -> throw new AssertionError("a line holds more than 120 entries");
            }
            if (kind == Kind.SPEND && !before.equals(budget)) {
                long addition = budget.used().orElseThrow().minor() - before.used().orElseThrow().minor();
                long committedBefore = before.line(wish.line()).orElseThrow().committed().minor();
                assertThat(addition).isEqualTo(Math.max(0, wish.amount().minor() - committedBefore));
            }
            for (BudgetLine line : budget.lines()) {
                assertThat(new long[] {line.planned().minor(), line.committed().minor(), line.spent().minor()}).as("seed " + seed)
                        .isEqualTo(fold(entries, line.id()));
                assertThat(line.entries()).isEqualTo(entries.stream().filter(entry -> entry.line().equals(line.id())).count());
            }
            if (!wentOver) {
                assertThat(budget.remaining().orElseThrow().amount().signum()).as("seed " + seed).isNotNegative();
                assertThat(budget.planned().orElseThrow().amount()).isLessThanOrEqualTo(budget.limit().orElseThrow().amount());
            }
        }
        assertThat(entries).as("seed " + seed).isNotEmpty();
    }
}
