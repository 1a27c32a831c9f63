package io.tastemaker.adapters.billing.billing;

import static io.tastemaker.adapters.billing.billing.StripeStandIn.error;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.billing.out.PaymentProvider.Answer;
import io.tastemaker.application.billing.out.PaymentProvider.Checkout;
import io.tastemaker.application.billing.out.PaymentProvider.NewCoupon;
import io.tastemaker.application.billing.out.PaymentProvider.Opened;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Word for word what is asked when something is sold. */
class StripeCheckoutsTest {

    private static final Coupon WELCOME = new Coupon("WELCOME", "promo_1", new Coupon.Reduction.Share(2_000), Coupon.Term.ONCE,
            OptionalInt.empty(), OptionalLong.empty(), 0, Optional.empty(), true);
    private static final Money PRICE = Money.of("9.99", "USD");
    private static final OrderId ID = OrderId.asked(Actors.LIMA, "order");

    private final HandClock clock = new HandClock();
    private final StripeStandIn stripe = new StripeStandIn().answers(json(200,
            "{\"id\":\"cs_1\",\"object\":\"checkout.session\",\"url\":\"https://checkout.stripe.com/c/pay/cs_1#secret\"}"));
    private final StripePayments payments = stripe.payments(clock, StripeLimits.USUAL);

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    private Checkout checkout(Purchase purchase, Discount discount, Optional<Coupon> coupon) {
        Order order = Order.asked(ID, Actors.LIMA, new UserId(new UUID(7, 7)), purchase, PRICE, discount, clock.instant());
        return new Checkout(order, "cus_1", "500 credits", coupon,
                URI.create("https://app.example/paid?order=1"), URI.create("https://app.example/plans"));
    }

    private Map<String, String> common(String mode) {
        return new TreeMap<>(Map.of("mode", mode, "customer", "cus_1", "client_reference_id", Actors.LIMA.toString(),
                "metadata[team_id]", Actors.LIMA.toString(), "metadata[order_id]", ID.toString(),
                "expires_at", Long.toString(clock.instant().plus(Order.LIFE).getEpochSecond()), "success_url", "https://app.example/paid?order=1",
                "cancel_url", "https://app.example/plans", "line_items[0][quantity]", "1"));
    }

    private static Map<String, String> with(Map<String, String> params, String... more) {
        for (int at = 0; at < more.length; at += 2) {
            params.put(more[at], more[at + 1]);
        }
        return params;
    }

    @Test
    void a_plan_is_asked_for_by_its_price_with_its_trial_and_its_coupon() {
        Discount discount = new Discount(Money.of("2.00", "USD"), Optional.of("WELCOME"));
        Purchase plan = new Purchase.Subscribe(new PlanId("standard", 3), 14);
        Answer<Opened> opened = payments.openCheckout(checkout(plan, discount, Optional.of(WELCOME)));

        assertThat(opened).isEqualTo(new Answer.Done<>(new Opened("cs_1", URI.create("https://checkout.stripe.com/c/pay/cs_1#secret"))));
        assertThat(stripe.asked().getFirst().params()).isEqualTo(with(common("subscription"), "line_items[0][price]", "price_standard",
                "subscription_data[trial_period_days]", "14", "subscription_data[metadata][team_id]", Actors.LIMA.toString(),
                "subscription_data[metadata][order_id]", ID.toString(), "discounts[0][promotion_code]", "promo_1"));
        assertThat(stripe.asked().getFirst().headers()).containsEntry("idempotency-key", "ck:" + ID + ":1");
    }

    @Test
    void credits_are_asked_for_by_their_list_price_when_a_coupon_makes_them_cheaper() {
        Discount discount = new Discount(Money.of("2.00", "USD"), Optional.of("WELCOME"));
        payments.openCheckout(checkout(new Purchase.TopUp("small", 1, 500, OptionalInt.empty()), discount, Optional.of(WELCOME)));
        assertThat(stripe.asked().getFirst().params()).isEqualTo(with(goods("999"), "discounts[0][promotion_code]", "promo_1"));
    }

    @Test
    void credits_are_asked_for_by_what_is_left_when_our_plan_makes_them_cheaper() {
        payments.openCheckout(checkout(new Purchase.TopUp("small", 1, 500, OptionalInt.empty()),
                new Discount(Money.of("2.00", "USD"), Optional.empty()), Optional.empty()));
        assertThat(stripe.asked().getFirst().params()).isEqualTo(goods("799"));
    }

    private Map<String, String> goods(String amount) {
        return with(common("payment"), "line_items[0][price_data][currency]", "usd", "line_items[0][price_data][unit_amount]", amount,
                "line_items[0][price_data][product_data][name]", "500 credits", "payment_intent_data[metadata][team_id]", Actors.LIMA.toString(),
                "payment_intent_data[metadata][order_id]", ID.toString());
    }

