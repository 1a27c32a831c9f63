package io.tastemaker.adapters.http.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A result.
 *
 * @param status the status; what failed is a {@link Problem}
 * @param headers further headers
 * @param content the body, already written; empty for none
 * @param contentType its media type
 */
public record Answer(int status, Map<String, String> headers, Body content, String contentType) implements Reply {

    static final String JSON = "application/json";
    /** RFC 7396. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    /**
     * An answer whose body is sent once.
     *
     * @param status the status
     * @param headers further headers
     * @param body the body; empty for none
     * @param contentType its media type
     */
    public Answer(int status, Map<String, String> headers, byte[] body, String contentType) {
        this(status, headers, new Body(body), contentType);
    }

    /**
     * 200 with a JSON body.
     *
     * @param body a record, written as JSON
     * @return the answer
     */
    public static Answer ok(Object body) {
        return json(200, body);
    }

    /**
     * 200 with JSON that was written before.
     *
     * @param body the same for all who get it
     * @return the answer
     */
    public static Answer ready(Body body) {
        return new Answer(200, Map.of(), body, JSON);
    }

    /**
     * Writes a record, to be answered with later.
     *
     * @param record the record
     * @return its JSON
     */
    public static Body written(Object record) {
        return new Body(Json.bytes(record));
    }

    /**
     * 201 with the address of what was made.
     *
     * @param location relative to the base, such as {@code /campaigns/0195…}
     * @param body what was made
     * @return the answer
     */
    public static Answer created(String location, Object body) {
        return json(201, body).header("Location", Route.BASE + location);
    }

    /**
     * 202 with the job's address.
     *
     * @param job the job
     * @param body what to show of it
     * @return the answer
     */
    public static Answer accepted(UUID job, Object body) {
        return json(202, body)
                .header("Location", Route.BASE + "/jobs/" + job)
                .header("Retry-After", String.valueOf(Duration.ofSeconds(1).toSeconds()));
    }

    /**
     * 204.
     *
     * @return an answer without a body
     */
    public static Answer noContent() {
        return new Answer(204, Map.of(), new byte[0], JSON);
    }

    /**
     * 302: the caller goes on to another address.
     *
     * @param address where to, an absolute URL of printable ASCII
     * @return an answer without a body
     */
    public static Answer redirect(String address) {
        return new Answer(302, Map.of("Location", address), new byte[0], JSON);
    }

    /**
     * Any status with a JSON body.
     *
     * @param status the status
     * @param body a record, written as JSON
     * @return the answer
     */
    public static Answer json(int status, Object body) {
        return new Answer(status, Map.of(), Json.bytes(body), JSON);
    }

    static Answer text(String contentType, String body) {
        return new Answer(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /**
     * Adds a header.
     *
     * @param name the header's name
     * @param value its value
     * @return a copy with the header
     */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, content, contentType);
    }

    /**
     * Adds headers.
     *
     * @param more the headers' values by their names
     * @return a copy with the headers
     */
    public Answer headers(Map<String, String> more) {
        if (headers.isEmpty()) {
            return new Answer(status, more, content, contentType);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, content, contentType);
    }

    /**
     * Adds the version as {@code ETag}.
     *
     * @param version at least 1
     * @return a copy with the header
     */
    public Answer version(long version) {
        return header("ETag", "\"" + version + "\"");
    }

    /**
     * Allows caching by the caller only.
     *
     * @param time how long
     * @return a copy with the header
     */
    public Answer cacheable(Duration time) {
        return header("Cache-Control", "private, max-age=" + time.toSeconds());
    }

    /** The body as it is. */
    public byte[] body() {
        return content.plain();
    }

    Optional<String> etag() {
        return Optional.ofNullable(headers.get("ETag"));
    }
}
