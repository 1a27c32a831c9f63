package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.GENEROUS;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.entitlements.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final WalletAnswer DONE = new WalletAnswer.Booked(0, 0);

    private final Till till = Till.on(BARE);

    @Test
    void an_older_notice_of_a_plan_changes_nothing() {
        assertThat(till.plan(PREMIUM, false, 7)).isEqualTo(DONE);
        assertThat(till.plan(STANDARD, false, 6)).isEqualTo(new WalletAnswer.Outdated(7));
        assertThat(till.plan(STANDARD, true, 6)).isEqualTo(new WalletAnswer.Outdated(7));
        assertThat(till.wallet().plan()).contains(PREMIUM);
        assertThat(till.wallet().nextPlan()).isEmpty();
        assertThat(till.stored().version()).isEqualTo(1);
    }

    @Test
    void an_older_notice_of_a_refund_changes_nothing() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        assertThat(till.clawback("pi:1", 80, 100, 3)).isEqualTo(new WalletAnswer.Booked(80, 0));
        assertThat(till.clawback("pi:1", 30, 100, 2)).isEqualTo(new WalletAnswer.Outdated(3));
        assertThat(till.available()).isEqualTo(20);
    }

    @Test
    void all_that_follows_from_one_notice_is_heeded() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        till.grant("pi:2", LotKind.TOP_UP, 100);
        assertThat(till.clawback("pi:1", 1, 1, 3)).isEqualTo(new WalletAnswer.Booked(100, 0));
        assertThat(till.clawback("pi:2", 1, 4, 3)).isEqualTo(new WalletAnswer.Booked(25, 0));
        assertThat(till.plan(STANDARD, false, 3)).isEqualTo(DONE);
        assertThat(till.plan(PREMIUM, false, 3)).isEqualTo(DONE);
        assertThat(till.wallet().plan()).contains(PREMIUM);
        assertThat(till.available()).isEqualTo(75);
    }

    @Test
    void one_count_holds_for_plans_and_refunds_together() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        till.plan(STANDARD, false, 5);
        assertThat(till.clawback("pi:1", 1, 1, 4)).isEqualTo(new WalletAnswer.Outdated(5));
        till.clawback("pi:1", 1, 1, 6);
        assertThat(till.plan(PREMIUM, false, 5)).isEqualTo(new WalletAnswer.Outdated(6));
    }

    @Test
    void who_acts_by_hand_is_heeded_whatever_was_noticed_and_leaves_the_count_alone() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        till.plan(PREMIUM, false, 9);
        assertThat(till.plan(STANDARD, false)).isEqualTo(DONE);
        assertThat(till.clawback("pi:1", 1, 2)).isEqualTo(new WalletAnswer.Booked(50, 0));
        assertThat(till.wallet().plan()).contains(STANDARD);
        assertThat(till.wallet().lastNotice()).isEqualTo(9);
        assertThat(till.plan(GENEROUS, false, 9)).isEqualTo(DONE);
    }

    @Test
    void nothing_else_moves_the_count() {
        till.plan(PREMIUM, false, 4);
        till.grant("promo:1", LotKind.PROMO, 9, till.now().plusSeconds(60));
        till.moveTo("America/New_York");
        till.after(Duration.ofDays(40)).touch();
        assertThat(till.stored().lastNotice()).isEqualTo(4);
        assertThat(till.stored().at(till.tariff(), till.now().plusSeconds(9)).lastNotice()).isEqualTo(4);
    }

    @Test
    void what_could_not_be_done_was_not_heeded() {
        assertThat(till.plan(new PlanId("nowhere", 1), false, 4)).isEqualTo(new WalletAnswer.NothingThere());
        assertThat(till.clawback("never", 1, 1, 4)).isEqualTo(new WalletAnswer.NothingThere());
        assertThat(till.plan(PREMIUM, false, 1)).isEqualTo(DONE);
        assertThat(till.wallet().lastNotice()).isEqualTo(1);
    }

    @Test
    void a_repeat_is_answered_as_before_though_something_newer_was_heeded() {
        WalletCommand.ChangePlan first = plan("first", STANDARD, 1);
        till.ask(first);
        till.ask(plan("second", PREMIUM, 2));
        assertThat(till.submit(first)).isEqualTo(new Teller.Answered(DONE, true, Optional.empty()));
        assertThat(till.submit(plan("first", STANDARD, 3)).replayed()).as("the same, said later under the same key").isTrue();
        assertThat(till.ask(plan("first", BARE, 3))).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(till.wallet().plan()).contains(PREMIUM);
    }

    @Test
    void in_one_fold_the_newest_notice_wins_and_is_remembered() {
        Wallet wallet = till.stored();
        WalletChange fold = write(wallet, plan("1", STANDARD, 1));
        fold = fold.then(write(fold.after(), plan("3", PREMIUM, 3)));
        assertThat(decide(fold.after(), plan("2", GENEROUS, 2)).outcome()).isEqualTo(new WalletAnswer.Outdated(3));
        fold = fold.then(write(fold.after(), WalletCommand.Grant.of("pi:1", LotKind.TOP_UP, 10, "system:billing")));
        assertThat(fold.after().lastNotice()).isEqualTo(3);
        assertThat(fold.after().plan()).contains(PREMIUM);
        assertThat(decide(fold.after(), plan("2", GENEROUS, 2)).outcome()).isEqualTo(new WalletAnswer.Outdated(3));
    }

    @Test
    void whatever_their_order_the_newest_of_all_notices_counts_in_the_end() {
        Map<Long, PlanId> plans = Map.of(1L, STANDARD, 2L, GENEROUS, 3L, PREMIUM);
        List<List<Long>> orders = List.of(List.of(1L, 2L, 3L), List.of(1L, 3L, 2L), List.of(2L, 1L, 3L), List.of(2L, 3L, 1L),
                List.of(3L, 1L, 2L), List.of(3L, 2L, 1L));
        for (List<Long> order : orders) {
            Till other = Till.on(BARE);
            other.grant("pi:1", LotKind.TOP_UP, 100);
            for (long notice : order) {
                other.clawback("pi:1", notice, 10, notice);
                other.plan(plans.get(notice), false, notice);
            }
            assertThat(other.wallet().plan()).as("%s", order).contains(PREMIUM);
            assertThat(other.left("pi:1")).as("%s", order).isEqualTo(70);
        }
    }

    @Test
    void notices_are_counted_from_nought_on() {
        assertThat(till.plan(PREMIUM, false, 0)).isEqualTo(DONE);
        assertThatIllegalArgumentException().isThrownBy(() -> plan("x", PREMIUM, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> till.clawback("pi:1", 1, 1, -1));
    }

    private static WalletCommand.ChangePlan plan(String key, PlanId plan, long notice) {
        return new WalletCommand.ChangePlan(Till.key(key), plan, false, OptionalLong.of(notice), "system:billing");
    }

    private WalletDecision decide(Wallet wallet, WalletCommand command) {
        return wallet.decide(command, Facts.NONE, till.tariff(), Instant.parse("2026-02-01T09:30:00Z"));
    }

    private WalletChange write(Wallet wallet, WalletCommand command) {
        return ((WalletDecision.Write) decide(wallet, command)).change();
    }
}