    @Test
    void an_order_that_does_not_fit_its_checkout_is_a_fault() {
        Discount byCoupon = new Discount(Money.of("2.00", "USD"), Optional.of("OTHER"));
        Discount byPlan = new Discount(Money.of("2.00", "USD"), Optional.empty());
        assertThatThrownBy(() -> payments.openCheckout(checkout(new Purchase.OneOff("a talk"), byCoupon, Optional.of(WELCOME))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> payments.openCheckout(checkout(new Purchase.Subscribe(new PlanId("standard", 1), 0), byPlan, Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stripe.asked()).isEmpty();
    }

    @Test
    void a_plan_without_a_price_is_declined_without_asking() {
        assertThat(payments.openCheckout(checkout(new Purchase.Subscribe(new PlanId("gold", 1), 0), Discount.none(PRICE), Optional.empty())))
                .isInstanceOf(Answer.Declined.class);
        assertThat(stripe.asked()).isEmpty();
    }

    @Test
    void one_order_that_is_told_in_two_ways_is_a_fault() {
        stripe.answers(error(400, "idempotency_error", "", "Keys for idempotent requests can only be used with the same parameters"));
        assertThatThrownBy(() -> payments.openCheckout(checkout(new Purchase.OneOff("a talk"), Discount.none(PRICE), Optional.empty())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_coupon_is_made_with_its_code_under_keys_of_its_own() {
        String promotion = "{\"id\":\"promo_1\",\"object\":\"promotion_code\",\"code\":\"WELCOME\",\"active\":true,"
                + "\"promotion\":{\"type\":\"coupon\",\"coupon\":"
                + "{\"id\":\"c_1\",\"object\":\"coupon\",\"duration\":\"repeating\",\"duration_in_months\":3,\"percent_off\":12.5,\"valid\":true}}}";
        stripe.answers(json(200, "{\"object\":\"list\",\"data\":[],\"has_more\":false}"), json(200, "{\"id\":\"c_1\",\"object\":\"coupon\"}"),
                json(200, promotion));
        payments.createCoupon(new NewCoupon("WELCOME", new Coupon.Reduction.Share(1_250), Coupon.Term.REPEATING, OptionalInt.of(3),
                OptionalLong.of(50), Optional.of(clock.instant())));

        assertThat(stripe.asked()).hasSize(3);
        assertThat(stripe.asked().get(1).params()).isEqualTo(Map.of("duration", "repeating", "duration_in_months", "3", "name", "WELCOME",
                "percent_off", "12.50"));
        assertThat(stripe.asked().get(2).params()).isEqualTo(Map.of("code", "WELCOME", "promotion[type]", "coupon", "promotion[coupon]", "c_1",
                "max_redemptions", "50", "expires_at", Long.toString(clock.instant().getEpochSecond()), "expand[0]", "promotion.coupon"));
        assertThat(stripe.asked().subList(1, 3)).extracting(asked -> asked.headers().get("idempotency-key"))
                .containsExactly("coupon:WELCOME:1", "promo:WELCOME:1");
    }

    @Test
    void every_wish_has_a_key() {
        stripe.answers(json(200, "{\"id\":\"x_1\",\"object\":\"x\",\"url\":\"https://example.com\"}"));
        payments.keepCustomer(Actors.LIMA, Optional.empty(), Optional.of("ana@example.com"), "Lima");
        payments.openPortal("cus_1", URI.create("https://app.example"));
        payments.openPortal("cus_1", URI.create("https://app.example"));
        payments.closeCheckout("cs_1");

        List<String> keys = stripe.asked().stream().filter(asked -> asked.method().equals("POST"))
                .map(asked -> asked.headers().get("idempotency-key")).toList();
        assertThat(keys).hasSize(5).doesNotHaveDuplicates().startsWith("cus:" + Actors.LIMA).endsWith("ck-end:cs_1");
        assertThat(stripe.asked().getFirst().params()).isEqualTo(Map.of("metadata[team_id]", Actors.LIMA.toString()));
    }

    @Test
    void without_a_key_nothing_is_configured() {
        UnconfiguredPayments none = new UnconfiguredPayments();
        assertThatThrownBy(none::requireConfigured).isInstanceOf(Refusal.NotConfigured.class).hasMessage("billing is not configured");
        assertThatThrownBy(() -> none.closeCheckout("cs_1")).isInstanceOf(Refusal.NotConfigured.class);
    }

    @Test
    void settings_keep_their_secrets_and_know_one_plan_for_each_price() {
        StripeSettings settings = new StripeSettings("sk_live_1", Optional.empty(), Map.of("standard", List.of("price_1")), List.of("whsec_1"));
        assertThat(settings.toString()).doesNotContain("sk_live_1", "whsec_1").contains("price_1");
        assertThatThrownBy(() -> new StripeSettings("sk", Optional.empty(), Map.of("a", List.of("price_1"), "b", List.of("price_1")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StripeSettings(" ", Optional.empty(), Map.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StripeSettings("sk", Optional.empty(), Map.of(), List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }
}
