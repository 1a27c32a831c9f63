package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.adapters.billing.simulator.SimulatedEvent;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.TeamId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans, credits and coupons over real HTTP, with Stripe played by its simulator, which tells by signed webhooks what happens. */
class BillingOfTheProgramTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String WEBHOOK = "/webhooks/stripe";
    private static final String EIGHTY = "\"kind\":\"payment\",\"amount\":{\"amount\":\"80.00\",\"currency\":\"USD\"}";
    private static final String ADVICE = "{" + EIGHTY + ",\"description\":\"advice\"}";
    private static final String PREMIUM = "{\"kind\":\"subscription\",\"plan\":\"premium\"}";

    private static IsolationDatabase database;
    private static PlayedStripe stripe;
    private static Server server;
    private static Visitor mailbox;
    private static Api operator;
    private static int owners;

    @BeforeAll
    static void start() {
        database = IsolationDatabase.fresh();
        stripe = PlayedStripe.open();
        Map<String, String> settings = free();
        settings.putAll(stripe.settings());
        server = Server.start(Settings.from(settings));
        mailbox = new Visitor(server);
        operator = new Api(server.address(), operatorKey());
    }

    @AfterAll
    static void stop() {
        server.close();
        stripe.close();
        database.close();
    }

    @BeforeEach
    void listen() {
        stripe.tell(server);
    }

    private static Map<String, String> free() {
        Map<String, String> settings = database.settings();
        settings.remove("TASTEMAKER_PLAN_OF_NEW_TEAMS");
        return settings;
    }

    private static String operatorKey() {
        Actor catalogue = new Actor.Operator("test", TeamId.CATALOGUE);
        return switch (server.application().people().apiKeys().createApiKey()
                .handle(new CreateApiKey.Command(catalogue, "operator", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
            case CreateApiKey.Outcome.Created created -> created.text();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the catalogue is there");
        };
    }

    /** Somebody who has just signed up, alone in a team on the free plan. */
    private static Browser owner() {
        owners++;
        Browser browser = new Browser(server.address(), "a browser");
        browser.signedIn(Api.tree(mailbox.member("owner" + owners + "@example.com")).get("access_token").asText());
        return browser;
    }

    private static JsonNode open(Browser owner, String wish) {
        return owner.call(201, "POST", "/billing/checkout-sessions", wish, "Idempotency-Key", "order-" + owner.answers().size());
    }

    /** Buys premium, and waits until the webhook has been heeded. */
    private static Browser onPremium() {
        Browser owner = owner();
        stripe.pay(open(owner, PREMIUM).get("url").asText());
        await(owner, "/billing/subscription", shown -> shown.get("plan").asText().equals("premium"));
        return owner;
    }

    private static JsonNode await(Browser owner, String path, Predicate<JsonNode> there) {
        return Patience.until(path, LONG, () -> Optional.of(owner.call(200, "GET", path, "")).filter(there));
    }

    private static JsonNode refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Api.tree(answer).get("code").asText()).isEqualTo(code);
        return Api.tree(answer);
    }

    @Test
    void who_tries_a_plan_is_let_in_by_the_webhook_and_pays_nothing_yet() {
        Browser owner = owner();
        String campaign = "{\"name\":\"Serum\"}";
        refused(403, "plan_required", owner.send("POST", "/campaigns", campaign));

        JsonNode opened = open(owner, PREMIUM);
        assertThat(opened.get("trial_days").asInt()).isEqualTo(7);
        assertThat(opened.at("/price/amount").asText()).isEqualTo("499.00");
        assertThat(opened.at("/amount/amount").asText()).isEqualTo("0.00");
        assertThat(owner.call(200, "GET", "/billing/subscription", "").get("plan").asText()).as("before it is paid").isEqualTo("free");
        stripe.pay(opened.get("url").asText());

        JsonNode shown = await(owner, "/billing/subscription", one -> one.get("plan").asText().equals("premium"));
        assertThat(shown.at("/subscription/status").asText()).isEqualTo("trialing");
        assertThat(shown.get("paid_plan").asText()).isEqualTo("premium");
        assertThat(owner.call(200, "GET", "/billing/orders/" + opened.get("order_id").asText(), "").get("status").asText()).isEqualTo("paid");
        owner.call(201, "POST", "/campaigns", campaign);
        assertThat(owner.call(200, "GET", "/wallet", "").at("/balance/available").asLong()).isZero();
    }

    @Test
    void a_second_subscription_is_refused_with_what_can_be_done_instead() {
        Browser owner = onPremium();

        JsonNode problem = refused(409, "state_conflict", owner.send("POST", "/billing/checkout-sessions",
                "{\"kind\":\"subscription\",\"plan\":\"standard\"}", "Idempotency-Key", "second"));
        assertThat(problem.get("state").asText()).isEqualTo("trialing");
        assertThat(problem.get("allowed").toString()).isEqualTo("[\"change\",\"cancel\"]");
    }

    @Test
    void a_subscription_ends_with_its_period_unless_that_is_taken_back() {
        Browser owner = onPremium();

        assertThat(owner.call(200, "POST", "/billing/subscription/cancel", "").get("cancel_at_period_end").asBoolean()).isTrue();
        assertThat(owner.call(200, "GET", "/billing/subscription", "").at("/subscription/cancel_at_period_end").asBoolean()).isTrue();
        assertThat(owner.call(200, "POST", "/billing/subscription/resume", "").get("cancel_at_period_end").asBoolean()).isFalse();
        assertThat(owner.call(200, "GET", "/billing/subscription", "").at("/subscription/cancel_at_period_end").asBoolean()).isFalse();
        refused(409, "state_conflict", owner().send("POST", "/billing/subscription/cancel", ""));
    }

    @Test
    void credits_cannot_be_bought_on_the_free_plan() {
        HttpResponse<String> answer = owner().send("POST", "/billing/checkout-sessions", pack("credits-500"), "Idempotency-Key", "pack");

        assertThat(refused(403, "plan_required", answer).toString()).contains("standard");
    }

    @Test
    void credits_are_cheaper_with_premium_and_counted_once_though_each_webhook_comes_three_times() {
        Browser owner = onPremium();
        stripe.awaitTold();
        stripe.simulator().holdEvents();
        JsonNode opened = open(owner, pack("credits-2500"));
        assertThat(opened.at("/price/amount").asText()).isEqualTo("50.00");
        assertThat(opened.at("/amount/amount").asText()).isEqualTo("40.00");
        stripe.pay(opened.get("url").asText());
        List<SimulatedEvent> events = stripe.simulator().takeEvents();
        assertThat(events).isNotEmpty();

        for (boolean before : List.of(false, true, true)) {
            events.forEach(event -> assertThat(told(event).get("duplicate").asBoolean()).as(event.type()).isEqualTo(before));
        }
        await(owner, "/wallet", wallet -> wallet.at("/balance/available").asLong() > 0);
        heeded(events);
        assertThat(owner.call(200, "GET", "/wallet", "").at("/balance/available").asLong()).isEqualTo(2_500);
        JsonNode payments = owner.call(200, "GET", "/billing/payments?kind=top_up", "").get("items");
        assertThat(payments).hasSize(1);
        assertThat(payments.at("/0/paid/amount").asText()).isEqualTo("40.00");
        assertThat(payments.at("/0/credits").asLong()).isEqualTo(2_500);
    }

    @Test
    void a_coupon_is_good_until_it_was_used_as_often_as_it_may_be() {
        assertThat(operator.post("/admin/coupons", "{\"code\":\"once-only\",\"percent_off\":50,\"max_uses\":1}").statusCode()).isEqualTo(201);
        Browser owner = onPremium();
        String question = "{\"code\":\"%s\"," + EIGHTY + "}";

        JsonNode good = owner.call(200, "POST", "/billing/coupons/validate", question.formatted("ONCE-only"));
        assertThat(good.at("/price/amount").asText()).isEqualTo("40.00");
        JsonNode unknown = refused(409, "coupon_refused", owner.send("POST", "/billing/coupons/validate", question.formatted("NEVER-MADE")));
        assertThat(unknown.get("reason").asText()).isEqualTo("unknown");

        stripe.pay(open(owner, "{" + EIGHTY + ",\"description\":\"advice\",\"coupon\":\"once-only\"}").get("url").asText());
        JsonNode used = Patience.until("the coupon to be used up", LONG, () -> Optional.of(
                        owner.send("POST", "/billing/coupons/validate", question.formatted("once-only")))
                .filter(answer -> answer.statusCode() != 200).map(answer -> refused(409, "coupon_refused", answer)));
        assertThat(used.get("reason").asText()).isEqualTo("used_up");
    }

    @Test
    void the_pages_of_stripe_open_for_who_has_bought_something() {
        assertThat(refused(409, "state_conflict", owner().send("POST", "/billing/portal-sessions", "{}")).get("state").asText())
                .isEqualTo("no_customer");

        String url = onPremium().call(201, "POST", "/billing/portal-sessions", "{}").get("url").asText();
        assertThat(url).startsWith(stripe.simulator().base());
        assertThat(stripe.simulator().json(PlayedStripe.session(url))).contains("\"return_url\":\"" + server.address() + "/billing-account\"");
    }

    @Test
    void what_is_not_signed_by_stripe_just_now_is_refused_and_leaves_no_row() {
        long now = Instant.now().getEpochSecond();
        String body = event("evt_doubtful", "invoice.paid");
        Map<String, String> doubtful = Map.of(
                "of another secret", header(now, "whsec_another", body),
                "old", header(now - 310, StripeSimulator.SECRET, body),
                "of the future", header(now + 310, StripeSimulator.SECRET, body),
                "of another body", header(now, StripeSimulator.SECRET, body.replace("paid", "void")),
                "no signature", "t=" + now);
        Browser stranger = new Browser(server.address(), "nobody");

        doubtful.forEach((what, header) -> assertThat(refused(400, "signature_invalid",
                stranger.send("POST", WEBHOOK, body, "Stripe-Signature", header)).get("detail").asText()).as(what).contains("Nothing was stored"));
        refused(400, "signature_invalid", stranger.send("POST", WEBHOOK, body));
        assertThat(states("evt_doubtful")).isEmpty();

        stranger.call(200, "POST", WEBHOOK, body, "Stripe-Signature", header(now, StripeSimulator.SECRET, body));
        assertThat(states("evt_doubtful")).as("the same, signed").hasSize(1);
    }

    @Test
    void an_event_of_a_kind_that_nobody_waits_for_is_accepted() {
        assertThat(told("evt_unheard_of", event("evt_unheard_of", "issuing_card.created")).get("received").asBoolean()).isTrue();

        assertThat(states("evt_unheard_of")).containsExactly("ignored");
    }

    @Test
    void a_dead_letter_is_seen_by_an_operator_who_lets_it_be_heeded_again() {
        Browser owner = onPremium();
        stripe.awaitTold();
        stripe.simulator().holdEvents();
        stripe.pay(open(owner, pack("credits-500")).get("url").asText());
        SimulatedEvent paid = stripe.simulator().takeEvents().stream()
                .filter(event -> event.type().equals("checkout.session.completed")).findFirst().orElseThrow();
        told(paid.id(), paid.body().replaceAll("\"api_version\":\"[^\"]*\"", "\"api_version\":\"2019-05-16\""));

        JsonNode dead = Api.tree(operator.get("/admin/billing/events?state=dead&limit=100")).get("items").valueStream()
                .filter(event -> event.get("id").asText().equals(paid.id())).findFirst().orElseThrow();
        assertThat(dead.get("fault").asText()).contains("2019-05-16");
        assertThat(owner.call(200, "GET", "/wallet", "").at("/balance/available").asLong()).isZero();

        HttpResponse<String> replayed = operator.post("/admin/billing/events/" + paid.id() + "/replay", "");
        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(200);
        await(owner, "/wallet", wallet -> wallet.at("/balance/available").asLong() == 500);
        heeded(List.of(paid));
        assertThat(states(paid.id())).containsExactly("applied");
        refused(404, "not_found", operator.post("/admin/billing/events/evt_never_sent/replay", ""));
    }

    /** The same store, as it is when somebody takes the key away. */
    @Test
    void without_a_key_what_takes_stripe_is_not_there_and_everything_else_is() {
        assertThat(operator.post("/admin/coupons", "{\"code\":\"LEFT\",\"percent_off\":10}").statusCode()).isEqualTo(201);
        Browser customer = onPremium();
        JsonNode paid = open(customer, ADVICE);
        stripe.pay(paid.get("url").asText());
        await(customer, "/billing/orders/" + paid.get("order_id").asText(), order -> order.get("status").asText().equals("paid"));
        String payment = customer.call(200, "GET", "/billing/payments?kind=payment", "").at("/items/0/id").asText();
        String waiting = open(customer, ADVICE).get("order_id").asText();
        told("evt_for_later", event("evt_for_later", "issuing_card.created"));

        try (Server closed = Server.start(Settings.from(free()))) {
            Browser owner = customer.at(closed.address());
            Map<String, HttpResponse<String>> answers = new TreeMap<>();
            answers.put("POST /billing/checkout-sessions", owner.send("POST", "/billing/checkout-sessions", PREMIUM, "Idempotency-Key", "closed"));
            answers.put("POST /billing/coupons/validate", owner.send("POST", "/billing/coupons/validate",
                    "{\"code\":\"UNKNOWN\",\"kind\":\"subscription\",\"plan\":\"premium\"}"));
            answers.put("PATCH /billing/subscription", owner.send("PATCH", "/billing/subscription", "{\"plan\":\"standard\"}"));
            answers.put("POST /billing/subscription/cancel", owner.send("POST", "/billing/subscription/cancel", ""));
            answers.put("POST /billing/subscription/resume", owner.send("POST", "/billing/subscription/resume", ""));
            answers.put("POST /billing/portal-sessions", owner.send("POST", "/billing/portal-sessions", "{}"));
            answers.put("POST /webhooks/stripe", owner.send("POST", WEBHOOK, "{}"));
            answers.put("POST /admin/coupons", asStaff(closed, "POST", "/admin/coupons", "{\"code\":\"NEW\",\"percent_off\":10}"));
            answers.put("DELETE /admin/coupons/{code}", asStaff(closed, "DELETE", "/admin/coupons/LEFT", ""));
            answers.put("POST /admin/billing/events/{event_id}/replay", asStaff(closed, "POST", "/admin/billing/events/evt_for_later/replay", ""));
            answers.put("POST /admin/billing/payments/{payment_id}/refund",
                    asStaff(closed, "POST", "/admin/billing/payments/" + payment + "/refund", "{}"));
            answers.put("POST /admin/billing/reconciliation", asStaff(closed, "POST", "/admin/billing/reconciliation", ""));
            assertThat(answers.keySet()).as("routes that say they may not be set up").isEqualTo(needingStripe(closed));
            assertThat(answers).allSatisfy((route, answer) -> refused(503, "not_configured", answer));

            assertThat(owner.call(200, "GET", "/billing/subscription", "").get("plan").asText()).isEqualTo("premium");
            assertThat(owner.call(200, "GET", "/billing/orders/" + waiting, "").get("status").asText()).isEqualTo("open");
            Stream.of("/billing/plans", "/billing/top-up-packs", "/billing/orders", "/billing/payments", "/billing/invoices", "/wallet", "/health")
                    .forEach(path -> owner.call(200, "GET", path, ""));
            owner.call(201, "POST", "/campaigns", "{\"name\":\"Serum\"}");
            Stream.of("/admin/billing/subscriptions", "/admin/billing/revenue", "/admin/billing/events", "/admin/billing/reconciliation",
                            "/admin/coupons", "/admin/top-up-packs")
                    .forEach(path -> assertThat(asStaff(closed, "GET", path, "").statusCode()).as(path).isEqualTo(200));
        }
    }

    private static Set<String> needingStripe(Server program) {
        return RouteOutline.of(program.http()).stream().filter(route -> route.problems().contains("not_configured"))
                .filter(route -> !route.path().startsWith("/api/v1/creators/"))
                .map(route -> route.method() + " " + route.path().replaceFirst("^/api/v1", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static HttpResponse<String> asStaff(Server program, String method, String path, String json) {
        List<String> headers = new ArrayList<>(List.of("X-Api-Key", operator.key()));
        if (path.endsWith("/refund")) {
            headers.addAll(List.of("Idempotency-Key", "refund"));
        }
        return new Browser(program.address(), "staff").send(method, path, json, headers.toArray(String[]::new));
    }

    private static String pack(String key) {
        return "{\"kind\":\"top_up\",\"pack\":\"" + key + "\"}";
    }

    private static JsonNode told(SimulatedEvent event) {
        return told(event.id(), event.body());
    }

    /** Sends a text as an event, signed now. */
    private static JsonNode told(String name, String body) {
        SignedEvent signed = stripe.simulator().signed(body);
        return new Browser(server.address(), name).call(200, "POST", WEBHOOK, signed.body(), "Stripe-Signature", signed.header());
    }

    private static void heeded(List<SimulatedEvent> events) {
        Patience.until("all to be heeded", LONG, () -> Optional.of(events)
                .filter(all -> all.stream().noneMatch(event -> states(event.id()).contains("received"))));
    }

    /** What became of an event; nothing when there is none. */
    private static List<String> states(String event) {
        return database.names("select state from billing.notice where id = '" + event + "'");
    }

    private static String event(String id, String type) {
        return "{\"id\":\"%s\",\"object\":\"event\",\"api_version\":\"%s\",\"created\":%d,\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"in_1\",\"object\":\"invoice\"}}}"
                .formatted(id, "2026-07-29.dahlia", Instant.now().getEpochSecond(), type);
    }

    private static String header(long second, String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
