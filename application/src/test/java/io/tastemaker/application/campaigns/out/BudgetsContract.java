package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.DaySpending;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of budgets does. */
public abstract class BudgetsContract extends InACampaign {

    protected abstract Budgets budgets();

    @Test
    void a_line_is_found_as_it_was_added_and_moved_by_its_own_team_only() {
        BudgetLine line = added(0);
        assertThat(lines()).containsExactly(line);
        assertThat(read(newTeam(teams()), () -> budgets().lines(campaign.id()))).isEmpty();
        BudgetLine moved = moved(line, BudgetEntry.Kind.COMMIT, "250.05");
        assertThat(lines()).containsExactly(moved);
        assertThat(moved.committed()).isEqualTo(Money.of("250.05", "BRL"));
    }

    @Test
    void a_currency_without_cents_and_one_with_three_decimals_are_kept_exactly() {
        for (String amount : List.of("5 JPY", "1.234 KWD", "999999999999999.99 EUR")) {
            Campaign other = campaign(team);
            Money money = Money.of(amount.split(" ")[0], amount.split(" ")[1]);
            BudgetLine line = new BudgetLine(new BudgetLineId(SeededIds.next()), other.id(), 1, BudgetLine.Category.ADS, "Ads", money,
                    Money.zero(money.currency()), money, 0, "user:ana", NOON);
            does(() -> budgets().add(line));
            assertThat(read(team, () -> budgets().lines(other.id()))).containsExactly(line);
        }
    }

    @Test
    void a_stale_line_replaces_and_removes_nothing() {
        BudgetLine first = added(0);
        BudgetLine second = first.renamed(BudgetLine.Category.TRAVEL, "Trains");
        assertThat(write(newTeam(teams()), () -> budgets().replace(second))).isFalse();
        assertThat(write(team, () -> budgets().replace(second))).isTrue();
        assertThat(write(team, () -> budgets().replace(first.renamed(BudgetLine.Category.OTHER, "Late")))).isFalse();
        assertThat(write(team, () -> budgets().remove(first))).isFalse();
        assertThat(lines()).containsExactly(second);
        assertThat(write(newTeam(teams()), () -> budgets().remove(second))).isFalse();
        assertThat(write(team, () -> budgets().remove(second))).isTrue();
        assertThat(lines()).isEmpty();
    }

    @Test
    void lines_are_listed_by_age() {
        BudgetLine second = added(2);
        BudgetLine first = added(1);
        assertThat(lines()).containsExactly(first, second);
    }

