package io.tastemaker.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tastemaker.bootstrap.IsolationWorld.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sends requests that all bear the same id, so that equal answers are equal byte by byte. */
final class IsolationClient {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_SAID = 500;
    private static final String BOUNDARY = "a-line-that-no-list-has";

    /** Headers that say when, or how often, and nothing about what. */
    private static final Set<String> MOMENTARY = Set.of("date", "ratelimit", "x-request-id", ":status");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private int sent;

    /** An answer: its status, what its headers say for good, and its body. */
    record Answer(int status, Map<String, String> headers, String body) {
        @Override
        public String toString() {
            return status + " " + headers + " " + (body.length() > MOST_SAID ? body.substring(0, MOST_SAID) + "…" : body);
        }
    }

    IsolationClient(String address) {
        this.address = address;
    }

    /** How many requests were sent. */
    int sent() {
        return sent;
    }

    Answer send(Caller caller, String method, String path) {
        return send(caller, method, path, Map.of(), "");
    }

    Answer send(Caller caller, String method, String path, Map<String, String> headers, String json) {
        HttpRequest.Builder request = request(caller, path, headers);
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    Answer upload(Caller caller, String key, String name, String list) {
        return upload(caller, "/api/v1/creators/imports", Map.of("Idempotency-Key", key), "{\"platform\":\"instagram\"}", name, list);
    }

    Answer upload(Caller caller, String path, Map<String, String> headers, String options, String name, String list) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"options\"\r\nContent-Type: application/json\r\n\r\n"
                + options + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + list + "\r\n--" + BOUNDARY + "--\r\n";
        return send(request(caller, path, headers).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    JsonNode json(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("expected " + status + ": " + answer);
        }
        return tree(answer);
    }

    static JsonNode tree(Answer answer) {
        if (!answer.headers().getOrDefault("content-type", "").contains("json") || answer.body().isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.toString(), unreadable);
        }
    }

    private HttpRequest.Builder request(Caller caller, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30))
                .header("X-Request-Id", "sweep");
        if (!caller.header().isEmpty()) {
            request.header(caller.header(), caller.credential());
        }
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        sent++;
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) ->
                    headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            headers.keySet().removeAll(MOMENTARY);
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
