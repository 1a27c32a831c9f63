package io.tastemaker.domain.wallets;

import static io.tastemaker.domain.wallets.WalletFixtures.BARE;
import static io.tastemaker.domain.wallets.WalletFixtures.IMAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PAGE;
import static io.tastemaker.domain.wallets.WalletFixtures.PREMIUM;
import static io.tastemaker.domain.wallets.WalletFixtures.START;
import static io.tastemaker.domain.wallets.WalletFixtures.STANDARD;
import static io.tastemaker.domain.wallets.WalletFixtures.UNLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundsTest {

    private static final Instant TOMORROW = START.plus(Duration.ofDays(1));

    private final Till till = Till.on(BARE);

    @Test
    void a_refund_gives_credits_back_to_the_lots_that_paid() {
        till.grant("promo:1", LotKind.PROMO, 10, TOMORROW);
        till.grant("pi:1", LotKind.TOP_UP, 20);
        use("job", 5);
        assertThat(till.refund("job")).isEqualTo(new WalletAnswer.Booked(25, 0));
        assertThat(till.left("promo:1")).isEqualTo(10);
        assertThat(till.left("pi:1")).isEqualTo(20);
    }

    @Test
    void a_part_comes_back_newest_first() {
        till.grant("promo:1", LotKind.PROMO, 10, TOMORROW);
        till.grant("pi:1", LotKind.TOP_UP, 20);
        use("job", 5);
        till.refund("job", 12);
        assertThat(till.left("pi:1")).isEqualTo(17);
        till.refund("job", 4);
        assertThat(till.left("pi:1")).isEqualTo(20);
        assertThat(till.left("promo:1")).isEqualTo(1);
        till.refund("job");
        assertThat(till.left("promo:1")).isEqualTo(10);
    }

    @Test
    void nothing_is_refunded_twice_or_above_what_was_paid() {
        till.grant("pi:1", LotKind.TOP_UP, 50);
        use("job", 5);
        assertThat(till.refund("job", 26)).isEqualTo(new WalletAnswer.TooMuch(26, 25));
        till.refund("job", 20);
        assertThat(till.refund("job", 6)).isEqualTo(new WalletAnswer.TooMuch(6, 5));
        till.refund("job");
        assertThat(till.refund("job")).isEqualTo(new WalletAnswer.TooMuch(0, 0));
        assertThat(till.refund("never")).isEqualTo(new WalletAnswer.NothingThere());
        assertThat(till.available()).isEqualTo(50);
    }

    @Test
    void a_refund_cannot_be_refunded() {
        till.grant("pi:1", LotKind.TOP_UP, 50);
        use("job", 5);
        till.refund("job");
        assertThat(till.refund(till.operations().getLast().id(), OptionalLong.empty())).isEqualTo(new WalletAnswer.NothingThere());
    }

    @Test
    void what_a_bought_lot_paid_comes_back_for_thirty_days_when_the_lot_is_gone() {
        till.grant("pi:1", LotKind.TOP_UP, 25, TOMORROW);
        use("job", 5);
        till.at(TOMORROW).refund("job");
        assertThat(till.wallet().lots()).singleElement().satisfies(lot -> {
            assertThat(lot.kind()).isEqualTo(LotKind.REFUND);
            assertThat(lot.remaining()).isEqualTo(25);
            assertThat(lot.expiresAt()).contains(TOMORROW.plus(Duration.ofDays(30)));
        });
    }

    @Test
    void what_a_present_paid_is_lost_when_the_present_is_over() {
        till.grant("promo:1", LotKind.PROMO, 25, TOMORROW);
        use("job", 5);
        assertThat(till.at(TOMORROW).refund("job")).isEqualTo(new WalletAnswer.Booked(25, 0));
        assertThat(till.wallet().posted()).isZero();
    }

    @Test
    void a_refund_pays_what_is_owed_first_but_not_with_a_present() {
        till.grant("promo:1", LotKind.PROMO, 10);
        till.grant("pi:1", LotKind.TOP_UP, 40);
        use("job", 6);
        till.deduct(20);
        till.clawback("pi:1", 1, 1);
        assertThat(till.wallet().debt()).isEqualTo(40);
        till.refund("job");
        assertThat(till.wallet().debt()).isEqualTo(20);
        assertThat(till.left("promo:1")).isEqualTo(10);
        assertThat(till.left("pi:1")).isZero();
    }

    @Test
    void a_whole_refund_of_mixed_use_gives_units_back_too_and_a_partial_one_does_not() {
        Till standard = Till.on(STANDARD);
        standard.grant("pi:1", LotKind.TOP_UP, 100);
        standard.charge("mixed", Spend.of(PAGE, 8, Till.ANA));
        assertThat(standard.available()).isEqualTo(80);
        standard.refund("mixed", 10);
        assertThat(standard.wallet().counter(Counter.Kind.ALLOWANCE, PAGE.code()).used()).isEqualTo(5);
        standard.refund("mixed");
        assertThat(standard.available()).isEqualTo(100);
        assertThat(standard.wallet().counter(Counter.Kind.ALLOWANCE, PAGE.code()).used()).isZero();
        assertThat(standard.wallet().counter(Counter.Kind.QUOTA, PAGE.code()).used()).isZero();
        assertThat(standard.wallet().counter(Counter.Kind.MEMBER, Till.ANA).used()).isZero();
    }

    @Test
    void units_of_a_period_that_is_over_are_worth_nothing() {
        Till premium = Till.on(PREMIUM);
        premium.charge("old", Spend.of(UNLOCK, 8, Till.ANA));
        premium.after(Duration.ofDays(40)).charge(UNLOCK, 8);
        assertThat(premium.refund("old")).isEqualTo(new WalletAnswer.Booked(0, 0));
        assertThat(premium.charge(UNLOCK, 1)).isInstanceOf(WalletAnswer.CreditsMissing.class);
    }

    @Test
    void a_refunded_unlock_is_closed_and_can_be_bought_again() {
        till.grant("pi:1", LotKind.TOP_UP, 60);
        till.charge("unlock", Spend.of(UNLOCK, 1, Till.ANA).opening("creator"));
        assertThat(till.isOpen(UNLOCK, "creator")).isTrue();
        till.refund("unlock", 5);
        assertThat(till.isOpen(UNLOCK, "creator")).as("a part of the price changes nothing").isTrue();
        till.refund("unlock");
        assertThat(till.isOpen(UNLOCK, "creator")).isFalse();
        assertThat(till.charge("again", Spend.of(UNLOCK, 1, Till.ANA).opening("creator"))).isInstanceOf(WalletAnswer.Charged.class);
        assertThat(till.available()).isEqualTo(35);
    }

    @Test
    void a_refund_in_a_period_in_which_something_is_still_held_counts_there() {
        till.grant("pi:1", LotKind.TOP_UP, 100);
        use("old", 2);
        till.at("2026-02-28T09:00:00Z").reserve("job", IMAGE, 1, Duration.ofHours(24));
        till.at("2026-02-28T10:00:00Z").refund("old");

        assertThat(till.wallet().counters()).singleElement().extracting(Counter::used, Counter::held).containsExactly(0L, 5L);
        assertThat(LedgerVerdictTest.verdict(till)).isInstanceOf(LedgerVerdict.Whole.class);
    }

    @Test
    void a_commit_is_refunded_like_a_charge_and_the_uncollected_is_not() {
        till.grant("pi:1", LotKind.TOP_UP, 30);
        till.reserve("job", IMAGE, 6);
        till.commit("job", 4);
        till.refund(OperationKey.settling(Till.key("job")).operation(Till.TEAM), OptionalLong.empty());
        assertThat(till.available()).isEqualTo(30);

        till.reserve("late", IMAGE, 6);
        till.after(Duration.ofHours(1)).deduct(30);
        till.commit("late", 6);
        assertThat(till.refund(OperationKey.settling(Till.key("late")).operation(Till.TEAM), OptionalLong.empty()))
                .isEqualTo(new WalletAnswer.NothingThere());
    }

    @Test
    void the_scope_of_what_paid_is_the_scope_of_what_comes_back() {
        till.grant("pi:1", LotKind.TOP_UP, 25, Set.of(IMAGE), Optional.empty(), Optional.of(TOMORROW));
        use("job", 5);
        till.at(TOMORROW).refund("job");
        assertThat(till.wallet().lots()).singleElement().extracting(Lot::scope).isEqualTo(Set.of(IMAGE));
    }

    private void use(String key, long images) {
        till.charge(key, Spend.of(IMAGE, images, Till.ANA));
    }
}
