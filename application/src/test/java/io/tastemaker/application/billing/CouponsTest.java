package io.tastemaker.application.billing;

import static io.tastemaker.application.billing.BillingWorld.ADVICE;
import static io.tastemaker.application.billing.BillingWorld.OPERATOR;
import static io.tastemaker.application.billing.BillingWorld.PACK;
import static io.tastemaker.application.billing.BillingWorld.STANDARD;
import static io.tastemaker.application.billing.BillingWorld.STANDARD_CREDITS;
import static io.tastemaker.application.billing.BillingWorld.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.PaymentProvider;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Coupon.Reduction;
import io.tastemaker.domain.billing.Coupon.Verdict;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Codes that make something cheaper, here and at the provider. */
class CouponsTest {

    private final BillingWorld world = new BillingWorld(0);
    private final Actor.User ana = world.owner("ana");

    @Test
    void a_code_is_checked_without_using_it_up() {
        world.coupon("SPRING", new Reduction.Share(2_500), OptionalLong.of(1));

        for (String typed : List.of("SPRING", "spring", " Spring ")) {
            assertThat(check(typed, ADVICE)).isInstanceOfSatisfying(CheckCoupon.Outcome.Good.class, good -> {
                assertThat(good.listPrice()).isEqualTo(usd("120.00"));
                assertThat(good.price()).isEqualTo(usd("90.00"));
            });
        }
        assertThat(world.coupons.find("SPRING").orElseThrow().coupon().used()).isZero();
    }

    @Test
    void what_a_check_says_is_what_is_asked() {
        world.till.subscribe(ana.team(), "premium");
        world.coupon("TENTH", new Reduction.Share(1_000), OptionalLong.empty());
        CheckCoupon.Outcome.Good good = (CheckCoupon.Outcome.Good) check("TENTH", PACK);
        Order order = world.opened(ana, "key", PACK, "TENTH");

        assertThat(good.discount()).isEqualTo(order.discount());
        assertThat(good.price()).isEqualTo(order.amount()).isEqualTo(usd("8.00"));
    }

    @Test
    void a_code_that_is_not_good_is_refused_with_a_reason() {
        world.coupon("ONCE", new Reduction.Share(1_000), OptionalLong.of(1));
        world.bought(ana, "1", ADVICE, "ONCE");
        world.coupon("EURO", new Reduction.Sum(Money.of("5.00", "EUR")), OptionalLong.empty());
        world.coupon("GONE", new Reduction.Share(1_000), OptionalLong.empty());
        world.billing.endCoupon().handle(new EndCoupon.Command(OPERATOR, "GONE"));
        world.billing.addCoupon().handle(new AddCoupon.Command(OPERATOR, new PaymentProvider.NewCoupon("TODAY", new Reduction.Share(1_000),
                Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(), Optional.of(world.clock.instant().plusSeconds(60)))));
        assertThat(check("TODAY", ADVICE)).isInstanceOf(CheckCoupon.Outcome.Good.class);
        world.later(Duration.ofSeconds(60));

        assertThat(verdict("EURO")).contains(Verdict.OTHER_CURRENCY);
        assertThat(verdict("GONE")).contains(Verdict.ENDED);
        assertThat(verdict("TODAY")).contains(Verdict.EXPIRED);
        assertThat(verdict("ONCE")).hasValueSatisfying(why -> assertThat(why).isIn(Verdict.USED_UP, Verdict.ENDED));
        assertThat(verdict("UNKNOWN")).isEmpty();
        assertThat(verdict("no code at all, but a sentence")).isEmpty();
        assertThat(world.checkout(ana, "2", ADVICE, "GONE"))
                .isEqualTo(new OpenCheckout.Outcome.Refused(new NotOffered.CouponRefused(Optional.of(Verdict.ENDED))));
    }

    @Test
    void a_code_that_was_made_at_the_provider_is_found_before_we_are_told() {
        world.provider.createCoupon(share("THERE"));

        assertThat(check("THERE", ADVICE)).isInstanceOf(CheckCoupon.Outcome.Good.class);
        assertThat(world.coupons.find("THERE")).as("and kept").isPresent();
    }

