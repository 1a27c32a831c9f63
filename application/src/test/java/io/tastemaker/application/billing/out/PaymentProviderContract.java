package io.tastemaker.application.billing.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.billing.out.PaymentProvider.NewCoupon;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSession.State;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every provider of payments does. */
public abstract class PaymentProviderContract extends PaymentProviderDesk {

    @Test
    void a_plan_has_a_price_or_is_not_sold() {
        assertThat(provider().priceOf("standard")).contains(usd(49_00));
        assertThat(provider().priceOf("free")).isEmpty();
    }

    @Test
    void a_team_is_one_customer_whatever_it_is_called() {
        String customer = customer();
        assertThat(provider().keepCustomer(TEAM, Optional.empty(), Optional.empty(), "Lima renamed")).isEqualTo(customer);
        assertThat(provider().keepCustomer(Actors.OSLO, Optional.empty(), Optional.of("ole@example.com"), "Oslo")).isNotEqualTo(customer);
    }

    @Test
    void an_open_checkout_knows_what_it_was_opened_for() {
        Order order = topUp("order", usd(20_00), Discount.none(usd(20_00)));
        String session = open(order, Optional.empty()).session();

        ProviderSession seen = session(session);
        assertThat(seen.state()).isEqualTo(State.OPEN);
        assertThat(seen.order()).contains(order.id());
        assertThat(seen.team()).contains(TEAM);
        assertThat(seen.customer()).contains(customer());
        assertThat(seen.total()).contains(usd(20_00));
    }

    @Test
    void an_order_has_one_checkout_however_often_it_is_opened() {
        Order order = topUp("order", usd(20_00), Discount.none(usd(20_00)));
        assertThat(open(order, Optional.empty())).isEqualTo(open(order, Optional.empty()));
    }

