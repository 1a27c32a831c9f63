package io.tastemaker.adapters.billing.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The API: who asks, what they ask for, whether they have asked before, and what goes wrong on the way. */
final class Api implements HttpHandler {

    /** The one version that is spoken. */
    static final String VERSION = "2026-07-29.dahlia";

    private static final String PROXY_PAGE = "<html><head><title>Welcome</title></head><body>It works.</body></html>";

    private final String key;
    private final Store store;
    private final Faults faults;
    private final List<Route> routes;
    private final Expansion expansion;
    private final IdempotencyKeys keys;
    private final AtomicLong numbers = new AtomicLong();

    /** A request as it came in. */
    private record Call(String method, String path, Params params, String number, Optional<String> idempotencyKey) {

        String fingerprint() {
            return method + " " + path + " " + new TreeMap<>(params.all());
        }
    }

    Api(String key, Store store, Faults faults, List<Route> routes, Expansion expansion) {
        this.key = key;
        this.store = store;
        this.faults = faults;
        this.routes = routes;
        this.expansion = expansion;
        keys = new IdempotencyKeys(store.agenda());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        faults.entered(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        try {
            Call call = call(exchange);
            exchange.getResponseHeaders().set("Request-Id", call.number());
            respond(exchange, call);
        } catch (Refusal refusal) {
            Http.send(exchange, refusal.answer());
        } catch (InterruptedException closing) {
            exchange.close();
        } finally {
            faults.left();
        }
    }

    private Call call(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        Optional<String> idempotencyKey = Http.header(exchange, "Idempotency-Key").filter(given -> method.equals("POST"));
        return new Call(method, exchange.getRequestURI().getPath(), Params.of(Http.query(exchange), Http.body(exchange)),
                String.format(Locale.ROOT, "req_%06d", numbers.incrementAndGet()), idempotencyKey);
    }

    private void respond(HttpExchange exchange, Call call) throws IOException, InterruptedException {
        authenticate(exchange);
        if (faults.isDown()) {
            throw Refusal.broken(503);
        }
        Optional<Answer> before = call.idempotencyKey().flatMap(used -> keys.claim(used, call.fingerprint()));
        if (before.isPresent()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            Http.send(exchange, before.get());
            return;
        }
        faults.delay();
        Optional<Faults.Fault> fault = faults.next(call.method(), call.path());
        Answer answer = answer(call, fault);
        deliver(exchange, answer, fault);
    }

    private void deliver(HttpExchange exchange, Answer answer, Optional<Faults.Fault> fault) throws IOException, InterruptedException {
        if (answer.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        switch (fault.orElse(new Faults.Fault.Refused(answer.status()))) {
            case Faults.Fault.Refused refused -> Http.send(exchange, answer);
            case Faults.Fault.Garbled garbled -> Http.send(exchange, 200, "text/html", PROXY_PAGE);
            case Faults.Fault.Broken broken -> Http.breakOff(exchange, answer);
            case Faults.Fault.Silent silent -> {
                faults.keepSilent();
                exchange.close();
            }
        }
    }

    private void authenticate(HttpExchange exchange) {
        String given = Http.header(exchange, "Authorization").orElseThrow(() -> Refusal.key("You did not provide an API key."));
        boolean right = given.equals("Bearer " + key)
                || given.equals("Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8)));
        if (!right) {
            throw Refusal.key("Invalid API Key provided.");
        }
        Http.header(exchange, "Stripe-Version").filter(version -> !version.equals(VERSION)).ifPresent(version -> {
            throw Refusal.invalid("Invalid Stripe API version: " + version + "; the simulator only speaks " + VERSION);
        });
    }

    /** Keeps what is to be replayed: whatever began to be executed, errors too. */
    private Answer answer(Call call, Optional<Faults.Fault> fault) {
        Answer answer = fault.flatMap(Api::refused).orElseGet(() -> caught(() -> executed(call)));
        boolean executed = answer.status() < 400 || answer.status() == 402 || answer.status() == 500;
        call.idempotencyKey().ifPresent(used -> {
            if (executed) {
                keys.keep(used, answer);
            } else {
                keys.free(used);
            }
        });
        return answer;
    }

    private static Optional<Answer> refused(Faults.Fault fault) {
        return fault instanceof Faults.Fault.Refused refused
                ? Optional.of((refused.status() == 429 ? Refusal.overload() : Refusal.broken(refused.status())).answer()) : Optional.empty();
    }

    private static Answer caught(Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException bug) {
            return new Answer(500, Json.object("error", Json.object("type", "api_error", "message", "The simulator is broken: " + bug)));
        }
    }

    private Answer executed(Call call) {
        for (Route route : routes) {
            Optional<String> id = route.match(call.method(), call.path());
            if (id.isPresent()) {
                call.params().onlyOf(route.params());
                Cause cause = new Cause(Optional.of(call.number()), call.idempotencyKey());
                Answer answer = store.locked(() -> store.causedBy(cause, () -> new Answer(200, (ObjectNode) expansion.of(
                        route.handler().apply(new Request(id.get(), call.params())), call.params().texts("expand")))));
                if (!call.method().equals("GET")) {
                    faults.took();
                }
                return answer;
            }
        }
        throw Refusal.unknownAddress(call.method(), call.path());
    }
}
