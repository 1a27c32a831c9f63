package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.HALF;
import static io.tastemaker.domain.billing.BillingFixtures.NEWER_PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.NEXT;
import static io.tastemaker.domain.billing.BillingFixtures.PERIOD;
import static io.tastemaker.domain.billing.BillingFixtures.PLANS;
import static io.tastemaker.domain.billing.BillingFixtures.PREMIUM;
import static io.tastemaker.domain.billing.BillingFixtures.STANDARD;
import static io.tastemaker.domain.billing.BillingFixtures.START;
import static io.tastemaker.domain.billing.BillingFixtures.change;
import static io.tastemaker.domain.billing.BillingFixtures.invoice;
import static io.tastemaker.domain.billing.BillingFixtures.line;
import static io.tastemaker.domain.billing.BillingFixtures.money;
import static io.tastemaker.domain.billing.BillingFixtures.order;
import static io.tastemaker.domain.billing.BillingFixtures.pack;
import static io.tastemaker.domain.billing.BillingFixtures.paid;
import static io.tastemaker.domain.billing.BillingFixtures.session;
import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static io.tastemaker.domain.billing.BillingFixtures.whole;
import static io.tastemaker.domain.billing.BillingFixtures.withoutPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {

    @Test
    void a_whole_period_brings_the_credits_of_a_month_until_its_end() {
        Payment payment = heard(paid("in_1", "sub_1", whole(STANDARD, START)));
        assertThat(payment.kind()).isEqualTo(Payment.Kind.SUBSCRIPTION);
        assertThat(payment.credits()).isEqualTo(1_000);
        assertThat(payment.creditsEnd()).contains(NEXT);
        assertThat(payment.covers()).containsExactly(new Payment.Cover(STANDARD, START, NEXT, false));
        assertThat(payment.source()).isEqualTo("inv:in_1:" + START.getEpochSecond());
        assertThat(payment.intent()).contains("pi_in_1");
        assertThat(payment.paid()).isEqualTo(usd(10_000));
    }

    @Test
    void a_discount_brings_no_fewer_credits() {
        ProviderInvoice seen = paid("in_1", "sub_1", whole(STANDARD, START));
        ProviderInvoice free = new ProviderInvoice(seen.id(), seen.number(), seen.customer(), seen.subscription(), seen.status(), usd(0), usd(0),
                Optional.empty(), seen.lines(), 0, seen.createdAt(), seen.paidAt());
        Payment payment = heard(free);
        assertThat(payment.credits()).isEqualTo(1_000);
        assertThat(payment.covers()).hasSize(1);
        assertThat(payment.isUndone()).as("nothing paid and nothing back is not all back").isFalse();
    }

    @Test
    void a_change_in_the_middle_brings_the_difference() {
        Payment payment = heard(paid("in_1", "sub_1", change(STANDARD, PREMIUM)));
        assertThat(payment.credits()).as("half of 3000 less half of 1000").isEqualTo(1_000);
        assertThat(payment.source()).isEqualTo("inv:in_1:" + HALF.getEpochSecond());
        assertThat(payment.covers()).containsExactly(
                new Payment.Cover(STANDARD, HALF, NEXT, true), new Payment.Cover(PREMIUM, HALF, NEXT, false));
    }

    @Test
    void a_change_to_less_takes_no_credits_away() {
        Payment payment = heard(paid("in_1", "sub_1", change(PREMIUM, STANDARD)));
        assertThat(payment.credits()).isZero();
        assertThat(payment.isDue()).isFalse();
        assertThat(payment.total()).isEqualTo(usd(-10_000));
        assertThat(payment.paid()).isEqualTo(usd(0));
    }

    @Test
    void a_change_and_the_next_period_on_one_invoice_add_up() {
        ProviderInvoice.Line[] change = change(STANDARD, PREMIUM);
        Payment payment = heard(paid("in_1", "sub_1", change[0], change[1], whole(PREMIUM, NEXT)));
        assertThat(payment.credits()).isEqualTo(4_000);
        assertThat(payment.creditsEnd()).contains(NEXT.plus(PERIOD));
        assertThat(payment.source()).isEqualTo("inv:in_1:" + NEXT.getEpochSecond());
    }

    @Test
    void a_trial_on_an_invoice_brings_nothing() {
        Payment payment = heard(paid("in_1", "sub_1", line(STANDARD, 0, START, START.plus(Duration.ofDays(7)))));
        assertThat(payment.credits()).isZero();
        assertThat(payment.covers()).isEmpty();
        assertThat(payment.creditsEnd()).isEmpty();
    }

    @Test
    void a_line_brings_at_most_the_credits_of_a_month() {
        assertThat(heard(paid("in_1", "sub_1", line(STANDARD, 20_000, START, NEXT))).credits()).isEqualTo(1_000);
    }

    @Test
    void a_price_of_no_plan_or_of_no_fixed_sum_brings_nothing() {
        assertThat(heard(paid("in_1", "sub_1", withoutPlan(whole(STANDARD, START)))).credits()).isZero();
        assertThat(heard(paid("in_1", "sub_1", new ProviderInvoice.Line(Optional.of("standard"), usd(10_000), usd(0), START, NEXT))).credits())
                .isZero();
        assertThat(heard(paid("in_1", "sub_1", new ProviderInvoice.Line(Optional.of("gone"), usd(10_000), usd(10_000), START, NEXT))).covers())
                .isEmpty();
    }

    @Test
    void sums_in_two_currencies_are_not_compared() {
        Money yen = Money.of("10000", "JPY");
        ProviderInvoice seen = new ProviderInvoice("in_1", Optional.empty(), "cus_1", Optional.of("sub_1"), ProviderInvoice.Status.PAID, yen, yen,
                Optional.of("pi_in_1"), List.of(new ProviderInvoice.Line(Optional.of("standard"), yen, usd(20_000), START, NEXT)), 1, START,
                Optional.of(START));
        Payment payment = heard(seen);
        assertThat(payment.credits()).isZero();
        assertThat(payment.covers()).as("it is paid all the same").hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> payment.hears(money("pi_in_1", 10_000, 1, 0)));
    }

    @Test
    void shares_are_exact_whatever_the_moment_of_a_change() {
        long seed = 20_261_130;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            long left = random.nextLong(1, PERIOD.toSeconds() + 1);
            long old = Math.round(10_000.0 * left / PERIOD.toSeconds());
            long dearer = Math.round(30_000.0 * left / PERIOD.toSeconds());
            long credits = heard(paid("in_1", "sub_1", line(STANDARD, -old, NEXT.minusSeconds(left), NEXT),
                    line(PREMIUM, dearer, NEXT.minusSeconds(left), NEXT))).credits();
            assertThat(credits).as("%d seconds left, seed %d", left, seed).isBetween(0L, 2_000L)
                    .isCloseTo(Math.round(2_000.0 * left / PERIOD.toSeconds()), org.assertj.core.data.Offset.offset(2L));
        }
    }

    @Test
    void an_invoice_that_is_not_paid_brings_nothing_yet() {
        Payment open = heard(invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 2, whole(STANDARD, START)));
        assertThat(open.status()).isEqualTo(Payment.Status.OPEN);
        assertThat(open.credits()).isZero();
        assertThat(open.covers()).isEmpty();
        assertThat(open.total()).isEqualTo(usd(10_000));
        assertThat(open.paid()).isEqualTo(usd(0));
        assertThat(open.attempts()).isEqualTo(2);
    }

    @Test
    void what_was_fixed_when_it_was_paid_stays() {
        ProviderInvoice seen = paid("in_1", "sub_1", whole(STANDARD, START));
        Payment paid = heard(seen).hears(money("pi_in_1", 10_000, 100, 0)).settled();
        assertThat(Payment.of(seen, NEWER_PLANS, Optional.of(paid))).isEqualTo(paid);
        ProviderInvoice open = invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 5, whole(STANDARD, START));
        assertThat(Payment.of(open, PLANS, Optional.of(paid))).isEqualTo(paid);
    }

    @Test
    void credits_of_a_plan_that_is_found_late_are_granted_and_what_went_back_is_told_again() {
        Payment unknown = heard(paid("in_1", "sub_1", withoutPlan(whole(STANDARD, START)))).hears(money("pi_in_1", 10_000, 2_500, 0)).settled();
        assertThat(unknown.refundDue()).as("the wallet could not take back what it had not granted").isTrue();
        Payment known = Payment.of(paid("in_1", "sub_1", whole(STANDARD, START)), PLANS, Optional.of(unknown));
        assertThat(known.credits()).isEqualTo(1_000);
        assertThat(known.granted()).isFalse();
        assertThat(known.refunded()).isEqualTo(usd(2_500));
        assertThat(known.refundDue()).isTrue();
        assertThat(known.source()).isEqualTo(unknown.source());
    }

    @Test
    void credits_that_were_bought_last_from_the_payment_on() {
        Payment payment = topUp(1_000, 0);
        assertThat(payment.kind()).isEqualTo(Payment.Kind.TOP_UP);
        assertThat(payment.id()).isEqualTo("pi_1");
        assertThat(payment.source()).isEqualTo("pi:pi_1");
        assertThat(payment.credits()).isEqualTo(500);
        assertThat(payment.creditsEnd()).contains(START.plus(Duration.ofDays(365)));
        assertThat(payment.covers()).isEmpty();
        assertThat(payment.order()).contains(order(pack(), 0).id());
    }

    @Test
    void credits_for_nothing_are_known_by_their_checkout() {
        Payment payment = topUp(0, 1_000);
        assertThat(payment.id()).isEqualTo("cs_1");
        assertThat(payment.source()).isEqualTo("cs:cs_1");
        assertThat(payment.credits()).isEqualTo(500);
        assertThat(payment.intent()).isEmpty();
        assertThat(payment.isDue()).isTrue();
        assertThat(payment.isUndone()).isFalse();
    }

    @Test
    void another_sum_than_was_asked_brings_no_credits_but_can_be_paid_back() {
        Order order = order(pack(), 0);
        ProviderSession session = session(order, ProviderSession.State.PAID, 999);
        Payment payment = Payment.of(order.hears(session, START), session, usd(999), START);
        assertThat(payment.isDue()).isFalse();
        assertThat(payment.credits()).isZero();
        assertThat(payment.paid()).isEqualTo(usd(999));
        assertThat(payment.intent()).contains("pi_1");
    }

    @Test
    void something_else_brings_no_credits() {
        Order order = order(new Purchase.OneOff("A poster"), 0);
        ProviderSession session = session(order, ProviderSession.State.PAID, 1_000);
        Payment payment = Payment.of(order.hears(session, START), session, usd(1_000), START);
        assertThat(payment.kind()).isEqualTo(Payment.Kind.ONE_OFF);
        assertThat(payment.isDue()).isFalse();
        assertThat(payment.isUnsettled()).isFalse();
    }

    @Test
    void a_plan_is_never_paid_by_its_order() {
        Order order = order(new Purchase.Subscribe(STANDARD, 0), 0);
        assertThatIllegalArgumentException().isThrownBy(() ->
                Payment.of(order, session(order, ProviderSession.State.PAID, 1_000), usd(1_000), START));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "300, 0, 300", "1000, 0, 1000", "0, 1000, 1000", "1000, 1000, 1000", "400, 1000, 1000", "400, 300, 700",
        "5000, 0, 1000"})
    void at_most_what_was_paid_goes_back(long refunded, long disputed, long back) {
        Payment payment = topUp(1_000, 0).hears(money("pi_1", 1_000, refunded, disputed));
        assertThat(payment.refunded()).isEqualTo(usd(back));
        assertThat(payment.isUndone()).isEqualTo(back == 1_000);
    }

    @Test
    void a_refund_is_never_more_than_what_we_know_to_be_paid() {
        assertThat(topUp(1_000, 0).hears(money("pi_1", 2_000, 1_500, 0)).refunded()).isEqualTo(usd(1_000));
    }

    @Test
    void a_dispute_that_was_won_gives_the_money_again() {
        Payment lost = topUp(1_000, 0).hears(money("pi_1", 1_000, 0, 1_000));
        Payment won = lost.hears(money("pi_1", 1_000, 0, 0));
        assertThat(won.refunded()).isEqualTo(usd(0));
        assertThat(won.refundDue()).as("the wallet may have been told of the loss").isTrue();
        assertThat(won.settled()).isEqualTo(topUp(1_000, 0).settled());
    }

    @Test
    void the_wallet_has_to_be_told_of_credits_and_of_every_sum_that_goes_back() {
        Payment payment = topUp(1_000, 0);
        assertThat(payment.isUnsettled()).isTrue();
        Payment granted = payment.settled();
        assertThat(granted.granted()).isTrue();
        assertThat(granted.isUnsettled()).isFalse();
        Payment back = granted.hears(money("pi_1", 1_000, 400, 0));
        assertThat(back.isUnsettled()).isTrue();
        assertThat(back.settled().isUnsettled()).isFalse();
        assertThat(back.settled().hears(money("pi_1", 1_000, 0, 0)).isUnsettled()).as("less went back after all").isTrue();
    }

    @Test
    void what_brings_no_credits_is_nothing_for_the_wallet() {
        Payment open = heard(invoice("in_1", "sub_1", ProviderInvoice.Status.OPEN, 1, whole(STANDARD, START)));
        assertThat(open.settled().granted()).isFalse();
        assertThat(Payment.of(paid("in_1", "sub_1", whole(STANDARD, START)), PLANS, Optional.of(open.settled())).isUnsettled()).isTrue();
    }

    @Test
    void a_payment_has_one_currency_and_no_more_goes_back_than_came() {
        Payment one = topUp(1_000, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> with(one, usd(1_000), usd(1_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(one, usd(1_000), usd(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> with(one, Money.of("10.00", "EUR"), usd(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProviderPayment("pi_1", Optional.empty(), Optional.empty(), Optional.empty(),
                usd(1), Money.of("0.01", "EUR"), usd(0), false));
    }

    private static Payment with(Payment one, Money paid, Money refunded) {
        return new Payment(one.id(), one.kind(), one.status(), one.total(), paid, refunded, one.inDispute(), one.order(), one.subscription(),
                one.intent(), one.number(), one.covers(), one.source(), one.credits(), one.creditsEnd(), one.attempts(), one.createdAt(),
                one.paidAt(), one.granted(), one.refundDue());
    }

    @Test
    void a_pack_without_an_end_brings_credits_without_one() {
        Order order = order(new Purchase.TopUp("credits-500", 1, 500, OptionalInt.empty()), 0);
        ProviderSession session = session(order, ProviderSession.State.PAID, 1_000);
        assertThat(Payment.of(order.hears(session, START), session, usd(1_000), START).creditsEnd()).isEmpty();
    }

    private static Payment heard(ProviderInvoice seen) {
        return Payment.of(seen, PLANS, Optional.empty());
    }

    private static Payment topUp(long cents, long off) {
        Order order = order(pack(), off);
        ProviderSession session = session(order, ProviderSession.State.PAID, cents);
        return Payment.of(order.hears(session, START), session, usd(cents), START);
    }
}