    @Test
    void a_paid_checkout_shows_its_payment() {
        Order order = topUp("order", usd(20_00), Discount.none(usd(20_00)));
        ProviderSession paid = paid(order, Optional.empty());

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.total()).contains(usd(20_00));
        assertThat(payment(paid)).isEqualTo(new ProviderPayment(paid.intent().orElseThrow(), Optional.of(customer()), Optional.of(TEAM),
                Optional.of(order.id()), usd(20_00), usd(0), usd(0), false));
        assertThat(provider().listCompleted(paid.createdAt())).containsExactly(paid);
        assertThat(provider().listCompleted(paid.createdAt().plusSeconds(1))).isEmpty();
    }

    @Test
    void what_our_plan_takes_off_is_not_asked() {
        ProviderSession paid = paid(topUp("order", usd(9_99), new Discount(usd(2_00), Optional.empty())), Optional.empty());
        assertThat(paid.total()).contains(usd(7_99));
    }

    @Test
    void what_a_coupon_takes_off_is_not_asked_and_uses_it_up() {
        Coupon coupon = made(coupon("WELCOME", OptionalLong.of(1)));
        ProviderSession paid = paid(topUp("order", usd(9_99), new Discount(coupon.off(usd(9_99)), Optional.of("WELCOME"))), Optional.of(coupon));

        assertThat(paid.subtotal()).contains(usd(9_99));
        assertThat(paid.total()).contains(usd(7_99));
        assertThat(provider().findCoupon(coupon.promotion())).hasValueSatisfying(used -> assertThat(used.used()).isEqualTo(1));
    }

    @Test
    void money_that_is_under_way_arrives_or_does_not() {
        String one = open(topUp("one", usd(20_00), Discount.none(usd(20_00))), Optional.empty()).session();
        String other = open(topUp("other", usd(20_00), Discount.none(usd(20_00))), Optional.empty()).session();
        payLater(one);
        payLater(other);
        assertThat(session(one).state()).isEqualTo(State.PENDING);

        settle(one, true);
        settle(other, false);

        assertThat(session(one).state()).isEqualTo(State.PAID);
        assertThat(session(other).state()).isEqualTo(State.FAILED);
    }

    @Test
    void a_checkout_that_is_closed_cannot_be_paid() {
        String session = open(topUp("order", usd(20_00), Discount.none(usd(20_00))), Optional.empty()).session();
        provider().closeCheckout(session);
        provider().closeCheckout(session);
        assertThat(session(session).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void a_checkout_that_is_paid_or_unknown_is_not_closed() {
        ProviderSession paid = paid(topUp("order", usd(20_00), Discount.none(usd(20_00))), Optional.empty());
        provider().closeCheckout(paid.id());
        provider().closeCheckout("cs_test_unknown");
        assertThat(session(paid.id())).isEqualTo(paid);
    }

    @Test
    void a_plan_begins_when_it_is_paid() {
        Order order = plan("order", 0, Discount.none(usd(49_00)));
        ProviderSession paid = paid(order, Optional.empty());
        ProviderSubscription begun = subscription(paid);

        assertThat(begun.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(begun.plan()).contains("standard");
        assertThat(begun.team()).contains(TEAM);
        assertThat(begun.order()).contains(order.id());
        assertThat(begun.customer()).isEqualTo(customer());
        assertThat(begun.endsAtPeriodEnd()).isFalse();
        assertThat(begun.trialEnd()).isEmpty();
        assertThat(Duration.between(begun.periodStart(), begun.periodEnd())).isBetween(Duration.ofDays(28), Duration.ofDays(31));
    }

    @Test
    void the_first_invoice_of_a_plan_is_paid() {
        ProviderSubscription begun = subscription(paid(plan("order", 0, Discount.none(usd(49_00))), Optional.empty()));
        ProviderInvoice invoice = onlyInvoice();

        assertThat(invoice.subscription()).contains(begun.id());
        assertThat(invoice.status()).isEqualTo(ProviderInvoice.Status.PAID);
        assertThat(invoice.total()).isEqualTo(usd(49_00));
        assertThat(invoice.paid()).isEqualTo(usd(49_00));
        assertThat(invoice.paidAt()).isPresent();
        assertThat(invoice.number()).isPresent();
        assertThat(invoice.lines()).containsExactly(new ProviderInvoice.Line(Optional.of("standard"), usd(49_00), usd(49_00),
                begun.periodStart(), begun.periodEnd()));
        assertThat(provider().findInvoice(invoice.id())).contains(invoice);
        assertThat(provider().findPayment(invoice.intent().orElseThrow())).map(ProviderPayment::received).contains(usd(49_00));
    }

    @Test
    void a_coupon_makes_an_invoice_smaller_and_not_its_lines() {
        Coupon coupon = made(coupon("WELCOME", OptionalLong.empty()));
        ProviderSession paid = paid(plan("order", 0, new Discount(coupon.off(usd(49_00)), Optional.of("WELCOME"))), Optional.of(coupon));

        assertThat(paid.total()).contains(usd(39_20));
        assertThat(onlyInvoice().paid()).isEqualTo(usd(39_20));
        assertThat(onlyInvoice().lines()).extracting(ProviderInvoice.Line::amount).containsExactly(usd(49_00));
    }

    @Test
    void a_trial_costs_nothing_until_it_is_over() {
        ProviderSession paid = paid(plan("order", 14, Discount.none(usd(49_00))), Optional.empty());
        ProviderSubscription trial = subscription(paid);

        assertThat(paid.state()).isEqualTo(State.PAID);
        assertThat(paid.total()).contains(usd(0));
        assertThat(paid.intent()).isEmpty();
        assertThat(trial.status()).isEqualTo(SubscriptionStatus.TRIALING);
        assertThat(trial.trialEnd()).contains(trial.periodEnd());
        assertThat(onlyInvoice().lines()).extracting(ProviderInvoice.Line::amount, ProviderInvoice.Line::full)
                .containsExactly(tuple(usd(0), usd(49_00)));

        endPeriod(trial);

        ProviderSubscription begun = found(trial);
        assertThat(begun.status()).isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(begun.periodStart()).isEqualTo(trial.periodEnd());
        assertThat(provider().listInvoices(trial.createdAt())).extracting(ProviderInvoice::paid).containsExactly(usd(0), usd(49_00));
    }

    @Test
    void each_period_is_paid_by_an_invoice() {
        ProviderSubscription first = begun();
        endPeriod(first);

        assertThat(found(first).periodStart()).isEqualTo(first.periodEnd());
        assertThat(provider().listInvoices(first.createdAt())).hasSize(2).last().satisfies(invoice ->
                assertThat(invoice.lines().getFirst().from()).isEqualTo(first.periodEnd()));
        assertThat(provider().listInvoices(first.periodEnd())).hasSize(1);
    }

    @Test
    void a_card_that_is_declined_leaves_a_period_unpaid() {
        ProviderSubscription first = begun();
        deliverNotices();
        spoilCard(customer());
        endPeriod(first);
        loseNotices();

        assertThat(found(first).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
        Notice failed = provider().listUndelivered(first.createdAt()).stream().filter(one -> one.type().equals("invoice.payment_failed"))
                .findFirst().orElseThrow();
        ProviderInvoice invoice = provider().findInvoice(failed.about().orElseThrow().id()).orElseThrow();
        assertThat(invoice.status()).isEqualTo(ProviderInvoice.Status.OPEN);
        assertThat(invoice.paid()).isEqualTo(usd(0));
        assertThat(invoice.attempts()).isEqualTo(1);
        assertThat(invoice.paidAt()).isEmpty();
    }

    @Test
    void a_better_plan_begins_at_once_and_the_rest_is_billed_now() {
        ProviderSubscription standard = begun();
        pass(Duration.ofDays(10));

        ProviderSubscription premium = done(provider().changePlan(standard, "premium", true, "change"));
        assertThat(premium.plan()).contains("premium");
        assertThat(premium.item()).isEqualTo(standard.item());
        assertThat(premium.periodEnd()).isEqualTo(standard.periodEnd());
        assertThat(done(provider().changePlan(standard, "premium", true, "change"))).isEqualTo(premium);

        List<ProviderInvoice> paid = provider().listInvoices(standard.createdAt());
        assertThat(paid).hasSize(2);
        assertThat(paid.getLast().lines()).extracting(line -> line.plan().orElseThrow() + line.amount().amount().signum())
                .containsExactlyInAnyOrder("standard-1", "premium1");
        assertThat(paid.getLast().total().minor()).isBetween(30_00L, 36_00L);
        assertThat(paid.getLast().lines()).extracting(ProviderInvoice.Line::full).containsExactlyInAnyOrder(usd(49_00), usd(99_00));
    }

    @Test
    void another_plan_from_the_next_period_on_costs_nothing_now() {
        ProviderSubscription standard = begun();
        ProviderSubscription premium = done(provider().changePlan(standard, "premium", false, "change"));

        assertThat(premium.plan()).contains("premium");
        assertThat(premium.periodEnd()).isEqualTo(standard.periodEnd());
        assertThat(provider().listInvoices(standard.createdAt())).hasSize(1);

        endPeriod(premium);
        assertThat(provider().listInvoices(standard.createdAt())).last().extracting(ProviderInvoice::total).isEqualTo(usd(99_00));
    }

    @Test
    void a_plan_is_not_changed_when_the_card_is_declined_or_there_is_no_such_plan() {
        ProviderSubscription standard = begun();
        spoilCard(customer());

        assertDeclined(provider().changePlan(standard, "premium", true, "change"));
        assertDeclined(provider().changePlan(standard, "free", false, "other"));
        assertThat(found(standard)).isEqualTo(standard);
    }

    @Test
    void a_subscription_ends_with_its_period_unless_it_goes_on_after_all() {
        ProviderSubscription running = begun();
        assertThat(done(provider().endAtPeriodEnd(running.id(), true, "end")).endsAtPeriodEnd()).isTrue();
        assertThat(done(provider().endAtPeriodEnd(running.id(), false, "on")).endsAtPeriodEnd()).isFalse();
        assertThat(done(provider().endAtPeriodEnd(running.id(), false, "on")).endsAtPeriodEnd()).isFalse();
        assertThat(done(provider().endAtPeriodEnd(running.id(), true, "end again")).endsAtPeriodEnd()).isTrue();

        endPeriod(running);

        assertThat(found(running).status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(found(running).endedAt()).contains(running.periodEnd());
        assertDeclined(provider().endAtPeriodEnd(running.id(), true, "too late"));
        assertDeclined(provider().endAtPeriodEnd("sub_unknown", false, "unknown"));
    }

    @Test
    void a_subscription_ends_now_and_only_once() {
        ProviderSubscription running = begun();
        provider().endNow(running.id());
        ProviderSubscription ended = found(running);
        provider().endNow(running.id());
        provider().endNow("sub_unknown");

        assertThat(ended.status()).isEqualTo(SubscriptionStatus.CANCELED);
        assertThat(ended.endedAt()).isPresent();
        assertThat(found(running)).isEqualTo(ended);
    }

    @Test
    void what_ends_without_our_asking_is_seen() {
        ProviderSubscription running = begun();
        cancelNow(running.id());
        assertThat(found(running).status()).isEqualTo(SubscriptionStatus.CANCELED);
    }

    @Test
    void a_customer_has_pages_of_its_own() {
        assertThat(provider().openPortal(customer(), URI.create("https://app.example/account"))).isInstanceOf(Answer.Done.class);
        assertDeclined(provider().openPortal("cus_unknown", URI.create("https://app.example/account")));
    }

    @Test
    void money_is_paid_back_once_for_each_key() {
        String intent = paidIntent();
        assertThat(done(provider().refund(intent, usd(5_00), "one")).refunded()).isEqualTo(usd(5_00));
        assertThat(done(provider().refund(intent, usd(5_00), "one")).refunded()).isEqualTo(usd(5_00));
        assertThat(done(provider().refund(intent, usd(5_00), "two")).refunded()).isEqualTo(usd(10_00));
        assertThat(provider().listRefunded(clock().instant().minusSeconds(1))).containsExactly(intent);
        assertThat(provider().listRefunded(clock().instant().plusSeconds(1))).isEmpty();
    }

    @Test
    void no_more_is_paid_back_than_came_in() {
        String intent = paidIntent();
        assertDeclined(provider().refund(intent, usd(20_01), "too much"));
        assertDeclined(provider().refund(intent, Money.of("5.00", "EUR"), "other currency"));
        assertDeclined(provider().refund("pi_unknown", usd(1_00), "unknown"));
    }

    @Test
    void what_goes_back_without_our_asking_is_seen() {
        String intent = paidIntent();
        payBack(intent, usd(4_00));
        assertThat(provider().findPayment(intent)).map(ProviderPayment::refunded).contains(usd(4_00));
        assertThat(provider().listRefunded(clock().instant().minusSeconds(1))).containsExactly(intent);
    }

    @Test
    void a_dispute_takes_money_until_it_is_won() {
        String intent = paidIntent();
        dispute(intent, usd(20_00));
        assertThat(provider().findPayment(intent).orElseThrow()).extracting(ProviderPayment::disputed, ProviderPayment::inDispute)
                .containsExactly(usd(20_00), true);
        assertThat(provider().listRefunded(clock().instant().minusSeconds(1))).containsExactly(intent);

        decide(intent, true);

        assertThat(provider().findPayment(intent).orElseThrow()).extracting(ProviderPayment::disputed, ProviderPayment::inDispute)
                .containsExactly(usd(0), false);
    }

    @Test
    void a_dispute_that_is_lost_has_taken_the_money() {
        String intent = paidIntent();
        dispute(intent, usd(12_00));
        decide(intent, false);
        assertThat(provider().findPayment(intent).orElseThrow()).extracting(ProviderPayment::disputed, ProviderPayment::inDispute)
                .containsExactly(usd(12_00), false);
    }

    @ParameterizedTest
    @MethodSource
    void a_coupon_is_made_as_it_was_wanted(NewCoupon wanted) {
        Coupon coupon = made(wanted);
        assertThat(coupon).isEqualTo(new Coupon(wanted.code(), coupon.promotion(), wanted.reduction(), wanted.term(), wanted.months(),
                wanted.most(), 0, wanted.endsAt(), true));
        assertThat(provider().findCoupon(coupon.promotion())).contains(coupon);
        assertThat(provider().findCouponByCode(wanted.code())).contains(coupon);
    }

    static Stream<NewCoupon> a_coupon_is_made_as_it_was_wanted() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        return Stream.of(
                new NewCoupon("A-1", new Coupon.Reduction.Share(1_250),
                        Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.of(100), Optional.of(end)),
                new NewCoupon("B_2", new Coupon.Reduction.Share(10_000),
                        Coupon.Term.FOREVER, OptionalInt.empty(), OptionalLong.empty(), Optional.empty()),
                new NewCoupon("C33", new Coupon.Reduction.Share(1_234),
                        Coupon.Term.REPEATING, OptionalInt.of(3), OptionalLong.empty(), Optional.empty()),
                new NewCoupon("D44", new Coupon.Reduction.Sum(usd(5_00)),
                        Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), Optional.of(end)));
    }

    @Test
    void a_code_belongs_to_one_living_coupon() {
        Coupon first = made(coupon("WELCOME", OptionalLong.empty()));
        assertDeclined(provider().createCoupon(coupon("WELCOME", OptionalLong.of(7))));

        assertThat(provider().endCoupon(first.promotion())).map(Coupon::active).contains(false);
        assertThat(provider().findCouponByCode("welcome")).map(Coupon::active).contains(false);

        Coupon second = made(coupon("WELCOME", OptionalLong.empty()));
        assertThat(second.promotion()).isNotEqualTo(first.promotion());
        assertThat(provider().findCouponByCode("welcome")).contains(second);
        assertThat(provider().endCoupon("promo_unknown")).isEmpty();
    }

    @Test
    void what_was_told_can_be_read_again() {
        deliverNotices();
        String session = open(topUp("order", usd(20_00), Discount.none(usd(20_00))), Optional.empty()).session();
        pay(session);
        loseNotices();

        Notice completed = provider().listUndelivered(clock().instant().minusSeconds(1)).stream()
                .filter(notice -> notice.type().equals("checkout.session.completed")).findFirst().orElseThrow();
        assertThat(completed.about()).contains(new Notice.Matter(Notice.Kind.SESSION, session));
        assertThat(provider().findNotice(completed.id())).contains(completed);
        assertThat(provider().findNotice("evt_unknown")).isEmpty();
    }

    @Test
    void only_what_was_not_delivered_is_listed_and_the_oldest_first() {
        begun();
        deliverNotices();
        pass(Duration.ofHours(1));
        paidIntent();
        pass(Duration.ofHours(1));
        made(coupon("WELCOME", OptionalLong.empty()));
        loseNotices();

        List<Notice> undelivered = provider().listUndelivered(clock().instant().minus(Duration.ofDays(1)));
        assertThat(undelivered).isSortedAccordingTo(Comparator.comparing(Notice::createdAt));
        assertThat(undelivered).extracting(notice -> notice.about().orElseThrow().kind()).contains(Notice.Kind.SESSION, Notice.Kind.PROMOTION)
                .doesNotContain(Notice.Kind.SUBSCRIPTION);
        assertThat(provider().listUndelivered(clock().instant())).extracting(Notice::type).containsExactly("promotion_code.created");
    }

    @Test
    void what_is_unknown_is_not_found() {
        assertThat(provider().findSession("cs_test_unknown")).isEmpty();
        assertThat(provider().findSubscription("sub_unknown")).isEmpty();
        assertThat(provider().findInvoice("in_unknown")).isEmpty();
        assertThat(provider().findPayment("pi_unknown")).isEmpty();
        assertThat(provider().findCoupon("promo_unknown")).isEmpty();
        assertThat(provider().findCouponByCode("UNKNOWN")).isEmpty();
        assertThat(provider().findCouponByCode("no code")).isEmpty();
    }

    @Test
    void who_is_down_is_unavailable_whatever_is_asked() {
        provider().requireConfigured();
        goDown();
        Stream.<Consumer<PaymentProvider>>of(
                        one -> one.keepCustomer(TEAM, Optional.empty(), Optional.empty(), "Lima"), one -> one.findSession("cs_1"), one -> one.findInvoice("in_1"),
                        one -> one.endNow("sub_1"), one -> one.listInvoices(Instant.EPOCH), one -> one.refund("pi_1", usd(1_00), "key"),
                        one -> one.findCouponByCode("WELCOME"), one -> one.priceOf("premium"))
                .forEach(call -> assertThatThrownBy(() -> call.accept(provider())).isInstanceOf(Refusal.Unavailable.class)
                        .asInstanceOf(type(Refusal.Unavailable.class)).extracting(Refusal.Unavailable::dependency).isEqualTo("payments"));
    }
}
