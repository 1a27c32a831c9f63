package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.billing.simulator.SignedEvent;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe hangs, fails, and answers nothing after it did what was asked; the rest of the program does not feel it. */
@Tag("faults")
class StripeDownFaultsTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofSeconds(12);
    private static final Duration OPEN = Duration.ofSeconds(60);
    private static final int FAILURES = 5;
    private static final int SLICES = Integer.getInteger("faults.slices", 5);
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final String WEBHOOK = "/webhooks/stripe";
    private static final String ADVICE =
            "{\"kind\":\"payment\",\"amount\":{\"amount\":\"80.00\",\"currency\":\"USD\"},\"description\":\"advice\"}";
    private static final String PREMIUM = "{\"kind\":\"subscription\",\"plan\":\"premium\"}";

    private static final long SEED = 20_261_130;
    private static final int CREATORS = 2_000;
    /** As many as there may be calls of Stripe under way. */
    private static final int BUYERS = 16;

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger keys = new AtomicInteger();
    private IsolationDatabase database;
    private PlayedStripe stripe;
    private Server server;
    private Visitor mailbox;
    private String operatorKey;
    private int owners;

    /** A call, and what it needs. */
    private record Question(String method, String path, String json, boolean keyed, boolean ofStaff) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** How a call was answered, and how long that took. */
    private record Answer(HttpResponse<String> response, long nanos) {
        double millis() {
            return nanos / 1e6;
        }
    }

    @BeforeEach
    void start() {
        database = IsolationDatabase.fresh();
        stripe = PlayedStripe.open();
        Map<String, String> settings = new TreeMap<>(database.settings());
        settings.putAll(stripe.settings());
        Settings read = Settings.from(settings);
        server = Server.start(new Application(read, Store.open(read), clock, UnaryOperator.identity()));
        mailbox = new Visitor(server);
        operatorKey = switch (server.application().people().apiKeys().createApiKey().handle(new CreateApiKey.Command(
                new Actor.Operator("faults", TeamId.CATALOGUE), "operator", Role.MANAGER, EnumSet.allOf(Scope.class), Optional.empty()))) {
            case CreateApiKey.Outcome.Created created -> created.text();
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the catalogue is there");
        };
        stripe.tell(server);
    }

    @AfterEach
    void stop() {
        stripe.simulator().faults().clear();
        server.close();
        stripe.close();
        database.close();
    }

    private String owner() {
        owners++;
        return Api.tree(mailbox.member("owner" + owners + "@example.com")).get("access_token").asText();
    }

    private Answer ask(String token, Question question) {
        return ask(token, question, "key-" + keys.incrementAndGet());
    }

    private Answer ask(String token, Question question, String key) {
        Browser browser = new Browser(server.address(), "faults");
        List<String> headers = new ArrayList<>();
        if (question.ofStaff()) {
            headers.addAll(List.of("X-Api-Key", operatorKey));
        } else {
            browser.signedIn(token);
        }
        if (question.keyed()) {
            headers.addAll(List.of("Idempotency-Key", key));
        }
        long begun = System.nanoTime();
        HttpResponse<String> answer = browser.send(question.method(), question.path(), question.json(), headers.toArray(String[]::new));
        return new Answer(answer, System.nanoTime() - begun);
    }

    private JsonNode good(String token, Question question) {
        Answer answer = ask(token, question);
        assertThat(answer.response().statusCode()).as(question + " " + answer.response().body()).isBetween(200, 299);
        return answer.response().body().isEmpty() ? null : Api.tree(answer.response());
    }

    private static Question get(String path) {
        return new Question("GET", path, "", false, false);
    }

    private static Question checkout(String wish) {
        return new Question("POST", "/billing/checkout-sessions", wish, true, false);
    }

    private static Question refund(String payment) {
        return new Question("POST", "/admin/billing/payments/" + payment + "/refund", "{}", true, true);
    }

    /** Buys premium, and waits until the program knows. */
    private String onPremium() {
        String token = owner();
        stripe.pay(good(token, checkout(PREMIUM)).get("url").asText());
        Patience.until("the plan", LONG, () -> Optional.of(good(token, get("/billing/subscription")))
                .filter(shown -> shown.path("subscription").path("status").asText().equals("trialing")));
        return token;
    }

    /** Pays for advice; gives the id of the payment. */
    private String paid(String token) {
        stripe.pay(good(token, checkout(ADVICE)).get("url").asText());
        return Patience.until("the payment", LONG, () -> Optional.of(good(token, get("/billing/payments?kind=payment")).at("/items/0/id").asText())
                .filter(id -> !id.isEmpty()));
    }

    private static boolean isUnavailable(Answer answer) {
        return answer.response().statusCode() == 503 && Api.tree(answer.response()).get("code").asText().equals("unavailable")
                && answer.response().headers().firstValue("Retry-After").isPresent();
    }

    @Test
    @Timeout(180)
    void while_stripe_hangs_every_route_that_asks_it_answers_in_time_and_the_webhook_at_once() throws Exception {
        String customer = onPremium();
        String payment = paid(customer);
        String waiting = good(customer, checkout(ADVICE)).get("order_id").asText();
        good(customer, new Question("POST", "/admin/coupons", "{\"code\":\"LEFT\",\"percent_off\":10}", true, true));
        String stranger = owner();
        stripe.awaitTold();
        List<Question> asked = List.of(
                checkout(ADVICE),
                new Question("POST", "/billing/coupons/validate", "{\"code\":\"UNKNOWN\",\"kind\":\"subscription\",\"plan\":\"premium\"}", false, false),
                new Question("PATCH", "/billing/subscription", "{\"plan\":\"standard\"}", false, false),
                new Question("POST", "/billing/subscription/cancel", "", false, false),
                new Question("POST", "/billing/subscription/resume", "", false, false),
                new Question("POST", "/billing/portal-sessions", "{}", true, false),
                get("/billing/orders/" + waiting),
                new Question("POST", "/admin/coupons", "{\"code\":\"NEW\",\"percent_off\":10}", true, true),
                new Question("DELETE", "/admin/coupons/LEFT", "", false, true),
                new Question("POST", "/admin/billing/reconciliation", "", false, true),
                refund(payment));

        stripe.simulator().faults().hang(Duration.ofMinutes(5));
        Map<String, Answer> answers = new TreeMap<>();
        List<Double> webhooks = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<Answer>> running = new TreeMap<>();
            asked.forEach(question -> running.put(question.toString(), clients.submit(() -> ask(customer, question))));
            running.put("POST /billing/checkout-sessions of another team", clients.submit(() -> ask(stranger, checkout(PREMIUM))));
            for (int number = 0; number < 200; number++) {
                webhooks.add(told(number));
            }
            for (Map.Entry<String, Future<Answer>> one : running.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        }
        stripe.simulator().faults().release();
        answers.forEach((route, answer) -> System.out.printf("%s: %d after %.1f s%n", route, answer.response().statusCode(), answer.millis() / 1_000));
        System.out.printf("200 webhooks meanwhile: p50 %.1f ms, p99 %.1f ms%n", percentile(webhooks, 0.5), percentile(webhooks, 0.99));
        assertThat(answers).allSatisfy((route, answer) -> assertThat(answer.nanos()).as(route).isLessThan(MOST.toNanos()));
        assertThat(answers.entrySet()).allSatisfy(one -> {
            String body = one.getValue().response().body();
            if (one.getKey().startsWith("GET /billing/orders/")) {
                assertThat(one.getValue().response().statusCode()).as("it is shown as far as we know: %s", body).isEqualTo(200);
            } else if (one.getKey().endsWith("/reconciliation")) {
                assertThat(body).as("it says why it is not finished").contains("payments");
            } else {
                assertThat(isUnavailable(one.getValue())).as("%s: %s", one.getKey(), body).isTrue();
            }
        });
        assertThat(percentile(webhooks, 0.99)).as("webhooks, in ms").isLessThan(250);
        clock.advance(OPEN.plusSeconds(1));
        Patience.until("the notices", LONG, () -> {
            clock.advance(Duration.ofSeconds(1));
            return Optional.of(database.names("select id from billing.notice where state = 'received'")).filter(List::isEmpty);
        });
        assertThat(database.names("select id from billing.notice where state = 'dead'")).isEmpty();
    }

    /** Tells of something that has to be looked at; gives how long that took, in milliseconds. */
    private double told(int number) {
        String body = ("{\"id\":\"evt_told_%d\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\",\"created\":%d,\"type\":\"invoice.paid\","
                + "\"data\":{\"object\":{\"id\":\"in_nobodys_%d\",\"object\":\"invoice\"}}}").formatted(number, Instant.now().getEpochSecond(), number);
        SignedEvent signed = stripe.simulator().signed(body);
        Browser sender = new Browser(server.address(), "stripe");
        long begun = System.nanoTime();
        sender.call(200, "POST", WEBHOOK, signed.body(), "Stripe-Signature", signed.header());
        return (System.nanoTime() - begun) / 1e6;
    }

    @Test
    @Tag("figures")
    @Timeout(120)
    void after_five_failures_stripe_is_left_alone_for_a_minute_and_is_asked_again_then() {
        String customer = onPremium();
        stripe.awaitTold();
        stripe.simulator().holdEvents();
        Question question = new Question("POST", "/billing/portal-sessions", "{}", true, false);
        good(customer, question);
        Patience.until("the notices", LONG,
                () -> Optional.of(database.names("select id from billing.notice where state = 'received'")).filter(List::isEmpty));

        stripe.simulator().faults().goDown();
        int failures = 0;
        while (failures < FAILURES) {
            failures++;
            long before = asked();
            Answer answer = ask(customer, question);
            assertThat(isUnavailable(answer)).as(answer.response().body()).isTrue();
            assertThat(asked()).as("number %d reaches Stripe", failures).isGreaterThan(before);
        }
        long before = asked();
        List<Double> quick = new ArrayList<>();
        for (int second = 0; second < OPEN.toSeconds() - 2; second++) {
            Answer answer = ask(customer, question);
            assertThat(isUnavailable(answer)).as(answer.response().body()).isTrue();
            quick.add(answer.millis());
            clock.advance(Duration.ofSeconds(1));
        }
        long reached = asked() - before;
        stripe.simulator().faults().clear();
        clock.advance(Duration.ofSeconds(3));
        good(customer, question);
        good(customer, question);
        good(customer, question);
        System.out.printf("after %d failures %d calls within %d s: p50 %.1f ms, slowest %.1f ms, %d of them reached Stripe; a minute later it is"
                + " asked again%n", failures, quick.size(), OPEN.toSeconds() - 2, percentile(quick, 0.5), percentile(quick, 1), reached);
        assertThat(reached).isZero();
        assertThat(percentile(quick, 1)).as("slowest, in ms").isLessThan(100);
    }

    private long asked() {
        return stripe.simulator().faults().requests("/v1/");
    }

    @Test
    @Tag("figures")
    @Timeout(300)
    void while_stripe_hangs_everything_else_is_as_fast_as_before() throws Exception {
        fillCatalogue();
        String customer = onPremium();
        for (int number = 0; number < 20; number++) {
            good(customer, new Question("POST", "/campaigns", "{\"name\":\"Campaign " + number + "\"}", true, false));
        }
        stripe.awaitTold();
        List<Question> others = List.of(get("/wallet"), get("/campaigns"), new Question("POST", "/creators/search", "{}", false, false), get("/billing/plans"), get("/billing/subscription"));
        slice(customer, others, SLICE); // warm up
        List<Double> before = new ArrayList<>();
        List<Double> meanwhile = new ArrayList<>();
        int calls = 0;
        int hung = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            List<Double> calm = slice(customer, others, SLICE);
            before.add(percentile(calm, 0.99));
            stripe.simulator().faults().hang(Duration.ofMinutes(5));
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger stuck = new AtomicInteger();
            try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int buyer = 0; buyer < BUYERS; buyer++) {
                    Browser browser = new Browser(server.address(), "buyer");
                    browser.signedIn(customer);
                    buyers.submit(() -> {
                        while (!over.get()) {
                            stuck.incrementAndGet();
                            browser.send("POST", "/billing/coupons/validate", "{\"code\":\"UNKNOWN\",\"kind\":\"subscription\",\"plan\":\"premium\"}");
                            Thread.sleep(1_000);
                        }
                        return stuck;
                    });
                }
                List<Double> stormy = slice(customer, others, SLICE);
                meanwhile.add(percentile(stormy, 0.99));
                calls += calm.size() + stormy.size();
                over.set(true);
                stripe.simulator().faults().release();
            }
            hung += stuck.get();
            clock.advance(OPEN.plusSeconds(1));
            good(customer, new Question("POST", "/billing/portal-sessions", "{}", true, false));
            good(customer, new Question("POST", "/billing/portal-sessions", "{}", true, false));
        }
        double calm = percentile(before, 0.5);
        double stormy = percentile(meanwhile, 0.5);
        System.out.printf("%d calls of other routes in %d slices, %d of billing while Stripe hung: p99 %.1f ms before (%s), %.1f ms meanwhile (%s),"
                + " ratio %.2f%n", calls, 2 * SLICES, hung, calm, rounded(before), stormy, rounded(meanwhile), stormy / calm);
        assertThat(stormy).as("p99 in ms, before %.1f", calm).isLessThanOrEqualTo(1.5 * calm);
    }

    private void fillCatalogue() throws IOException {
        Path list = directory.resolve("catalogue.csv");
        WriteSample.write(list, CREATORS, SEED, LocalDate.of(2026, 6, 30));
        try (Workers workers = new Workers(server.application().operations().runNextJob(), 1)) {
            new Imports(server.application(), new PrintStream(PrintStream.nullOutputStream())).run(new Actor.Operator("faults", TeamId.CATALOGUE), list,
                    new CreatorImport.Options(Optional.empty(), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty()));
        }
    }

    private static String rounded(List<Double> values) {
        return String.join(" ", values.stream().map(value -> "%.1f".formatted(value)).toList());
    }

    /** Calls routes in turn from a few clients for a while; gives how long each call took, in milliseconds. */
    private List<Double> slice(String token, List<Question> questions, Duration length) throws Exception {
        List<Double> all = Collections.synchronizedList(new ArrayList<>());
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                Browser browser = new Browser(server.address(), "client");
                browser.signedIn(token);
                running.add(clients.submit(() -> {
                    for (int call = 0; System.nanoTime() < end; call++) {
                        Question question = questions.get(call % questions.size());
                        long begun = System.nanoTime();
                        HttpResponse<String> answer = browser.send(question.method(), question.path(), question.json());
                        all.add((System.nanoTime() - begun) / 1e6);
                        assertThat(answer.statusCode()).as(question + " " + answer.body()).isEqualTo(200);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return all;
    }

    /** Asks, while Stripe does what it is asked at that address and does not say so; with a repetition of ours it is down. */
    private Answer lost(boolean isRepeatedInVain, String path, String kind, Supplier<Answer> question) {
        int before = stripe.simulator().ids(kind).size();
        stripe.simulator().faults().timeOutAfterEffect(1, path);
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(question);
        Patience.until("the effect", LONG, () -> Optional.of(stripe.simulator().ids(kind).size()).filter(now -> now > before));
        if (isRepeatedInVain) {
            stripe.simulator().faults().goDown();
        }
        Answer answer = asked.join();
        stripe.simulator().faults().clear();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(120)
    void a_checkout_whose_answer_was_lost_is_asked_for_again_and_there_is_one(boolean isRepeatedInVain) {
        String customer = onPremium();
        int before = stripe.simulator().ids("checkout.session").size();
        Answer first = lost(isRepeatedInVain, "/v1/checkout/sessions", "checkout.session", () -> ask(customer, checkout(ADVICE), "lost"));
        Answer again = ask(customer, checkout(ADVICE), "lost");

        int made = stripe.simulator().ids("checkout.session").size() - before;
        System.out.printf("lost answer to a checkout%s: %d after %.1f s, again: %d, %d session%n", isRepeatedInVain ? ", then down" : "",
                first.response().statusCode(), first.millis() / 1_000, again.response().statusCode(), made);
        assertThat(isRepeatedInVain ? isUnavailable(first) : first.response().statusCode() == 201).as(first.response().body()).isTrue();
        assertThat(again.response().statusCode()).as(again.response().body()).isEqualTo(201);
        assertThat(made).isOne();
        assertThat(database.names("select id from billing.checkout_order where session = '"
                + PlayedStripe.session(Api.tree(again.response()).get("url").asText()) + "'")).hasSize(1);
        assertThat(database.names("select id from billing.checkout_order where kind = 'one_off'")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(120)
    void a_refund_whose_answer_was_lost_is_asked_for_again_and_the_money_goes_back_once(boolean isRepeatedInVain) {
        String customer = onPremium();
        Question some = new Question("POST", "/admin/billing/payments/" + paid(customer) + "/refund",
                "{\"amount\":{\"amount\":\"20.00\",\"currency\":\"USD\"}}", true, true);
        Answer first = lost(isRepeatedInVain, "/v1/refunds", "refund", () -> ask(customer, some, "lost"));
        Answer again = ask(customer, some, "lost");

        int made = stripe.simulator().ids("refund").size();
        System.out.printf("lost answer to a refund%s: %d after %.1f s, again: %d, %d refund%n", isRepeatedInVain ? ", then down" : "",
                first.response().statusCode(), first.millis() / 1_000, again.response().statusCode(), made);
        assertThat(isRepeatedInVain ? isUnavailable(first) : first.response().statusCode() == 200).as(first.response().body()).isTrue();
        assertThat(again.response().statusCode()).as(again.response().body()).isEqualTo(200);
        assertThat(made).isOne();
        assertThat(Api.tree(again.response()).at("/payment/refunded/amount").asText()).isEqualTo("20.00");
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.clamp((long) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1));
    }
}
