package io.tastemaker.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls a running program under a name and from an address of its own, signed in or not, and keeps what it was answered. */
final class Browser {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final String address;
    private final String agent;
    private final HttpClient client;
    private final List<HttpResponse<String>> answers = new ArrayList<>();
    private String credential = "";

    Browser(String address, String agent) {
        this(address, agent, "127.0.0.1");
    }

    /** Comes from another address of this machine. */
    Browser(String address, String agent, String from) {
        this.address = address;
        this.agent = agent;
        try {
            this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(InetAddress.getByName(from))
                    .connectTimeout(LONG).build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Presents this token from now on. */
    void signedIn(String token) {
        credential = token;
    }

    /** The same person at another address of the program. */
    Browser at(String other) {
        Browser moved = new Browser(other, agent);
        moved.signedIn(credential);
        return moved;
    }

    /** The answers so far. */
    List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    /** Calls a route, and fails unless the answer has the status. Headers are names and values in turn. */
    JsonNode call(int status, String method, String path, String json, String... headers) {
        HttpResponse<String> answer = send(method, path, json, headers);
        if (answer.statusCode() != status) {
            throw new AssertionError(method + " " + path + " ought to answer " + status + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? null : Api.tree(answer);
    }

    HttpResponse<String> send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).timeout(LONG)
                .header("User-Agent", agent);
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            answers.add(answer);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
