package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an owner buys, sees and changes. */
class BillingStoryTest {

    private static final String STANDARD = "{\"kind\":\"subscription\",\"plan\":\"standard\"}";
    private static final String PACK = "{\"kind\":\"top_up\",\"pack\":\"credits-500\"}";

    private Program program;
    private Program.Person ana;
    private Caller owner;
    private Caller operator;

    @BeforeEach
    void start() {
        program = new Program();
        ana = program.person("ana");
        owner = new Caller(program, ana.key());
        operator = new Caller(program, program.operatorKey());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private HttpResponse<String> checkout(String json) {
        return owner.post("/billing/checkout-sessions", json);
    }

    private static String session(HttpResponse<String> opened) {
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        return text(opened, "/url").replace("https://pay.example/", "");
    }

    /** Buys something, and comes back from paying. */
    private HttpResponse<String> bought(String json) {
        HttpResponse<String> opened = checkout(json);
        program.payments().pay(session(opened));
        return owner.get("/billing/orders/" + text(opened, "/order_id"));
    }

    private void coupon(String json) {
        HttpResponse<String> made = operator.post("/admin/coupons", json);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static List<String> pointers(HttpResponse<String> refused) {
        refuses(refused, 400, "invalid_field");
        return at(refused, "/errors").findValuesAsText("pointer");
    }

    @Test
    void every_fault_of_a_checkout_is_named_at_once() {
        assertThat(pointers(checkout("{\"kind\":\"payment\",\"plan\":\"standard\",\"pack\":\"credits-500\","
                + "\"amount\":{\"amount\":\"0.00\",\"currency\":\"USD\"},\"success_url\":\"no address\",\"cancel_url\":\"ftp://app.example.com\"}")))
                .containsExactlyInAnyOrder("#/plan", "#/pack", "#/amount", "#/description", "#/success_url", "#/cancel_url");
        HttpResponse<String> plain = checkout("{\"kind\":\"subscription\",\"pack\":\"credits-500\",\"description\":\"x\","
                + "\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}");
        assertThat(pointers(plain)).containsExactlyInAnyOrder("#/plan", "#/pack", "#/amount", "#/description");
        assertThat(plain.body()).contains("is required for the kind subscription", "goes with the kind top_up, not with subscription");
        assertThat(pointers(checkout("{\"kind\":\"top_up\"}"))).containsExactly("#/pack");
        assertThat(pointers(checkout("{\"kind\":\"gift\",\"amount\":{\"amount\":\"-1\",\"currency\":\"XXY\"},\"coupon\":\"\"}")))
                .containsExactlyInAnyOrder("#/kind", "#/amount/amount", "#/amount/currency", "#/coupon");
        assertThat(at(owner.get("/billing/orders"), "/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.01, 201", "999999.99, 201", "1000000.00, 400", "0.00, 400", "1.999, 400"})
    void a_payment_has_bounds(String amount, int status) {
        HttpResponse<String> answer = checkout("{\"kind\":\"payment\",\"description\":\"A workshop\",\"amount\":{\"amount\":\"" + amount
                + "\",\"currency\":\"USD\"}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"125, 201", "126, 400"})
    void a_description_is_measured_as_invoices_measure_it(int twins, int status) {
        assertThat(checkout("{\"kind\":\"payment\",\"description\":\"" + "\uD83C\uDF38".repeat(twins)
                + "\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}").statusCode()).isEqualTo(status);
    }

    @Test
    void a_first_subscription_begins_with_a_trial() {
        program.till().subscribe(ana.home(), "free");
        HttpResponse<String> opened = checkout(STANDARD);

        String order = text(opened, "/order_id");
        assertThat(opened.headers().firstValue("Location")).hasValue("/api/v1/billing/orders/" + order);
        assertThat(opened.body()).startsWith("{\"order_id\":\"" + order + "\",\"kind\":\"subscription\",\"plan\":\"standard\",\"status\":\"open\","
                + "\"price\":{\"amount\":\"199.00\",\"currency\":\"USD\"},\"discount\":null,\"amount\":{\"amount\":\"0.00\",\"currency\":\"USD\"},"
                + "\"trial_days\":7,\"url\":\"https://pay.example/");
        assertThat(text(owner.get("/billing/orders/" + order), "/status")).isEqualTo("open");
        assertThat(owner.get("/billing/subscription").body()).isEqualTo(
                "{\"plan\":\"free\",\"plan_name\":\"Free\",\"paid_plan\":null,\"subscription\":null}");

        program.payments().pay(session(opened));

        HttpResponse<String> paid = owner.get("/billing/orders/" + order);
        assertThat(text(paid, "/status")).isEqualTo("paid");
        assertThat(paid.body()).doesNotContain("pay.example", "pack", "credits");
        HttpResponse<String> shown = owner.get("/billing/subscription");
        assertThat(text(shown, "/plan")).isEqualTo("standard");
        assertThat(text(shown, "/paid_plan")).isEqualTo("standard");
        assertThat(text(shown, "/subscription/status")).isEqualTo("trialing");
        assertThat(text(shown, "/subscription/trial_ends_at")).isEqualTo(text(shown, "/subscription/period_end"));
        assertThat(shown.body()).doesNotContain("sub_", "si_", "cus_");
    }

    @Test
    void a_checkout_is_asked_for_once_under_a_key() {
        HttpResponse<String> first = owner.once("key-1", "/billing/checkout-sessions", STANDARD);
        HttpResponse<String> again = owner.once("key-1", "/billing/checkout-sessions", STANDARD);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        refuses(owner.once("key-1", "/billing/checkout-sessions", PACK), 409, "idempotency_key_reused");
        refuses(owner.plain("/billing/checkout-sessions", STANDARD), 400, "idempotency_key_missing");
        assertThat(at(owner.get("/billing/orders"), "/items")).hasSize(1);
    }

    @Test
    void who_is_subscribed_hears_what_can_be_done_with_that() {
        bought(STANDARD);

        HttpResponse<String> again = checkout("{\"kind\":\"subscription\",\"plan\":\"premium\"}");

        refuses(again, 409, "state_conflict");
        assertThat(text(again, "/state")).isEqualTo("trialing");
        assertThat(at(again, "/allowed").toString()).isEqualTo("[\"change\",\"cancel\"]");
        owner.post("/billing/subscription/cancel", "");
        assertThat(at(checkout(STANDARD), "/allowed").toString()).isEqualTo("[\"change\",\"resume\"]");
    }

    @Test
    void packs_cost_what_the_plan_makes_of_them() {
        HttpResponse<String> usual = owner.get("/billing/top-up-packs");
        assertThat(text(usual, "/plan")).isEqualTo("standard");
        assertThat(at(usual, "/allowed").asBoolean()).isTrue();
        assertThat(at(usual, "/items/0").toString()).isEqualTo("{\"key\":\"credits-500\",\"version\":1,\"credits\":500,"
                + "\"list_price\":{\"amount\":\"10.00\",\"currency\":\"USD\"},\"price\":{\"amount\":\"10.00\",\"currency\":\"USD\"},"
                + "\"discount_basis_points\":null,\"valid_days\":null}");
        program.till().subscribe(ana.home(), "premium");

        HttpResponse<String> cheaper = owner.get("/billing/top-up-packs");
        HttpResponse<String> opened = checkout(PACK);

        assertThat(text(cheaper, "/items/0/price/amount")).isEqualTo("8.00");
        assertThat(at(cheaper, "/items/0/discount_basis_points").asInt()).isEqualTo(2_000);
        assertThat(at(opened, "/discount").toString()).isEqualTo("{\"amount\":{\"amount\":\"2.00\",\"currency\":\"USD\"},\"coupon\":null}");
        assertThat(text(opened, "/amount/amount")).isEqualTo("8.00");
        assertThat(text(opened, "/pack")).isEqualTo("credits-500");
        assertThat(at(opened, "/credits").asLong()).isEqualTo(500);
        assertThat(at(opened, "/plan").isMissingNode()).isTrue();
    }

    @Test
    void credits_are_there_when_somebody_comes_back_from_paying() {
        HttpResponse<String> order = bought(PACK);

        assertThat(text(order, "/status")).isEqualTo("paid");
        assertThat(owner.available()).isEqualTo(500);
        HttpResponse<String> payments = owner.get("/billing/payments");
        assertThat(at(payments, "/items")).hasSize(1);
        assertThat(text(payments, "/items/0/kind")).isEqualTo("top_up");
        assertThat(text(payments, "/items/0/order_id")).isEqualTo(text(order, "/order_id"));
        assertThat(text(payments, "/items/0/paid/amount")).isEqualTo("10.00");
        assertThat(at(payments, "/items/0/credits").asLong()).isEqualTo(500);
    }

    @Test
    void a_plan_without_top_ups_names_the_one_that_has_them() {
        program.till().subscribe(ana.home(), "free");

        HttpResponse<String> refused = checkout(PACK);

        assertThat(at(owner.get("/billing/top-up-packs"), "/allowed").asBoolean()).isFalse();
        refuses(refused, 403, "plan_required");
        assertThat(text(refused, "/required_plan")).isEqualTo("standard");
    }

    @Test
    void what_is_not_sold_is_answered_with_what_is() {
        for (String plan : List.of("free", "enterprise")) {
            HttpResponse<String> refused = checkout("{\"kind\":\"subscription\",\"plan\":\"" + plan + "\"}");
            assertThat(pointers(refused)).containsExactly("#/plan");
            assertThat(refused.body()).contains("unknown; allowed: premium, standard");
        }
        HttpResponse<String> refused = checkout("{\"kind\":\"top_up\",\"pack\":\"credits-1\"}");
        assertThat(pointers(refused)).containsExactly("#/pack");
        assertThat(refused.body()).contains("unknown; allowed: credits-10000, credits-2500, credits-500");
    }

    @Test
    void a_coupon_makes_it_cheaper() {
        coupon("{\"code\":\"spring20\",\"percent_off\":20,\"duration\":\"repeating\",\"months\":3}");

        HttpResponse<String> checked = owner.plain("/billing/coupons/validate",
                "{\"code\":\" spring20 \",\"kind\":\"subscription\",\"plan\":\"standard\"}");
        HttpResponse<String> opened = checkout("{\"kind\":\"subscription\",\"plan\":\"standard\",\"coupon\":\"Spring20\"}");

        assertThat(checked.body()).isEqualTo("{\"code\":\"SPRING20\",\"valid\":true,\"list_price\":{\"amount\":\"199.00\",\"currency\":\"USD\"},"
                + "\"discount\":{\"amount\":{\"amount\":\"39.80\",\"currency\":\"USD\"},\"coupon\":\"SPRING20\"},"
                + "\"price\":{\"amount\":\"159.20\",\"currency\":\"USD\"},\"percent_off\":20,\"amount_off\":null,\"duration\":\"repeating\","
                + "\"months\":3,\"expires_at\":null}");
        assertThat(text(opened, "/discount/coupon")).isEqualTo("SPRING20");
        assertThat(text(opened, "/discount/amount/amount")).isEqualTo("39.80");
    }

    @Test
    void a_coupon_can_be_checked_for_any_kind() {
        coupon("{\"code\":\"FIVE\",\"amount_off\":{\"amount\":\"5.00\",\"currency\":\"USD\"}}");

        HttpResponse<String> pack = owner.plain("/billing/coupons/validate", "{\"code\":\"five\",\"kind\":\"top_up\",\"pack\":\"credits-500\"}");
        HttpResponse<String> payment = owner.plain("/billing/coupons/validate",
                "{\"code\":\"five\",\"kind\":\"payment\",\"amount\":{\"amount\":\"3.00\",\"currency\":\"USD\"}}");

        assertThat(text(pack, "/price/amount")).isEqualTo("5.00");
        assertThat(text(pack, "/amount_off/amount")).isEqualTo("5.00");
        assertThat(text(payment, "/price/amount")).isEqualTo("0.00");
        assertThat(pointers(owner.plain("/billing/coupons/validate", "{\"code\":\"five\",\"kind\":\"payment\",\"plan\":\"standard\"}")))
                .containsExactlyInAnyOrder("#/plan", "#/amount");
    }

    @Test
    void a_coupon_that_is_no_good_says_why() {
        coupon("{\"code\":\"ENDED\",\"percent_off\":10}");
        operator.send("DELETE", "/admin/coupons/ended", "", "X-Request-Id", "end");
        coupon("{\"code\":\"BRIEF\",\"percent_off\":10,\"expires_at\":\"" + program.clock().instant().plusSeconds(60) + "\"}");
        coupon("{\"code\":\"EUROS\",\"amount_off\":{\"amount\":\"5.00\",\"currency\":\"EUR\"}}");
        coupon("{\"code\":\"OFTEN\",\"percent_off\":10}");
        program.later(Duration.ofMinutes(2));

        for (String[] one : new String[][] {{"NOBODY", "unknown"}, {"!", "unknown"}, {"ENDED", "ended"}, {"BRIEF", "expired"},
            {"EUROS", "other_currency"}}) {
            HttpResponse<String> refused = checkout("{\"kind\":\"subscription\",\"plan\":\"standard\",\"coupon\":\"" + one[0] + "\"}");
            refuses(refused, 409, "coupon_refused");
            assertThat(text(refused, "/reason")).as(one[0]).isEqualTo(one[1]);
            HttpResponse<String> checked = owner.plain("/billing/coupons/validate",
                    "{\"code\":\"" + one[0] + "\",\"kind\":\"subscription\",\"plan\":\"standard\"}");
            refuses(checked, 409, "coupon_refused");
            assertThat(text(checked, "/reason")).as(one[0]).isEqualTo(one[1]);
        }
        assertThat(at(owner.get("/billing/orders"), "/items")).isEmpty();
    }

    @Test
    void people_are_sent_to_known_places_only() {
        HttpResponse<String> both = checkout("{\"kind\":\"subscription\",\"plan\":\"standard\",\"success_url\":\"https://evil.example/a\","
                + "\"cancel_url\":\"https://app.example.com.evil.example\"}");
        HttpResponse<String> one = checkout("{\"kind\":\"subscription\",\"plan\":\"standard\",\"success_url\":\"https://app.example.com/a?x=1\","
                + "\"cancel_url\":\"https://u@app.example.com/\"}");

        assertThat(pointers(both)).containsExactlyInAnyOrder("#/success_url", "#/cancel_url");
        assertThat(both.body()).contains("must begin with https://app.example.com");
        assertThat(pointers(one)).containsExactly("#/cancel_url");
        assertThat(checkout("{\"kind\":\"subscription\",\"plan\":\"standard\",\"success_url\":\"https://app.example.com/a?x=1#y\"}")
                .statusCode()).isEqualTo(201);
    }

    @Test
    void a_subscription_is_changed_ended_and_taken_up_again() {
        bought(STANDARD);

        HttpResponse<String> changed = owner.send("PATCH", "/billing/subscription", "{\"plan\":\"premium\"}", "X-Request-Id", "up");
        HttpResponse<String> ended = owner.post("/billing/subscription/cancel", "");
        HttpResponse<String> on = owner.post("/billing/subscription/resume", "");

        assertThat(text(changed, "/plan")).isEqualTo("premium");
        assertThat(at(ended, "/cancel_at_period_end").asBoolean()).isTrue();
        assertThat(at(on, "/cancel_at_period_end").asBoolean()).isFalse();
        assertThat(text(owner.get("/billing/subscription"), "/plan")).isEqualTo("premium");
        HttpResponse<String> unknown = owner.send("PATCH", "/billing/subscription", "{\"plan\":\"free\"}", "X-Request-Id", "down");
        assertThat(pointers(unknown)).containsExactly("#/plan");
        assertThat(pointers(owner.send("PATCH", "/billing/subscription", "{}", "X-Request-Id", "no"))).containsExactly("#/plan");
    }

    @Test
    void without_a_subscription_there_is_nothing_to_change() {
        for (HttpResponse<String> refused : List.of(owner.post("/billing/subscription/cancel", ""), owner.post("/billing/subscription/resume", ""),
                owner.send("PATCH", "/billing/subscription", "{\"plan\":\"premium\"}", "X-Request-Id", "up"))) {
            refuses(refused, 409, "state_conflict");
            assertThat(text(refused, "/state")).isEqualTo("not_subscribed");
            assertThat(at(refused, "/allowed").toString()).isEqualTo("[\"checkout\"]");
        }
    }

    @Test
    void a_declined_card_changes_nothing() {
        bought(STANDARD);
        program.payments().card("cus_1", false);

        HttpResponse<String> refused = owner.send("PATCH", "/billing/subscription", "{\"plan\":\"premium\"}", "X-Request-Id", "up");

        refuses(refused, 402, "payment_declined");
        assertThat(text(refused, "/reason")).isEqualTo("the card was declined");
        assertThat(text(owner.get("/billing/subscription"), "/subscription/plan")).isEqualTo("standard");
    }

    @Test
    void the_providers_pages_open_for_who_bought_something() {
        HttpResponse<String> nobody = owner.post("/billing/portal-sessions", "{}");
        bought(PACK);
        HttpResponse<String> opened = owner.post("/billing/portal-sessions", "{\"return_url\":\"https://app.example.com/account\"}");

        refuses(nobody, 409, "state_conflict");
        assertThat(text(nobody, "/state")).isEqualTo("no_customer");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location")).hasValue(text(opened, "/url"));
        assertThat(pointers(owner.post("/billing/portal-sessions", "{\"return_url\":\"https://evil.example\"}"))).containsExactly("#/return_url");
        assertThat(pointers(owner.post("/billing/portal-sessions", "{\"return_url\":\"javascript:alert(1)\"}"))).containsExactly("#/return_url");
    }

    @Test
    void payments_are_listed_by_kind_and_page() {
        bought(PACK);
        program.later(Duration.ofMinutes(1));
        bought("{\"kind\":\"payment\",\"description\":\"A workshop\",\"amount\":{\"amount\":\"75.00\",\"currency\":\"EUR\"}}");

        HttpResponse<String> first = owner.get("/billing/payments?limit=1");
        HttpResponse<String> second = owner.get("/billing/payments?limit=1&cursor=" + text(first, "/next_cursor"));

        assertThat(text(first, "/items/0/kind")).isEqualTo("payment");
        assertThat(text(first, "/items/0/total/currency")).isEqualTo("EUR");
        assertThat(text(second, "/items/0/kind")).isEqualTo("top_up");
        assertThat(at(second, "/has_more").asBoolean()).isFalse();
        assertThat(at(owner.get("/billing/payments?kind=top_up"), "/items")).hasSize(1);
        refuses(owner.get("/billing/payments?kind=top_up&cursor=" + text(first, "/next_cursor")), 400, "invalid_cursor");
        refuses(owner.get("/billing/payments?kind=trial"), 400, "invalid_parameter");
        HttpResponse<String> orders = owner.get("/billing/orders?limit=1");
        assertThat(text(orders, "/items/0/description")).isEqualTo("A workshop");
        assertThat(at(owner.get("/billing/orders?cursor=" + text(orders, "/next_cursor")), "/items").findValuesAsText("pack"))
                .containsExactly("credits-500");
    }

    @Test
    void invoices_say_what_they_pay_for() {
        bought(STANDARD);
        bought(PACK);
        program.later(Duration.ofDays(7));
        program.payments().renew(subscription());
        operator.post("/admin/billing/reconciliation", "");

        HttpResponse<String> invoices = owner.get("/billing/invoices");

        assertThat(at(invoices, "/items")).hasSize(2);
        assertThat(text(invoices, "/items/0/status")).isEqualTo("paid");
        assertThat(text(invoices, "/items/0/number")).startsWith("TM-");
        assertThat(text(invoices, "/items/0/paid/amount")).isEqualTo("199.00");
        assertThat(text(invoices, "/items/0/periods/0/plan")).isEqualTo("standard");
        assertThat(at(invoices, "/items/1/periods")).isEmpty();
    }

    private String subscription() {
        return text(operator.get("/admin/billing/subscriptions"), "/items/0/id");
    }

    @Test
    void a_provider_that_is_down_or_missing_is_said_to_be() {
        program.payments().goDown();
        HttpResponse<String> down = checkout(STANDARD);
        program.payments().goMissing();
        HttpResponse<String> missing = checkout(STANDARD);

        refuses(down, 503, "unavailable");
        assertThat(text(down, "/dependency")).isEqualTo("payments");
        refuses(missing, 503, "not_configured");
        assertThat(text(missing, "/part")).isEqualTo("billing");
        assertThat(owner.get("/billing/subscription").statusCode()).isEqualTo(200);
        assertThat(owner.get("/billing/top-up-packs").statusCode()).isEqualTo(200);
    }

    @Test
    void only_owners_buy_and_members_see_the_packs() {
        Caller member = new Caller(program, program.key(program.person("bo").user(), ana.home()));
        Caller key = new Caller(program, program.narrowKey(Scope.WALLET_READ));

        HttpResponse<String> refused = key.post("/billing/checkout-sessions", STANDARD);
        refuses(refused, 403, "forbidden");
        assertThat(key.get("/billing/top-up-packs").statusCode()).isEqualTo(200);
        for (String path : List.of("/billing/orders", "/billing/subscription", "/billing/payments", "/billing/invoices")) {
            refuses(key.get(path), 403, "forbidden");
            assertThat(member.get(path).statusCode()).as("of no team of theirs").isIn(401, 403);
        }
        refuses(owner.get("/admin/coupons"), 403, "forbidden");
    }

    @Test
    void orders_of_other_teams_are_not_there() {
        String order = text(checkout(PACK), "/order_id");
        Caller other = new Caller(program, program.person("bo").key());

        refuses(other.get("/billing/orders/" + order), 404, "not_found");
        assertThat(at(other.get("/billing/orders"), "/items")).isEmpty();
    }
}
