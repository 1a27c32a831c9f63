package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.START;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Till till = Till.on(BARE);

    @Test
    void what_is_reserved_cannot_be_spent_and_is_still_there() {
        bought(50);
        till.reserve("job", IMAGE, 6);

        assertThat(till.available()).isEqualTo(20);
        assertThat(till.wallet().posted()).isEqualTo(50);
        assertThat(till.wallet().held()).isEqualTo(30);
        assertThat(till.charge(IMAGE, 5)).isInstanceOf(WalletAnswer.CreditsMissing.class);
    }

    @Test
    void a_commit_of_all_uses_all() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        assertThat(settled(till.commit("job", 6)).receipt().credits()).isEqualTo(30);
        assertThat(till.available()).isEqualTo(20);
        assertThat(till.wallet().holds()).isEmpty();
    }

    @Test
    void a_commit_of_less_gives_the_rest_back() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        assertThat(settled(till.commit("job", 2)).receipt().credits()).isEqualTo(10);
        assertThat(till.available()).isEqualTo(40);
    }

    @Test
    void a_commit_of_nothing_gives_everything_back() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        assertThat(settled(till.commit("job", 0)).receipt().credits()).isZero();
        assertThat(till.available()).isEqualTo(50);
    }

    @Test
    void a_commit_of_more_than_was_reserved_is_refused_and_the_hold_stays() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        assertThat(till.commit("job", 7)).isEqualTo(new WalletAnswer.TooMuch(7, 6));
        assertThat(till.wallet().held()).isEqualTo(30);
        assertThat(settled(till.commit("job", 6)).receipt().credits()).isEqualTo(30);
    }

    @Test
    void whichever_settles_first_wins_and_a_repeat_is_answered_alike() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        WalletAnswer first = till.commit("job", 1);
        assertThat(till.commit("job", 1)).isEqualTo(first);
        assertThat(till.commit("job", 2)).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(till.release("job")).isEqualTo(new WalletAnswer.KeyReused());
        assertThat(till.available()).isEqualTo(45);
    }

    @Test
    void a_hold_that_nobody_settles_lapses_and_nothing_is_lost_or_charged() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        till.after(WalletCommand.Reserve.USUAL_TTL.minusNanos(1_000));
        assertThat(till.available()).isEqualTo(20);
        till.after(Duration.ofNanos(1_000));
        assertThat(till.available()).isEqualTo(50);
        assertThat(till.touch()).isInstanceOf(WalletAnswer.Booked.class);
        assertThat(till.wallet().posted()).isEqualTo(50);
        assertThat(till.operations().getLast().kind()).isEqualTo(Operation.Kind.EXPIRY);
    }

    @Test
    void what_has_lapsed_can_be_released_once_more_without_effect() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        till.after(HOUR).touch();
        assertThat(till.release("job")).isInstanceOf(WalletAnswer.Settled.class);
        assertThat(till.available()).isEqualTo(50);
    }

    @Test
    void nobody_settles_what_was_never_reserved() {
        till.charge("use", Spend.of(IMAGE, 1, Till.ANA));
        assertThat(till.commit("never", 1)).isEqualTo(new WalletAnswer.NothingThere());
        assertThat(till.release("use")).isEqualTo(new WalletAnswer.NothingThere());
    }

    @Test
    void a_lot_that_ends_while_it_is_held_still_pays() {
        till.grant("promo:1", LotKind.PROMO, 30, START.plusSeconds(60));
        till.reserve("job", IMAGE, 4);
        till.after(Duration.ofMinutes(5));

        assertThat(settled(till.commit("job", 4)).receipt().credits()).isEqualTo(20);
        assertThat(till.wallet().lots()).isEmpty();
    }

    @Test
    void what_comes_back_into_a_lot_that_has_ended_is_lost() {
        till.grant("promo:1", LotKind.PROMO, 30, START.plusSeconds(60));
        till.reserve("job", IMAGE, 4);
        till.after(Duration.ofMinutes(5)).release("job");

        assertThat(till.wallet().posted()).isZero();
        assertThat(till.moved(OperationKey.settling(Till.key("job")))).containsExactly("held>breakage 20 promo:1");
    }

    @Test
    void a_late_commit_is_charged_anew_from_what_is_there() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        WalletAnswer.Settled late = settled(till.after(HOUR).commit("job", 6));
        assertThat(late.receipt().credits()).isEqualTo(30);
        assertThat(late.uncollected()).isZero();
        assertThat(till.available()).isEqualTo(20);
    }

    @Test
    void a_late_commit_without_funds_is_booked_as_uncollected() {
        bought(30);
        till.reserve("job", IMAGE, 6);
        till.after(HOUR).charge(IMAGE, 5);

        WalletAnswer.Settled late = settled(till.commit("job", 6));

        assertThat(late.uncollected()).isEqualTo(30);
        assertThat(late.receipt().credits()).isZero();
        assertThat(till.available()).isEqualTo(5);
        assertThat(till.moved(OperationKey.settling(Till.key("job")))).containsExactly("uncollected>usage.image_generation 30");
    }

    @Test
    void released_units_go_back_to_the_period_they_came_from() {
        Till premium = Till.on(PREMIUM);
        premium.at("2026-02-28T09:20:00Z").reserve("job", UNLOCK, 8, Duration.ofHours(24));
        premium.at("2026-02-28T09:30:00Z");
        assertThat(charged(premium.charge(UNLOCK, 5)).quotaLeft()).hasValue(3);

        premium.release("job");

        assertThat(premium.wallet().counter(Counter.Kind.QUOTA, UNLOCK.code()).taken()).isEqualTo(5);
        assertThat(premium.wallet().counters()).allSatisfy(counter -> assertThat(counter.period()).isEqualTo(premium.wallet().cycle().start()));
    }

    @Test
    void one_of_many_gets_the_last_unit_and_its_release_gives_it_to_another() {
        Till premium = Till.on(PREMIUM);
        premium.charge(UNLOCK, 7);
        List<WalletAnswer> answers = IntStream.range(0, 64).mapToObj(i -> premium.reserve("r" + i, UNLOCK, 1)).toList();
        assertThat(answers).filteredOn(WalletAnswer.Reserved.class::isInstance).hasSize(1);
        premium.release("r0");
        assertThat(premium.charge(UNLOCK, 1)).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(premium.charge(UNLOCK, 1)).isInstanceOf(WalletAnswer.CreditsMissing.class);
    }

    @Test
    void a_hold_under_the_longest_key_lapses_and_settles() {
        bought(50);
        OperationKey longest = new OperationKey("c:" + "k".repeat(998));
        till.ask(new WalletCommand.Reserve(longest, Spend.of(IMAGE, 1, Till.ANA), Duration.ofSeconds(1)));
        till.after(HOUR).touch();
        assertThat(till.available()).isEqualTo(50);
        assertThat(till.ask(new WalletCommand.Commit(longest, 1, Till.ANA))).isInstanceOf(WalletAnswer.Settled.class);
        assertThat(OperationKey.settling(longest)).isNotEqualTo(OperationKey.settling(new OperationKey("c:" + "k".repeat(997))));
    }

    @Test
    void what_was_given_back_is_tried_again_under_a_key_of_its_own() {
        bought(50);
        OperationKey key = new OperationKey("c:" + "k".repeat(998));
        for (int attempt = 1; attempt <= 3; attempt++) {
            till.ask(new WalletCommand.Reserve(key, Spend.of(IMAGE, 1, Till.ANA), Duration.ofMinutes(1)));
            assertThat(till.ask(new WalletCommand.Release(key, Till.ANA))).isInstanceOf(WalletAnswer.Settled.class);
            key = OperationKey.again(key);
        }
        assertThat(till.ask(new WalletCommand.Reserve(key, Spend.of(IMAGE, 1, Till.ANA), Duration.ofMinutes(1))))
                .isInstanceOf(WalletAnswer.Reserved.class);
        assertThat(till.ask(new WalletCommand.Commit(key, 1, Till.ANA))).isInstanceOf(WalletAnswer.Settled.class);
        assertThat(till.available()).isEqualTo(45);
    }

    @Test
    void a_lot_and_a_hold_of_one_name_end_both() {
        String name = Till.key("same").text();
        till.grant(name, LotKind.PROMO, 30, START.plusSeconds(600));
        till.reserve("same", IMAGE, 1);
        till.after(HOUR).touch();
        assertThat(till.wallet().lots()).isEmpty();
        assertThat(till.operations()).filteredOn(done -> done.kind() == Operation.Kind.EXPIRY).hasSize(2);
    }

    @Test
    void a_member_gets_the_cap_back_in_its_own_period() {
        bought(50);
        till.reserve("job", IMAGE, 6);
        assertThat(till.wallet().counter(Counter.Kind.MEMBER, Till.ANA).taken()).isEqualTo(30);
        till.commit("job", 2);
        assertThat(till.wallet().counter(Counter.Kind.MEMBER, Till.ANA)).extracting(Counter::used, Counter::held).containsExactly(10L, 0L);
    }

    @Test
    void the_time_of_a_hold_is_kept_in_microseconds() {
        bought(50);
        Instant end = ((WalletAnswer.Reserved) till.reserve("job", IMAGE, 1, Duration.ofNanos(1_234_567))).expiresAt();
        assertThat(end).isEqualTo(START.plusNanos(1_234_000));
    }

    private void bought(long credits) {
        till.grant("pi:1", LotKind.TOP_UP, credits);
    }

    private static WalletAnswer.Settled settled(WalletAnswer answer) {
        return (WalletAnswer.Settled) answer;
    }

    private static Receipt charged(WalletAnswer answer) {
        return ((WalletAnswer.Charged) answer).receipt();
    }
}
