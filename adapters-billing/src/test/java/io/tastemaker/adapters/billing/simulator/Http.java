package io.tastemaker.adapters.billing.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reading and writing of exchanges. */
final class Http {

    private static final int LARGEST = 1 << 20;

    private Http() {}

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
    }

    static String query(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        send(exchange, answer.status(), "application/json", Json.write(answer.body()));
    }

    /** Promises the whole answer and sends half of it. */
    static void breakOff(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }
}
