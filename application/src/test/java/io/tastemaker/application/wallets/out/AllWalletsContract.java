package io.tastemaker.application.wallets.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.wallets.out.TariffFixtures.IMAGE_GENERATION;
import static io.tastemaker.application.wallets.out.TariffFixtures.POST_ANALYTICS;
import static io.tastemaker.application.wallets.out.WalletFixtures.ANA;
import static io.tastemaker.application.wallets.out.WalletFixtures.ROOT;
import static io.tastemaker.application.wallets.out.WalletFixtures.charge;
import static io.tastemaker.application.wallets.out.WalletFixtures.key;
import static io.tastemaker.application.wallets.out.WalletFixtures.refund;
import static io.tastemaker.application.wallets.out.WalletFixtures.reserve;
import static io.tastemaker.application.wallets.out.WalletFixtures.topUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.out.AllWallets.Stats;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything does that looks at the wallets of all teams; others may write theirs meanwhile. */
public abstract class AllWalletsContract {

    private static final int ALL = 100_000;
    private static final Instant MIDNIGHT = Instant.parse("2026-09-02T00:00:00Z");

    private TeamId team;

    protected abstract Teams teams();

    protected abstract Wallets wallets();

    protected abstract AllWallets all();

    @BeforeEach
    void makeTeam() {
        team = newTeam(teams());
    }

    @Test
    void owners_are_listed_in_the_order_of_their_ids_in_pages_without_gap_or_repeat() {
        TeamId other = newTeam(teams());
        List<TeamId> whole = all().list(Optional.empty(), ALL);
        assertThat(whole).contains(team, other).doesNotContain(TeamId.CATALOGUE).doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(TeamId::toString));
        List<TeamId> paged = new ArrayList<>();
        List<TeamId> page = all().list(Optional.empty(), 100);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(100);
            paged.addAll(page);
            page = all().list(Optional.of(page.getLast()), 100);
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void a_wallet_is_due_when_a_hold_has_lapsed_and_until_that_is_booked() {
        write(NOON, topUp("pi:1", 100), reserve("1", POST_ANALYTICS, 2, ANA));
        Instant end = NOON.plus(Duration.ofMinutes(15));
        assertThat(due(end.minusNanos(1_000))).doesNotContain(team);
        assertThat(due(end)).contains(team);
        write(end, touch());
        assertThat(due(end)).doesNotContain(team);
    }

    @Test
    void a_wallet_is_due_when_a_lot_has_expired_and_until_that_is_booked() {
        write(NOON, topUp("pi:1", 100)); // with it came the day's gift
        assertThat(due(MIDNIGHT.minusNanos(1_000))).doesNotContain(team);
        assertThat(due(MIDNIGHT)).contains(team);
        write(MIDNIGHT, touch());
        assertThat(due(MIDNIGHT)).doesNotContain(team);
    }

    @Test
    void a_lot_that_is_spent_or_held_as_a_whole_makes_no_wallet_due() {
        TeamId spends = newTeam(teams());
        write(NOON, reserve("1", IMAGE_GENERATION, 2, ANA, Duration.ofHours(24)));
        WalletFixtures.write(wallets(), spends, NOON, charge("1", IMAGE_GENERATION, 2, ANA));
        assertThat(due(MIDNIGHT)).doesNotContain(team, spends);
        assertThat(due(NOON.plus(Duration.ofHours(24)))).contains(team).doesNotContain(spends);
    }

    @Test
    void wallets_that_nobody_has_used_are_never_due() {
        assertThat(due(NOON.plus(Duration.ofDays(400)))).doesNotContain(team);
    }

    @Test
    void of_those_that_are_due_the_ones_come_first_that_have_waited_longest() {
        TeamId longer = newTeam(teams());
        write(NOON, topUp("pi:1", 100), reserve("1", POST_ANALYTICS, 2, ANA));
        WalletFixtures.write(wallets(), longer, NOON, topUp("pi:1", 100), reserve("1", POST_ANALYTICS, 2, ANA, Duration.ofMinutes(5)));
        List<TeamId> due = due(MIDNIGHT);
        assertThat(due.indexOf(longer)).isBetween(0, due.indexOf(team) - 1);
        assertThat(all().listDue(MIDNIGHT, 1)).hasSize(1);
    }

