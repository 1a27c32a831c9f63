package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.Caller.refuses;
import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.billing.out.InMemorySignedNotices;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.shared.Money;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How operators look after coupons, packs, money and what the payment provider told. */
class BillingAdminStoryTest {

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

    /** Buys something, and comes back from paying; the id of the payment. */
    private String bought(String json) {
        HttpResponse<String> opened = owner.post("/billing/checkout-sessions", json);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        program.payments().pay(text(opened, "/url").replace("https://pay.example/", ""));
        assertThat(text(owner.get("/billing/orders/" + text(opened, "/order_id")), "/status")).isEqualTo("paid");
        return at(owner.get("/billing/payments"), "/items/0/id").asText();
    }

    private void told(Notice notice) {
        byte[] body = InMemorySignedNotices.body(notice);
        HttpResponse<String> answer = program.server().send(program.server().bare("/api/v1/webhooks/stripe")
                .header("Stripe-Signature", InMemorySignedNotices.sign(Program.WEBHOOK_SECRET, body, program.clock().instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<String> pointers(HttpResponse<String> refused) {
        refuses(refused, 400, "invalid_field");
        return at(refused, "/errors").findValuesAsText("pointer");
    }

    @Test
    void a_coupon_is_made_listed_and_ended() {
        String end = program.clock().instant().plus(Duration.ofDays(1)).toString();
        HttpResponse<String> made = operator.post("/admin/coupons",
                "{\"code\":\"launch-12\",\"percent_off\":12.5,\"duration\":\"forever\",\"max_uses\":100,\"expires_at\":\"" + end + "\"}");

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/admin/coupons/LAUNCH-12");
        assertThat(made.body()).startsWith("{\"code\":\"LAUNCH-12\",\"percent_off\":12.5,\"amount_off\":null,\"duration\":\"forever\","
                + "\"months\":null,\"max_uses\":100,\"used\":0,\"expires_at\":").endsWith("\"active\":true}");
        refuses(operator.post("/admin/coupons", "{\"code\":\"LAUNCH-12\",\"percent_off\":1}"), 409, "already_exists");
        assertThat(at(operator.get("/admin/coupons"), "/items").findValuesAsText("code")).containsExactly("LAUNCH-12");

        HttpResponse<String> ended = operator.send("DELETE", "/admin/coupons/launch-12", "", "X-Request-Id", "end");

        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(at(operator.get("/admin/coupons"), "/items/0/active").asBoolean()).isFalse();
        refuses(operator.send("DELETE", "/admin/coupons/nobody", "", "X-Request-Id", "no"), 404, "not_found");
        refuses(operator.send("DELETE", "/admin/coupons/%C3%A9%C3%A9%C3%A9", "", "X-Request-Id", "no"), 400, "invalid_parameter");
    }

    @Test
    void every_fault_of_a_coupon_is_named_at_once() {
        assertThat(pointers(operator.post("/admin/coupons", "{\"code\":\"BAD\",\"percent_off\":10,\"amount_off\":{\"amount\":\"0\",\"currency\":\"USD\"},"
                + "\"duration\":\"repeating\",\"expires_at\":\"2020-01-01T00:00:00Z\"}")))
                .containsExactlyInAnyOrder("#/percent_off", "#/amount_off", "#/months", "#/expires_at");
        assertThat(pointers(operator.post("/admin/coupons", "{\"code\":\"BAD\",\"months\":3}")))
                .containsExactlyInAnyOrder("#/percent_off", "#/months");
        assertThat(pointers(operator.post("/admin/coupons",
                "{\"code\":\"a b\",\"percent_off\":12.345,\"duration\":\"twice\",\"max_uses\":0}")))
                .containsExactlyInAnyOrder("#/code", "#/percent_off", "#/duration", "#/max_uses");
    }

    @Test
    void a_pack_gets_versions_and_leaves_the_shop() {
        HttpResponse<String> added = operator.post("/admin/top-up-packs",
                "{\"key\":\"credits-50\",\"credits\":50,\"price\":{\"amount\":\"1.50\",\"currency\":\"USD\"},\"valid_days\":30}");
        HttpResponse<String> closed = operator.post("/admin/top-up-packs",
                "{\"key\":\"credits-500\",\"credits\":500,\"price\":{\"amount\":\"10.00\",\"currency\":\"USD\"},\"on_sale\":false}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).isEqualTo("{\"key\":\"credits-50\",\"version\":1,\"credits\":50,\"price\":{\"amount\":\"1.50\",\"currency\":\"USD\"},"
                + "\"valid_days\":30,\"on_sale\":true}");
        assertThat(at(closed, "/version").asInt()).isEqualTo(2);
        assertThat(at(owner.get("/billing/top-up-packs"), "/items").findValuesAsText("key"))
                .containsExactly("credits-50", "credits-2500", "credits-10000");
        assertThat(at(operator.get("/admin/top-up-packs"), "/items").findValuesAsText("key"))
                .containsExactly("credits-50", "credits-500", "credits-2500", "credits-10000");
        assertThat(pointers(operator.post("/admin/top-up-packs",
                "{\"key\":\"free\",\"credits\":1,\"price\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}"))).containsExactly("#/price");
        assertThat(pointers(operator.post("/admin/top-up-packs",
                "{\"key\":\"Bad Key\",\"credits\":0,\"price\":{\"amount\":\"1.00\",\"currency\":\"USD\"},\"valid_days\":0}")))
                .containsExactlyInAnyOrder("#/key", "#/credits", "#/valid_days");
    }

    @Test
    void subscriptions_and_money_of_all_teams_are_shown() {
        bought("{\"kind\":\"subscription\",\"plan\":\"standard\"}");
        bought(PACK);

        HttpResponse<String> held = operator.get("/admin/billing/subscriptions?status=trialing");
        HttpResponse<String> revenue = operator.get("/admin/billing/revenue");

        assertThat(text(held, "/items/0/team_id")).isEqualTo(ana.home().toString());
        assertThat(text(held, "/items/0/subscription/plan")).isEqualTo("standard");
        assertThat(at(operator.get("/admin/billing/subscriptions?status=canceled"), "/items")).isEmpty();
        refuses(operator.get("/admin/billing/subscriptions?status=dead"), 400, "invalid_parameter");
        assertThat(at(revenue, "/subscriptions").toString()).isEqualTo("[{\"plan\":\"standard\",\"status\":\"trialing\",\"count\":1}]");
        assertThat(at(revenue, "/money").toString()).contains("{\"kind\":\"top_up\",\"payments\":1,\"paid\":{\"amount\":\"10.00\","
                + "\"currency\":\"USD\"},\"refunded\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}");
        assertThat(at(revenue, "/doubled").asInt() + at(revenue, "/mismatched").asInt() + at(revenue, "/in_dispute").asInt()).isZero();
        assertThat(text(operator.get("/admin/billing/revenue?since=2026-01-01T00:00:00Z"), "/since")).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void what_was_told_is_listed_and_heeded_again() {
        Notice known = paidInvoice();
        told(known);
        told(new Notice("evt_dead", "unreadable", program.clock().instant(), Optional.empty(), Optional.empty()));

        HttpResponse<String> all = operator.get("/admin/billing/events");
        HttpResponse<String> waiting = operator.get("/admin/billing/events?state=received");
        HttpResponse<String> again = operator.plain("/admin/billing/events/" + known.id() + "/replay", "");

        assertThat(at(all, "/items")).hasSize(2);
        assertThat(at(waiting, "/items").findValuesAsText("type")).containsExactly(known.type());
        assertThat(text(waiting, "/items/0/about/kind")).isEqualTo(known.about().orElseThrow().kind().code());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(text(again, "/state")).isEqualTo("received");
        refuses(operator.plain("/admin/billing/events/evt_none/replay", ""), 404, "not_found");
        refuses(operator.get("/admin/billing/events?state=lost"), 400, "invalid_parameter");
    }

    private Notice paidInvoice() {
        bought("{\"kind\":\"subscription\",\"plan\":\"standard\"}");
        return program.payments().notices().stream().filter(notice -> notice.type().equals("invoice.paid")).findFirst().orElseThrow();
    }

    @Test
    void a_reconciliation_makes_good_what_was_missed() {
        HttpResponse<String> opened = owner.post("/billing/checkout-sessions", PACK);
        program.payments().pay(text(opened, "/url").replace("https://pay.example/", ""));

        HttpResponse<String> done = operator.plain("/admin/billing/reconciliation", "");

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(at(done, "/sessions").asInt()).isEqualTo(1);
        assertThat(at(done, "/repaired").asInt()).isEqualTo(1);
        assertThat(at(done, "/drift").asInt()).isZero();
        assertThat(at(done, "/drifts")).isEmpty();
        assertThat(owner.available()).isEqualTo(500);
        assertThat(at(operator.get("/admin/billing/reconciliation"), "/items")).hasSize(1);
        program.payments().goMissing();
        refuses(operator.plain("/admin/billing/reconciliation", ""), 503, "not_configured");
    }

    @Test
    void money_goes_back_in_its_currency_and_no_more_than_there_is() {
        String path = "/admin/billing/payments/" + bought(PACK) + "/refund";

        HttpResponse<String> euros = operator.post(path, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}");
        HttpResponse<String> much = operator.post(path, "{\"amount\":{\"amount\":\"10.01\",\"currency\":\"USD\"}}");
        HttpResponse<String> none = operator.post(path, "{\"amount\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}");

        for (HttpResponse<String> refused : List.of(euros, much, none)) {
            assertThat(pointers(refused)).containsExactly("#/amount");
            assertThat(refused.body()).contains("10.00 USD");
        }
        HttpResponse<String> part = operator.once("part", path, "{\"amount\":{\"amount\":\"4.00\",\"currency\":\"USD\"}}");
        HttpResponse<String> again = operator.once("part", path, "{\"amount\":{\"amount\":\"4.00\",\"currency\":\"USD\"}}");
        assertThat(part.statusCode()).as(part.body()).isEqualTo(200);
        assertThat(text(part, "/team_id")).isEqualTo(ana.home().toString());
        assertThat(text(part, "/payment/refunded/amount")).isEqualTo("4.00");
        assertThat(again.body()).isEqualTo(part.body());
        assertThat(owner.available()).isEqualTo(300);
        assertThat(text(operator.post(path, "{}"), "/payment/refunded/amount")).isEqualTo("10.00");
        refuses(operator.post(path, "{}"), 409, "state_conflict");
        refuses(operator.plain(path, "{}"), 400, "idempotency_key_missing");
        refuses(operator.post("/admin/billing/payments/pi_none/refund", "{}"), 404, "not_found");
    }

    @Test
    void a_refund_that_the_provider_declines_says_why() {
        String payment = bought(PACK);
        program.payments().dispute(payment, Money.of("1.00", "USD"));

        HttpResponse<String> refused = operator.post("/admin/billing/payments/" + payment + "/refund", "{}");

        refuses(refused, 402, "payment_declined");
        assertThat(text(refused, "/reason")).isEqualTo("there is not so much left of it");
    }
}
