package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row R-API-5: pages of known origins, and no others. */
class CrossOriginTest {

    private static final String KNOWN = "https://app.example.com";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new Specimens().routes(), new Protection(
                RateLimits.all(Rate.MOST), TrustedProxies.NONE, Origins.of(List.of(KNOWN, "http://localhost:5173")), false,
                Optional.empty()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_known_page_may_read_answers_and_their_headers() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/open").header("Origin", KNOWN));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(KNOWN);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow().split(", ")).contains("ETag", "Location",
                "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id", "X-Credits-Charged", "X-Credits-Remaining",
                "Idempotent-Replayed");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
    }

    @Test
    void a_known_page_may_read_refusals_too() {
        for (String path : List.of("/api/v1/things", "/api/v1/nothing-here", "/api/v1//things")) {
            assertThat(server.send(server.bare(path).header("Origin", KNOWN)).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path).hasValue(KNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "*", "https://evil.com", "https://app.example.com.evil", "https://evil-app.example.com",
        "https://app.example.com.", "https://app.example.com/", "https://app.example.com:443", "https://app.example.com:8443",
        "http://app.example.com", "HTTPS://app.example.com", "https://APP.example.com", "https://xapp.example.com", "https://example.com",
        "https://app.example.co", "https://app-example.com", "https://user@app.example.com", "app.example.com", "//app.example.com",
        "http://localhost", "http://localhost:51730", "https://app.example.com, https://evil.com", "https://evil.com https://app.example.com",
        ""})
    void a_page_of_another_origin_is_told_nothing(String origin) {
        HttpResponse<String> answer = server.send(server.request("/api/v1/open").header("Origin", origin));
        HttpResponse<String> asked = preflight("/api/v1/things", origin);

        assertThat(List.of(answer, asked)).allSatisfy(told -> {
            assertThat(told.headers().map().keySet()).noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            assertThat(told.headers().allValues("Vary")).contains("Origin");
        });
        assertThat(asked.statusCode()).isEqualTo(405);
    }

    @Test
    void two_origins_are_none() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/open").header("Origin", KNOWN).header("Origin", KNOWN));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_preflight_says_what_may_be_sent_to_the_path() {
        HttpResponse<String> things = preflight("/api/v1/things", KNOWN);
        HttpResponse<String> thing = preflight("/api/v1/things/0195b000-0000-7000-8000-000000000001", KNOWN);

        assertThat(things.statusCode()).isEqualTo(204);
        assertThat(things.body()).isEmpty();
        assertThat(things.headers().firstValue("Access-Control-Allow-Origin")).hasValue(KNOWN);
        assertThat(things.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, POST");
        assertThat(things.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Api-Key, X-Request-Id");
        assertThat(things.headers().firstValue("Access-Control-Max-Age")).hasValue("600");
        assertThat(thing.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD, PATCH");
        assertThat(thing.headers().firstValue("Access-Control-Allow-Headers").orElseThrow()).contains("If-Match");
        assertThat(preflight("/api/v1/nothing-here", KNOWN).statusCode()).isEqualTo(404);
        assertThat(server.send(server.bare("/api/v1/things").method("OPTIONS", HttpRequest.BodyPublishers.noBody())).statusCode())
                .isEqualTo(405);
    }

    private static HttpResponse<String> preflight(String path, String origin) {
        return server.send(server.bare(path).header("Origin", origin).header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "", "app.example.com", "https://*.example.com", "https://app.example.com/", "https://App.example.com",
        "https://app.example.com:443", "http://app.example.com:80", "ftp://app.example.com", "https://user@app.example.com"})
    void what_no_browser_sends_cannot_be_set(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> Origins.of(List.of(origin))).withMessageContaining("is no origin");
    }
}