    @Test
    void figures_add_up_what_wallets_hold_and_what_was_booked() {
        Stats before = all().stats(NOON);
        Stats beforeMidnight = all().stats(MIDNIGHT);
        TeamId other = newTeam(teams());
        WalletCommand.Charge used = charge("1", POST_ANALYTICS, 4, ANA);
        WalletCommand.Reserve late = reserve("late", POST_ANALYTICS, 2, ANA);
        write(NOON, topUp("pi:1", 100), used, refund("r", team, used, OptionalLong.of(5)), reserve("2", POST_ANALYTICS, 3, ANA),
                charge("units", Action.CREATOR_UNLOCK, 2, ANA),
                new WalletCommand.Deduct(key("d"), 3, ROOT, Optional.empty()));
        WalletFixtures.write(wallets(), other, NOON, topUp("pi:1", 10), late);
        WalletFixtures.write(wallets(), other, MIDNIGHT, charge("1", POST_ANALYTICS, 2, ANA), new WalletCommand.Commit(late.key(), 2, ANA),
                new WalletCommand.Clawback(OperationKey.ofReversal("c"), "pi:1", 1, 1, ROOT));

        Stats soon = less(all().stats(NOON), before);
        Stats later = less(all().stats(MIDNIGHT), beforeMidnight);
        assertThat(soon.wallets()).isEqualTo(1);
        assertThat(soon.posted()).isEqualTo(wallet(team).posted() + wallet(other).posted());
        assertThat(soon.held()).isEqualTo(15);
        assertThat(soon.debt()).isEqualTo(10);
        assertThat(soon.holds()).isEqualTo(1);
        assertThat(soon.overdue()).isZero();
        assertThat(later.overdue()).isEqualTo(1);
        assertThat(soon.entries()).isEqualTo(wallet(team).seq() + wallet(other).seq());
        assertThat(soon.granted()).isEqualTo(100 + 10 + 10 + 10 + 10); // two lots were bought, and three days brought their gift
        assertThat(soon.spent()).isEqualTo(20 - 5 + 10);
        assertThat(soon.expired()).isEqualTo(10);
        assertThat(soon.uncollected()).isEqualTo(10);
    }

    @Test
    void marks_say_where_each_ledger_ends() {
        TeamId unused = newTeam(teams());
        write(NOON, topUp("pi:1", 100));
        Wallet wallet = wallet(team);
        assertThat(all().listMarks()).contains(new LedgerAnchor.Mark(team, wallet.seq(), wallet.head()))
                .extracting(LedgerAnchor.Mark::team).doesNotContain(unused).doesNotHaveDuplicates();
    }

    @Test
    void anchors_are_kept_one_after_the_other() {
        write(NOON, topUp("pi:1", 100));
        LedgerAnchor first = next(NOON);
        assertThat(all().add(first)).isTrue();
        LedgerAnchor found = all().findLastAnchor().orElseThrow();
        assertThat(found.number()).isEqualTo(first.number());
        assertThat(found.at()).isEqualTo(first.at());
        assertThat(found.hash()).isEqualTo(first.hash());
        assertThat(all().add(first)).isFalse();
        assertThat(all().add(LedgerAnchor.of(first.number() + 2, NOON, List.of(), first.hash()))).isFalse();
        assertThat(all().add(LedgerAnchor.of(first.number() + 1, NOON, List.of(), "f".repeat(64)))).isFalse();
        assertThat(all().findLastAnchor().orElseThrow().hash()).isEqualTo(first.hash());
        LedgerAnchor second = next(NOON.plusSeconds(1));
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(all().add(second)).isTrue();
    }

    @Test
    void of_many_who_take_the_next_anchor_one_does() {
        List<LedgerAnchor> taken = List.of(next(NOON), next(NOON.plusSeconds(1)), next(NOON.plusSeconds(2)), next(NOON.plusSeconds(3)));
        assertThat(AtOnce.call(4, number -> all().add(taken.get(number)))).containsOnlyOnce(true);
    }

    private LedgerAnchor next(Instant at) {
        Optional<LedgerAnchor> last = all().findLastAnchor();
        return LedgerAnchor.of(last.map(LedgerAnchor::number).orElse(0L) + 1, at, all().listMarks(),
                last.map(LedgerAnchor::hash).orElse(LedgerAnchor.FIRST));
    }

    private List<TeamId> due(Instant now) {
        return all().listDue(now, ALL);
    }

    private void write(Instant now, WalletCommand... commands) {
        WalletFixtures.write(wallets(), team, now, commands);
    }

    private Wallet wallet(TeamId whose) {
        return wallets().load(whose).orElseThrow();
    }

    private static WalletCommand touch() {
        return new WalletCommand.Touch(OperationKey.once(SeededIds.next()), "system:sweeper");
    }

    private static Stats less(Stats all, Stats before) {
        return new Stats(all.wallets() - before.wallets(), all.posted() - before.posted(), all.held() - before.held(),
                all.debt() - before.debt(), all.holds() - before.holds(), all.overdue() - before.overdue(),
                all.entries() - before.entries(), all.granted() - before.granted(), all.spent() - before.spent(),
                all.expired() - before.expired(), all.uncollected() - before.uncollected());
    }
}
