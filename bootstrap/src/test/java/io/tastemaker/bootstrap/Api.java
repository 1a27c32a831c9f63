package io.tastemaker.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A client of a running program, as a caller of its API would write one. */
record Api(String base, String key, HttpClient client) {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final String BOUNDARY = "a-line-that-no-list-has";

    Api(String address, String key) {
        this(address + "/api/v1", key, HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** A POST under this key. */
    HttpResponse<String> postOnce(String path, String json, String idempotencyKey) {
        return send(request(path).header("Idempotency-Key", idempotencyKey).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Uploads a list of creators; gives the path of its report. */
    String importList(Path file, String options) {
        return upload("/creators/imports", file, options);
    }

    /** Uploads a list of posts; gives the path of its report. */
    String importPosts(Path file, String options) {
        return upload("/posts/imports", file, options);
    }

    private String upload(String path, Path file, String options) {
        HttpResponse<String> taken = send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(multipart(file, options)));
        if (taken.statusCode() != 202) {
            throw new AssertionError("the list was not taken: " + taken.statusCode() + " " + taken.body());
        }
        return path + "/" + tree(taken).get("job_id").asText();
    }

    private static BodyPublisher multipart(Path file, String options) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"options\"\r\nContent-Type: application/json\r\n\r\n"
                + options + "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        try {
            return BodyPublishers.concat(BodyPublishers.ofString(head), BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60)).header("X-Api-Key", key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode tree(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }
}