    @Test
    void a_living_code_is_not_made_twice_and_one_that_has_ended_may_be_given_anew() {
        Coupon first = world.coupon("SPRING", new Reduction.Share(1_000), OptionalLong.empty());
        assertThat(world.billing.addCoupon().handle(new AddCoupon.Command(OPERATOR, share("SPRING"))))
                .isEqualTo(new AddCoupon.Outcome.CodeTaken());

        world.billing.endCoupon().handle(new EndCoupon.Command(OPERATOR, "SPRING"));
        Coupon second = world.coupon("SPRING", new Reduction.Share(2_000), OptionalLong.empty());
        world.hear();

        assertThat(second.promotion()).isNotEqualTo(first.promotion());
        assertThat(world.coupons.find("SPRING").orElseThrow().coupon()).isEqualTo(second);
    }

    @Test
    void of_a_code_that_was_given_anew_the_living_one_counts_whatever_is_told_first() {
        world.coupon("SPRING", new Reduction.Share(1_000), OptionalLong.empty());
        world.fresh();
        world.provider.endCoupon(world.coupons.find("SPRING").orElseThrow().coupon().promotion());
        world.provider.createCoupon(share("SPRING"));
        for (Notice notice : world.fresh().reversed()) {
            world.deliver(notice);
            world.heed();
        }

        assertThat(check("SPRING", ADVICE)).isInstanceOfSatisfying(CheckCoupon.Outcome.Good.class, good ->
                assertThat(good.price()).isEqualTo(usd("60.00")));
    }

    @Test
    void a_code_that_is_ended_in_small_letters_ends() {
        world.coupon("SPRING", new Reduction.Share(1_000), OptionalLong.empty());

        world.billing.endCoupon().handle(new EndCoupon.Command(OPERATOR, "spring"));

        assertThat(verdict("SPRING")).contains(Verdict.ENDED);
        assertThat(world.transactions.done().getLast().action()).isEqualTo("coupon.end");
    }

    @Test
    void nobody_ends_a_code_that_there_never_was() {
        assertThatThrownBy(() -> world.billing.endCoupon().handle(new EndCoupon.Command(OPERATOR, "UNKNOWN"))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_discount_on_a_plan_does_not_take_credits_away() {
        world.coupon("HALF", new Reduction.Share(5_000), OptionalLong.empty());
        Order order = world.bought(ana, "key", STANDARD, "HALF");

        assertThat(order.state()).isEqualTo(Order.State.PAID);
        assertThat(world.payments(ana)).singleElement().satisfies(payment -> assertThat(payment.paid()).isEqualTo(usd("99.50")));
        assertThat(world.credits(ana.team())).isEqualTo(STANDARD_CREDITS);
    }

    @Test
    void an_ended_coupon_leaves_what_was_ordered_with_it_as_it_is() {
        Coupon coupon = world.coupon("SPRING", new Reduction.Share(2_500), OptionalLong.empty());
        Order order = world.opened(ana, "key", ADVICE, "SPRING");
        world.billing.endCoupon().handle(new EndCoupon.Command(OPERATOR, coupon.code()));
        world.provider.pay(order.session().orElseThrow());
        world.hear();

        assertThat(world.show(ana, order.id()).state()).isEqualTo(Order.State.PAID);
        assertThat(world.payments(ana)).singleElement().satisfies(payment -> assertThat(payment.paid()).isEqualTo(usd("90.00")));
    }

    private static PaymentProvider.NewCoupon share(String code) {
        return new PaymentProvider.NewCoupon(code, new Reduction.Share(5_000), Coupon.Term.ONCE, OptionalInt.empty(), OptionalLong.empty(),
                Optional.empty());
    }

    private CheckCoupon.Outcome check(String code, OpenCheckout.Wish wish) {
        return world.billing.checkCoupon().handle(new CheckCoupon.Query(ana, code, wish));
    }

    private Optional<Verdict> verdict(String code) {
        CheckCoupon.Outcome outcome = check(code, ADVICE);
        assertThat(outcome).isInstanceOf(CheckCoupon.Outcome.Refused.class);
        NotOffered why = ((CheckCoupon.Outcome.Refused) outcome).why();
        assertThat(why).isInstanceOf(NotOffered.CouponRefused.class);
        return ((NotOffered.CouponRefused) why).verdict();
    }
}
