package io.tastemaker.adapters.billing.billing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server that answers what it is told to, in that order, and the last answer for ever; and that remembers what it was asked. */
final class StripeStandIn implements AutoCloseable {

    /** How a request is answered. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** What was asked; the headers by their lower-case names. */
    record Asked(String method, String path, String query, String body, Map<String, String> headers) {

        /** The form that was posted, or the query. */
        Map<String, String> params() {
            Map<String, String> params = new TreeMap<>();
            for (String pair : (body.isEmpty() ? query : body).split("&")) {
                String[] parts = pair.split("=", 2);
                params.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
            }
            return params;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private Optional<Function<Asked, Reply>> byQuestion = Optional.empty();

    StripeStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        Asked question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), body, headers);
        asked.add(question);
        busy.incrementAndGet();
        try (exchange) {
            next(question).to(exchange);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            busy.decrementAndGet();
        }
    }

    private synchronized Reply next(Asked question) {
        return byQuestion.map(answer -> answer.apply(question)).orElseGet(() -> replies.size() > 1 ? replies.poll() : replies.element());
    }

    /** From now on, by what is asked. */
    synchronized StripeStandIn answersBy(Function<Asked, Reply> answer) {
        byQuestion = Optional.of(answer);
        return this;
    }

    /** How many answers are being given just now. */
    int busy() {
        return busy.get();
    }

    /** From now on. */
    synchronized StripeStandIn answers(Reply... all) {
        replies.clear();
        replies.addAll(List.of(all));
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    StripeSettings settings() {
        return new StripeSettings("sk_test_stand_in", Optional.of(base()), Map.of("standard", List.of("price_standard")), List.of());
    }

    StripePayments payments(InstantSource clock, StripeLimits limits) {
        return new StripePayments(settings(), clock, limits);
    }

    static Reply json(int status, String body, String... headers) {
        return raw(status, "application/json", body, headers);
    }

    static Reply raw(int status, String type, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Request-Id", "req_stand_in");
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().set(headers[at], headers[at + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** As Stripe explains what it does not do. */
    static Reply error(int status, String type, String code, String message, String... headers) {
        return json(status, "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"%s\"}}".formatted(type, code, message), headers);
    }

    /** Says nothing for as long as anybody waits. */
    static Reply silence() {
        return exchange -> Thread.sleep(60_000);
    }

    /** Says a little, again and again. */
    static Reply drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(20);
            }
        };
    }

    /** Breaks off before the first word. */
    static Reply breakOff() {
        return HttpExchange::close;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
