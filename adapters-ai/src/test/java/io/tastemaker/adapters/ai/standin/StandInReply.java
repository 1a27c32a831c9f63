package io.tastemaker.adapters.ai.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;

/** How a question is answered. */
@FunctionalInterface
public interface StandInReply {

    /** Answers. */
    void to(HttpExchange exchange) throws IOException, InterruptedException;

    /** JSON; the headers are names and values in turn. */
    static StandInReply json(int status, String body, String... headers) {
        return raw(status, "application/json", body, headers);
    }

    /** Any text in UTF-8; the headers are names and values in turn. */
    static StandInReply raw(int status, String type, String body, String... headers) {
        return bytes(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Any bytes; the headers are names and values in turn. */
    static StandInReply bytes(int status, String type, byte[] body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** What OpenAI's API answers when a model said something. */
    static StandInReply said(String content) {
        return json(200, StandInModels.completion(content).toString());
    }

    /** JSON that is packed though nobody asked for it. */
    static StandInReply zipped(String body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes(200, "application/json", packed.toByteArray(), "Content-Encoding", "gzip");
    }

    /** Says nothing for as long as anybody waits. */
    static StandInReply silence() {
        return exchange -> waitForTheEnd();
    }

    /** Says a little, again and again. */
    static StandInReply drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.currentThread().isInterrupted()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(20);
            }
        };
    }

    /** Begins an answer and stops. */
    static StandInReply stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        };
    }

    /** Until the stand-in is closed, which interrupts whoever answers. */
    private static void waitForTheEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Says much more than anybody wants to know. */
    static StandInReply flood(int megabytes) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "[0,".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < megabytes; sent++) {
                exchange.getResponseBody().write(much);
            }
        };
    }

    /** Breaks off before the first word. */
    static StandInReply breakOff() {
        return HttpExchange::close;
    }
}
