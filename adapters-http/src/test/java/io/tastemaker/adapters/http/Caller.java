package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who calls the API of a program with one key. */
final class Caller {

    private final Program program;
    private final String key;
    private final AtomicInteger calls = new AtomicInteger();

    Caller(Program program, String key) {
        this.program = program;
        this.key = key;
    }

    HttpResponse<String> get(String path) {
        return program.server().send(program.server().bare("/api/v1" + path).header("X-Api-Key", key));
    }

    /** A POST under a key of its own. */
    HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, json, "Idempotency-Key", "call-" + calls.incrementAndGet(), headers);
    }

    /** A POST under this key. */
    HttpResponse<String> once(String idempotencyKey, String path, String json, String... headers) {
        return send("POST", path, json, "Idempotency-Key", idempotencyKey, headers);
    }

    /** A POST under none. */
    HttpResponse<String> plain(String path, String json, String... headers) {
        return send("POST", path, json, "X-Request-Id", "plain-" + calls.incrementAndGet(), headers);
    }

    HttpResponse<String> send(String method, String path, String json, String header, String value, String... more) {
        HttpRequest.Builder request = program.server().bare("/api/v1" + path).header("X-Api-Key", key).header(header, value)
                .method(method, json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        return program.server().send(request);
    }

    /** What is there for everything. */
    long available() {
        return JsonPath.at(get("/wallet/balance"), "/available").asLong();
    }

    /** The unlocks that the plan has left. */
    long unlocksLeft() {
        for (JsonNode item : JsonPath.at(get("/wallet/allowances"), "/items")) {
            if (item.get("action").asText().equals("creator_unlock")) {
                return item.at("/plan_quota/left").asLong();
            }
        }
        throw new AssertionError("creator_unlock has no line");
    }

    /** The headers that say what was charged: credits, source, what is left. */
    static List<String> charged(HttpResponse<String> answer) {
        return List.of("X-Credits-Charged", "X-Credits-Source", "X-Credits-Remaining").stream()
                .map(name -> answer.headers().firstValue(name).orElse("-")).toList();
    }

    /** Checks status and code of a problem. */
    static void refuses(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonPath.text(answer, "/code")).as(answer.body()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
