package io.tastemaker.adapters.billing.billing;

import static io.tastemaker.adapters.billing.billing.StripeStandIn.error;
import static io.tastemaker.adapters.billing.billing.StripeStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.billing.ProviderInvoice;
import io.tastemaker.domain.billing.ProviderInvoice.Line;
import io.tastemaker.domain.billing.ProviderPayment;
import io.tastemaker.domain.billing.ProviderSession;
import io.tastemaker.domain.billing.ProviderSession.State;
import io.tastemaker.domain.billing.ProviderSubscription;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes that Stripe may answer with and that are hard to bring about. */
class StripeShapesTest {

    private static final String TEAM = "0195b000-0000-7000-8000-000000000001";
    private static final String PRICE = "{'id':'price_standard','object':'price','active':true,'currency':'usd','unit_amount':4900,"
            + "'recurring':{'interval':'month','interval_count':1}}";

    private final StripeStandIn stripe = new StripeStandIn();
    private final StripePayments payments = stripe.payments(new HandClock(), StripeLimits.USUAL);
    private final Map<String, String> things = new LinkedHashMap<>(Map.of("/v1/prices/price_standard", PRICE));

    @BeforeEach
    void answer() {
        stripe.answersBy(asked -> Optional.ofNullable(things.get(asked.path())).map(body -> json(200, body.replace('\'', '"')))
                .orElseGet(() -> error(404, "invalid_request_error", "resource_missing", "No such thing")));
    }

    @AfterEach
    void close() {
        payments.close();
        stripe.close();
    }

    private long asked(String path) {
        return stripe.asked().stream().filter(asked -> asked.path().equals(path)).count();
    }

    private static String list(boolean more, String... elements) {
        return "{'object':'list','url':'/v1/x','has_more':" + more + ",'data':[" + String.join(",", elements) + "]}";
    }

    private static Money usd(long cents) {
        return Money.ofMinor(cents, Currency.getInstance("USD"));
    }

