package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.RefundPayment.Outcome;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, and the credits that go with it. */
class RefundsTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @BeforeEach
    void ana_may_buy_credits() {
        world.till.subscribe(ana.team(), "standard");
    }

    @Test
    void credits_go_back_in_proportion() {
        String payment = pack();

        assertThat(refund("1", payment, Optional.of(usd("2.50")))).isInstanceOfSatisfying(Outcome.Refunded.class, refunded -> {
            assertThat(refunded.team()).isEqualTo(ana.team());
            assertThat(refunded.payment().refunded()).isEqualTo(usd("2.50"));
        });
        assertThat(world.credits(ana.team())).isEqualTo(375);
        refund("2", payment, Optional.empty());
        assertThat(world.credits(ana.team())).as("all that was left").isZero();

        world.hear();
        assertThat(world.credits(ana.team())).isZero();
        assertThat(world.wallet(ana.team()).wallet().debt()).isZero();
    }

    @Test
    void a_refund_that_is_asked_for_again_is_made_once() {
        String payment = pack();
        refund("1", payment, Optional.of(usd("2.50")));
        refund("1", payment, Optional.of(usd("2.50")));

        assertThat(world.credits(ana.team())).isEqualTo(375);
    }

    @Test
    void what_was_spent_already_is_owed() {
        String payment = pack();
        world.till.useCases().adjustWallet().handle(new AdjustWallet.Command(OPERATOR, ana.team(),
                OperationKey.ofReversal("spent"),
                new AdjustWallet.Adjustment.Take(410), "ten of the day, and what was bought"));

        refund("1", payment, Optional.empty());

        assertThat(world.wallet(ana.team()).wallet().debt()).isEqualTo(400);
    }

    @Test
    void no_more_goes_back_than_was_paid_and_in_the_same_money() {
        String payment = pack();
        refund("1", payment, Optional.of(usd("4.00")));

        assertThat(refund("2", payment, Optional.of(usd("6.01")))).isEqualTo(new Outcome.TooMuch(usd("6.00")));
        assertThat(refund("3", payment, Optional.of(usd("0.00")))).isEqualTo(new Outcome.TooMuch(usd("6.00")));
        assertThat(refund("4", payment, Optional.of(Money.of("1.00", "EUR")))).isEqualTo(new Outcome.OtherCurrency(usd("6.00")));
        assertThat(world.credits(ana.team())).isEqualTo(300);
    }

    @Test
    void what_was_never_paid_cannot_go_back() {
        assertThatThrownBy(() -> refund("1", "pi_unknown", Optional.empty())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_is_in_dispute_is_declined_in_the_providers_words() {
        String payment = pack();
        world.provider.dispute(payment, usd("1.00"));

        assertThat(refund("1", payment, Optional.of(usd("5.00")))).isEqualTo(new Outcome.Declined("there is not so much left of it"));
    }

    @Test
    void a_refund_is_recorded_as_the_operators_in_the_team() {
        String payment = pack();
        refund("1", payment, Optional.of(usd("2.50")));

        assertThat(world.transactions.done().getLast()).satisfies(done -> {
            assertThat(done.action()).isEqualTo("payment.refund");
            assertThat(done.actor()).isEqualTo(new Actor.Operator("root", ana.team()));
            assertThat(done.changes()).containsExactly(new Change("refunded", Optional.empty(), Optional.of(usd("2.50").toString())));
        });
    }

    @Test
    void a_refund_that_is_told_before_its_payment_is_not_lost() {
        Order order = world.opened(ana, "key", PACK);
        world.provider.pay(order.session().orElseThrow());
        List<Notice> paid = world.fresh();
        world.provider.refund(intent(order), usd("5.00"));
        world.hear();

        assertThat(world.payments(ana)).as("the refund leads to the payment").extracting(Payment::refunded).containsExactly(usd("5.00"));
        assertThat(world.credits(ana.team())).isEqualTo(250);
        paid.forEach(world::deliver);
        world.heed();
        assertThat(world.credits(ana.team())).isEqualTo(250);
    }

    @Test
    void a_refund_of_a_month_that_is_told_before_its_invoice_is_not_lost() {
        Order order = world.opened(ana, "key", STANDARD);
        world.provider.pay(order.session().orElseThrow());
        List<Notice> paid = world.fresh();
        world.show(ana, order.id());
        String subscription = world.running(ana.team()).id();
        world.provider.refund(world.lastInvoice(subscription).intent().orElseThrow(), usd("99.50"));
        world.hear();
        assertThat(world.payments(ana)).isEmpty();

        paid.forEach(world::deliver);
        world.heed();

        assertThat(world.payments(ana)).extracting(Payment::refunded).containsExactly(usd("99.50"));
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS / 2);
        assertThat(world.plan(ana.team())).as("it is paid in part and runs").isEqualTo("standard");
    }

    @Test
    void a_dispute_takes_the_credits_and_one_that_is_won_gives_them_back() {
        String payment = pack();
        world.provider.dispute(payment, usd("10.00"));
        world.hear();
        assertThat(world.payments(ana)).singleElement().satisfies(one -> assertThat(one.inDispute()).isTrue());
        assertThat(world.credits(ana.team())).isZero();

        world.provider.closeDispute(payment, true);
        world.hear();
        assertThat(world.payments(ana)).singleElement().satisfies(one -> {
            assertThat(one.inDispute()).isFalse();
            assertThat(one.refunded()).isEqualTo(usd("0.00"));
        });
        assertThat(world.credits(ana.team())).isEqualTo(500);
    }

    @Test
    void a_dispute_that_is_lost_takes_them_for_good() {
        String payment = pack();
        world.provider.dispute(payment, usd("10.00"));
        world.provider.closeDispute(payment, false);
        world.hear();

        assertThat(world.payments(ana)).singleElement().satisfies(one -> assertThat(one.refunded()).isEqualTo(usd("10.00")));
        assertThat(world.credits(ana.team())).isZero();
        assertThat(world.reconciled().drift()).isZero();
    }

    @Test
    void a_refund_counts_though_the_provider_goes_down_right_after_it() {
        String payment = pack();
        world.provider.refund(payment, usd("5.00"));
        world.provider.goDown();
        world.hear();
        assertThat(world.credits(ana.team())).isEqualTo(500);

        world.provider.comeUp();
        world.later(Duration.ofMinutes(1));
        world.heed();
        assertThat(world.credits(ana.team())).isEqualTo(250);
    }

    private String intent(Order order) {
        return world.provider.findSession(order.session().orElseThrow()).orElseThrow().intent().orElseThrow();
    }

    /** A pack of 500 credits for 10 dollars is bought; by what its payment is known. */
    private String pack() {
        return intent(world.bought(ana, "pack", PACK));
    }

    private Outcome refund(String key, String payment, Optional<Money> amount) {
        return world.billing.refundPayment().handle(new RefundPayment.Command(OPERATOR, key, payment, amount));
    }
}
