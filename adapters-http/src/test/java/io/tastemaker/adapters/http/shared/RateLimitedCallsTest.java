package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row R-API-9, over the wire. The limits are so low that none is refilled while a test runs. */
class RateLimitedCallsTest {

    private static final String THING = "{\"name\":\"a\",\"amount\":1}";

    private final Specimens specimens = new Specimens();
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(specimens.routes(), new Protection(
                RateLimits.of(Map.of(RateClass.READING, new Rate(2, 2), RateClass.WRITING, new Rate(1, 1),
                        RateClass.PUBLIC, new Rate(2, 2), RateClass.REFUSED, new Rate(2, 2))),
                TrustedProxies.of(List.of("127.0.0.1")), Origins.NONE, false, Optional.empty()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_answer_says_what_is_left_and_the_one_too_many_when_to_come_again() {
        HttpResponse<String> first = server.get("/api/v1/long");
        HttpResponse<String> fault = server.get("/api/v1/long?x=1");
        HttpResponse<String> over = server.get("/api/v1/long");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"burst\";q=2;w=1, \"steady\";q=2;w=60");
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"steady\";r=1;t=30");
        assertThat(fault.statusCode()).isEqualTo(400);
        assertThat(fault.headers().firstValue("RateLimit")).hasValueSatisfying(left -> assertThat(left).startsWith("\"steady\";r=0;t="));
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("RateLimit")).isPresent();
        assertThat(over.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 30L);
        assertThat(over.body()).contains("\"code\":\"rate_limited\"", "\"rate_class\":\"reading\"");
        assertThat(server.send(server.bare("/api/v1/long").header("X-Api-Key", "tmk_b_other")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_head_counts_as_a_get_and_two_keys_of_a_team_as_one_caller() {
        server.send(server.request("/api/v1/long").HEAD());
        HttpResponse<String> narrow = server.send(server.bare("/api/v1/long").header("X-Api-Key", "tmk_c_narrow"));

        assertThat(narrow.statusCode()).isEqualTo(403);
        assertThat(narrow.headers().firstValue("RateLimit")).isPresent();
        assertThat(server.get("/api/v1/long").statusCode()).isEqualTo(429);
    }

    @Test
    void a_call_that_is_refused_takes_no_effect_reads_no_body_and_keeps_no_key() {
        assertThat(make("key-1", THING).statusCode()).isEqualTo(201);
        HttpResponse<String> unread = make("key-2", "not json");
        HttpResponse<String> repeated = make("key-1", THING);

        assertThat(unread.statusCode()).isEqualTo(429);
        assertThat(repeated.statusCode()).isEqualTo(429);
        assertThat(repeated.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(specimens.made()).isEqualTo(1);
    }

    private HttpResponse<String> make(String key, String body) {
        return server.send(server.request("/api/v1/things").header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void who_is_not_known_is_counted_by_source_and_made_up_addresses_give_no_fresh_allowance() {
        assertThat(from("203.0.113.7").statusCode()).isEqualTo(200);
        assertThat(from("1.1.1.1, 203.0.113.7").statusCode()).isEqualTo(200);
        assertThat(from("2.2.2.2, 203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(from("203.0.113.8").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> from(String forwardedFor) {
        return server.send(server.bare("/api/v1/open").header("X-Forwarded-For", forwardedFor));
    }

    @Test
    void a_flood_of_wrong_credentials_is_refused_before_the_next_is_looked_up() {
        assertThat(presenting("tmk_x_1").statusCode()).isEqualTo(401);
        assertThat(presenting("tmk_x_2").headers().firstValue("RateLimit")).isPresent();
        HttpResponse<String> right = presenting(TestServer.KEY);

        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("\"rate_class\":\"refused\"");
        assertThat(server.send(server.request("/api/v1/long").header("X-Forwarded-For", "203.0.113.9")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> presenting(String key) {
        return server.send(server.bare("/api/v1/long").header("X-Api-Key", key));
    }
}