    @Test
    void a_price_is_asked_for_once() {
        assertThat(payments.priceOf("standard")).contains(usd(49_00));
        assertThat(payments.priceOf("standard")).contains(usd(49_00));
        assertThat(asked("/v1/prices/price_standard")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'interval':'month'       | 'interval':'year'
            'interval_count':1       | 'interval_count':3
            'unit_amount':4900       | 'unit_amount':null
            {'interval':'month','interval_count':1} | null
            """, quoteCharacter = '~')
    void a_price_that_is_not_asked_each_month_is_none_of_a_plan(String usual, String unusual) {
        things.put("/v1/prices/price_standard", PRICE.replace(usual.trim(), unusual.trim()));
        assertThat(payments.priceOf("standard")).isEmpty();
    }

    private static String subscription(String members) {
        return "{'id':'sub_1','object':'subscription','status':'active','customer':'cus_1','created':1000,'cancel_at_period_end':false,"
                + "'metadata':{'team_id':'not ours','order_id':''}," + members + "'items':" + list(false, "{'id':'si_1','object':'subscription_item',"
                + "'current_period_start':2000,'current_period_end':3000,'price':{'id':'price_other','object':'price'}}") + "}";
    }

    @Test
    void what_is_none_of_ours_is_seen_without_team_order_and_plan() {
        things.put("/v1/subscriptions/sub_1", subscription(""));
        ProviderSubscription seen = payments.findSubscription("sub_1").orElseThrow();
        assertThat(seen.team()).isEmpty();
        assertThat(seen.order()).isEmpty();
        assertThat(seen.plan()).isEmpty();
        assertThat(seen.periodEnd()).isEqualTo(Instant.ofEpochSecond(3000));
    }

    @Test
    void a_time_to_end_that_is_the_end_of_the_period_is_an_end_with_the_period() {
        things.put("/v1/subscriptions/sub_1", subscription("'cancel_at':3000,"));
        assertThat(payments.findSubscription("sub_1")).map(ProviderSubscription::endsAtPeriodEnd).contains(true);
        things.put("/v1/subscriptions/sub_1", subscription("'cancel_at':9000,"));
        assertThat(payments.findSubscription("sub_1")).map(ProviderSubscription::endsAtPeriodEnd).contains(false);
    }

    @Test
    void to_go_on_takes_back_what_says_that_it_ends() {
        things.put("/v1/subscriptions/sub_1", subscription("'cancel_at':3000,"));
        payments.endAtPeriodEnd("sub_1", false, "on");
        assertThat(stripe.asked().getLast().method()).isEqualTo("POST");
        assertThat(stripe.asked().getLast().params()).isEqualTo(Map.of("cancel_at", ""));

        things.put("/v1/subscriptions/sub_1", subscription("'cancel_at':3000,")
                .replace("'cancel_at_period_end':false", "'cancel_at_period_end':true"));
        payments.endAtPeriodEnd("sub_1", false, "on");
        assertThat(stripe.asked().getLast().params()).isEqualTo(Map.of("cancel_at_period_end", "false"));

        things.put("/v1/subscriptions/sub_1", subscription(""));
        payments.endAtPeriodEnd("sub_1", false, "on");
        assertThat(stripe.asked().getLast().method()).isEqualTo("GET");
    }

    private static String line(int number, long amount, String pricing) {
        return "{'id':'il_" + number + "','object':'line_item','amount':" + amount + ",'currency':'usd','period':{'start':2000,'end':3000},"
                + "'pricing':" + pricing + "}";
    }

    private static String invoice(String lines, String payments) {
        return "{'id':'in_1','object':'invoice','status':'paid','customer':'cus_1','currency':'usd','total':-1200,'amount_paid':0,'created':1000,"
                + "'attempt_count':2,'parent':{'type':'subscription_details','subscription_details':{'subscription':'sub_1'}},"
                + "'status_transitions':{'paid_at':1500},'payments':" + payments + ",'lines':" + lines + "}";
    }

    @Test
    void an_invoice_may_give_back_more_than_it_asks() {
        String standard = "{'type':'price_details','price_details':{'price':'price_standard','product':'prod_1'}}";
        things.put("/v1/invoices/in_1", invoice(list(false, line(1, -1200, standard), line(2, 0, "null")), list(false)));
        ProviderInvoice seen = payments.findInvoice("in_1").orElseThrow();
        Instant from = Instant.ofEpochSecond(2000);
        Instant until = Instant.ofEpochSecond(3000);

        assertThat(seen.total()).isEqualTo(usd(-12_00));
        assertThat(seen.intent()).isEmpty();
        assertThat(seen.paidAt()).contains(Instant.ofEpochSecond(1500));
        assertThat(seen.lines()).containsExactly(new Line(Optional.of("standard"), usd(-12_00), usd(49_00), from, until),
                new Line(Optional.empty(), usd(0), usd(0), from, until));
        assertThat(stripe.asked().getFirst().params()).isEqualTo(Map.of("expand[0]", "payments"));
    }

    @Test
    void an_invoice_of_nothing_periodic_has_no_subscription() {
        things.put("/v1/invoices/in_1", invoice(list(false), list(false)).replace("'subscription_details':{'subscription':'sub_1'}", "'x':1"));
        assertThat(payments.findInvoice("in_1").orElseThrow().subscription()).isEmpty();
    }

    @Test
    void an_invoice_shows_the_payment_that_was_made() {
        String payment = "{'id':'%s','object':'invoice_payment','status':'%s','is_default':%s,"
                + "'payment':{'type':'payment_intent','payment_intent':'%s'}}";
        String payments3 = list(false, payment.formatted("1", "canceled", "false", "pi_1"), payment.formatted("2", "open", "true", "pi_2"),
                payment.formatted("3", "paid", "false", "pi_3"));
        things.put("/v1/invoices/in_1", invoice(list(false), payments3));
        assertThat(payments.findInvoice("in_1").orElseThrow().intent()).contains("pi_3");
        things.put("/v1/invoices/in_1", invoice(list(false), payments3.replace("'paid'", "'open'")));
        assertThat(payments.findInvoice("in_1").orElseThrow().intent()).contains("pi_2");
    }

    @Test
    void an_invoice_shows_all_of_its_lines() {
        List<String> lines = IntStream.range(0, 130).mapToObj(number -> line(number, number, "null")).toList();
        things.put("/v1/invoices/in_1", invoice(list(true, lines.subList(0, 10).toArray(String[]::new)), list(false)));
        stripe.answersBy(asked -> asked.path().equals("/v1/invoices/in_1") ? json(200, things.get(asked.path()).replace('\'', '"'))
                : json(200, (asked.params().containsKey("starting_after") ? list(false, lines.subList(100, 130).toArray(String[]::new))
                        : list(true, lines.subList(0, 100).toArray(String[]::new))).replace('\'', '"')));

        assertThat(payments.findInvoice("in_1").orElseThrow().lines()).extracting(one -> one.amount().minor())
                .isEqualTo(IntStream.range(0, 130).mapToObj(Long::valueOf).toList());
        assertThat(stripe.asked().getLast().params()).isEqualTo(Map.of("limit", "100", "starting_after", "il_99"));
        assertThat(stripe.asked()).extracting(StripeStandIn.Asked::path).endsWith("/v1/invoices/in_1/lines");
    }

    @ParameterizedTest
    @CsvSource({"open, unpaid, requires_payment_method, OPEN", "expired, unpaid, canceled, EXPIRED", "complete, paid, succeeded, PAID",
        "complete, no_payment_required, '', PAID", "complete, unpaid, processing, PENDING", "complete, unpaid, '', PENDING",
        "complete, unpaid, requires_payment_method, FAILED", "complete, unpaid, canceled, FAILED"})
    void a_checkout_stands_as_its_payment_does(String status, String paymentStatus, String intent, State state) {
        String payment = intent.isEmpty() ? "null" : "{'id':'pi_1','object':'payment_intent','status':'" + intent + "'}";
        things.put("/v1/checkout/sessions/cs_1", "{'id':'cs_1','object':'checkout.session','created':1000,'status':'" + status
                + "','payment_status':'" + paymentStatus + "','client_reference_id':'" + TEAM + "','payment_intent':" + payment + "}");
        ProviderSession seen = payments.findSession("cs_1").orElseThrow();

        assertThat(seen.state()).isEqualTo(state);
        assertThat(seen.team()).contains(TeamId.of(TEAM));
        assertThat(seen.intent()).isEqualTo(intent.isEmpty() ? Optional.empty() : Optional.of("pi_1"));
        assertThat(seen.total()).isEmpty();
    }

    @Test
    void disputes_count_unless_nothing_is_lost_by_them() {
        things.put("/v1/payment_intents/pi_1", "{'id':'pi_1','object':'payment_intent','currency':'jpy','amount_received':10000,"
                + "'latest_charge':{'id':'ch_1','object':'charge','amount_refunded':700}}");
        things.put("/v1/disputes", list(false, List.of("needs_response", "under_review", "lost", "won", "prevented", "warning_needs_response",
                        "warning_under_review", "warning_closed").stream()
                .map(status -> "{'id':'du_" + status + "','object':'dispute','amount':1000,'currency':'jpy','status':'" + status + "'}")
                .collect(Collectors.joining(","))));
        assertThat(payments.findPayment("pi_1")).contains(new ProviderPayment("pi_1", Optional.empty(), Optional.empty(), Optional.empty(),
                Money.of("10000", "JPY"), Money.of("700", "JPY"), Money.of("3000", "JPY"), true));
    }

    private void promotion(String code, String members, String coupon) {
        things.put("/v1/promotion_codes/promo_1", "{'id':'promo_1','object':'promotion_code','code':'" + code + "','active':true," + members
                + "'promotion':{'type':'coupon','coupon':" + coupon + "}}");
    }

    private static String coupon(String members) {
        return "{'id':'c1','object':'coupon','duration':'once','valid':true," + members + "'times_redeemed':5}";
    }

    @Test
    void the_smaller_rest_of_uses_counts_and_the_earlier_end() {
        promotion("summer", "'max_redemptions':10,'times_redeemed':2,'expires_at':9000,",
                coupon("'percent_off':12.5,'max_redemptions':8,'redeem_by':8000,"));
        Coupon seen = payments.findCoupon("promo_1").orElseThrow();
        assertThat(seen.code()).isEqualTo("SUMMER");
        assertThat(seen.reduction()).isEqualTo(new Coupon.Reduction.Share(1_250));
        assertThat(seen.most()).isEqualTo(OptionalLong.of(8));
        assertThat(seen.used()).isEqualTo(5);
        assertThat(seen.endsAt()).contains(Instant.ofEpochSecond(8000));

        promotion("summer", "'max_redemptions':3,'times_redeemed':2,", coupon("'percent_off':100,'max_redemptions':8,"));
        assertThat(payments.findCoupon("promo_1").orElseThrow().most()).isEqualTo(OptionalLong.of(3));
        promotion("summer", "'times_redeemed':2,", coupon("'amount_off':500,'currency':'eur',"));
        assertThat(payments.findCoupon("promo_1").orElseThrow().reduction()).isEqualTo(new Coupon.Reduction.Sum(Money.of("5.00", "EUR")));
    }

    @Test
    void a_coupon_that_is_no_longer_valid_is_not_active() {
        promotion("SUMMER", "", coupon("'percent_off':10,").replace("'valid':true", "'valid':false"));
        assertThat(payments.findCoupon("promo_1")).map(Coupon::active).contains(false);
    }

    @Test
    void a_code_or_a_share_that_we_cannot_say_is_none_of_ours() {
        promotion("no code!", "", coupon("'percent_off':10,"));
        assertThat(payments.findCoupon("promo_1")).isEmpty();
        promotion("SUMMER", "", coupon("'percent_off':33.333,"));
        assertThat(payments.findCoupon("promo_1")).isEmpty();
        promotion("SUMMER", "", "null");
        assertThat(payments.findCoupon("promo_1")).isEmpty();
    }

    @Test
    void no_more_types_are_asked_for_than_stripe_takes() {
        things.put("/v1/events", list(false));
        assertThat(payments.listUndelivered(Instant.ofEpochSecond(1000))).isEmpty();
        assertThat(stripe.asked()).allSatisfy(asked -> {
            assertThat(asked.params().keySet().stream().filter(name -> name.startsWith("types["))).hasSizeBetween(1, 20);
            assertThat(asked.params()).containsEntry("delivery_success", "false").containsEntry("created[gte]", "1000");
        });
        assertThat(stripe.asked().stream().flatMap(asked -> asked.params().entrySet().stream()).filter(one -> one.getKey().startsWith("types["))
                .map(Map.Entry::getValue)).containsExactlyInAnyOrderElementsOf(SeenEvents.types());
    }
}