    @Test
    void entries_are_listed_the_newest_first_for_all_lines_or_one_or_only_those_over_the_budget() {
        BudgetLine one = added(0);
        BudgetLine other = added(1);
        for (int number = 1; number <= 5; number++) {
            BudgetEntry entry = entry(number % 2 == 0 ? one : other, number, number == 3);
            does(() -> budgets().append(entry));
        }
        assertThat(numbers(Optional.empty(), false)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(numbers(Optional.of(one.id()), false)).containsExactly(4L, 2L);
        assertThat(numbers(Optional.empty(), true)).containsExactly(3L);
        assertThat(paged(page -> budgets().entries(campaign.id(), Optional.of(other.id()), true, page)))
                .containsExactly(entry(other, 3, true));
        assertThat(read(newTeam(teams()), () -> budgets().entries(campaign.id(), Optional.empty(), false, PageRequest.first(9))).items()).isEmpty();
    }

    @Test
    void what_was_spent_less_what_came_back_is_told_by_day() {
        BudgetLine one = added(0);
        BudgetLine other = added(1);
        Instant midnight = NOON.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        LocalDate day = NOON.atZone(ZoneOffset.UTC).toLocalDate();
        List<BudgetEntry> entries = List.of(moved(one, 1, BudgetEntry.Kind.PLAN, "900", NOON), moved(one, 2, BudgetEntry.Kind.COMMIT, "500", NOON),
                moved(one, 3, BudgetEntry.Kind.SPEND, "100.10", NOON), moved(other, 4, BudgetEntry.Kind.SPEND, "0.05", midnight.minusMillis(1)),
                moved(other, 5, BudgetEntry.Kind.SPEND, "7", midnight), moved(one, 6, BudgetEntry.Kind.REFUND, "50", midnight));
        assertThat(read(team, () -> budgets().spent(campaign.id()))).isEmpty();
        entries.forEach(entry -> does(() -> budgets().append(entry)));

        List<DaySpending> spent = read(team, () -> budgets().spent(campaign.id()));
        assertThat(spent).extracting(DaySpending::day).containsExactly(day, day.plusDays(1));
        assertThat(spent).extracting(each -> each.amount().amount().stripTrailingZeros().toPlainString()).containsExactly("100.15", "-43");
        assertThat(spent).extracting(each -> each.amount().currency().getCurrencyCode()).containsOnly("BRL");
        assertThat(spent).extracting(DaySpending::entries).containsExactly(2, 2);
        assertThat(read(newTeam(teams()), () -> budgets().spent(campaign.id()))).isEmpty();
    }

    private BudgetEntry moved(BudgetLine line, long number, BudgetEntry.Kind kind, String amount, Instant at) {
        return new BudgetEntry(campaign.id(), line.id(), number, kind, Money.of(amount, "BRL"), "because", false, "user:ana", at);
    }

    @Test
    void an_entry_is_never_written_over_and_stands_on_a_line_of_its_campaign() {
        BudgetLine line = added(0);
        does(() -> budgets().append(entry(line, 1, false)));
        assertThatThrownBy(() -> does(() -> budgets().append(entry(line, 1, true)))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> does(() -> budgets().append(entry(line(7), 2, false)))).isInstanceOf(RuntimeException.class);
        assertThat(numbers(Optional.empty(), false)).containsExactly(1L);
    }

    @Test
    void a_budget_can_be_held_by_its_team_and_holding_what_is_not_there_does_nothing() {
        BudgetLine line = added(0);
        does(() -> {
            budgets().hold(campaign.id());
            assertThat(budgets().lines(campaign.id())).containsExactly(line);
        });
        write(newTeam(teams()), () -> {
            budgets().hold(campaign.id());
            return true;
        });
    }

    @Test
    void they_go_with_their_campaign() {
        BudgetLine line = added(0);
        does(() -> budgets().append(entry(line, 1, false)));
        does(() -> campaigns().remove(campaign));
        assertThat(lines()).isEmpty();
        assertThat(numbers(Optional.empty(), false)).isEmpty();
    }

    protected List<BudgetLine> lines() {
        return read(team, () -> budgets().lines(campaign.id()));
    }

    private List<Long> numbers(Optional<BudgetLineId> line, boolean onlyOverBudget) {
        return paged(page -> budgets().entries(campaign.id(), line, onlyOverBudget, page)).stream().map(BudgetEntry::number).toList();
    }

    private BudgetLine line(int second) {
        return BudgetLine.open(new BudgetLineId(SeededIds.next()), campaign.id(), BudgetLine.Category.CREATOR_FEES, "Fees",
                Money.of("0", "BRL"), "user:ana", NOON.plusSeconds(second));
    }

    protected BudgetLine added(int second) {
        BudgetLine line = line(second);
        does(() -> budgets().add(line));
        return line;
    }

    private BudgetLine moved(BudgetLine line, BudgetEntry.Kind kind, String amount) {
        Budget budget = new Budget(campaign.id(), campaign.brief().budget(), List.of(line));
        Budget.Wish wish = new Budget.Wish(line.id(), kind, Money.of(amount, "BRL"), "because", false, "user:ana");
        BudgetLine moved = ((Budget.Decision.Entered) budget.enter(wish, NOON)).line();
        assertThat(write(team, () -> budgets().replace(moved))).isTrue();
        return moved;
    }

    private BudgetEntry entry(BudgetLine line, long number, boolean isOverBudget) {
        return new BudgetEntry(campaign.id(), line.id(), number, BudgetEntry.Kind.SPEND, Money.of("10.50", "BRL"), "invoice " + number,
                isOverBudget, "user:ana", NOON);
    }
}
