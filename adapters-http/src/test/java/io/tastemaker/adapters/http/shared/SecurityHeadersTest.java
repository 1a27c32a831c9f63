package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever answers, a route, the router or the server below them: the headers that protect a browser are there. */
class SecurityHeadersTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new Specimens().routes(), new Protection(
                RateLimits.all(Rate.MOST), TrustedProxies.NONE, Origins.of(List.of("https://app.example.com")), true, Optional.empty()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        200 | GET /api/v1/open HTTP/1.1~Host: a~
        204 | OPTIONS /api/v1/open HTTP/1.1~Host: a~Origin: https://app.example.com~Access-Control-Request-Method: GET~
        304 | GET /api/v1/things/0195b000-0000-7000-8000-000000000001 HTTP/1.1~Host: a~X-Api-Key: tmk_a_reader~If-None-Match: "3"~
        400 | GET /api/v1/open?x=1 HTTP/1.1~Host: a~
        400 | GET /api/v1%2fopen HTTP/1.1~Host: a~
        400 | nonsense~
        401 | GET /api/v1/things HTTP/1.1~Host: a~
        404 | GET /nothing HTTP/1.1~Host: a~
        405 | TRACE /api/v1/open HTTP/1.1~Host: a~
        405 | BREW /api/v1/open HTTP/1.1~Host: a~
        500 | GET /api/v1/broken HTTP/1.1~Host: a~X-Api-Key: tmk_a_reader~
        505 | GET /api/v1/open HTTP/3.0~Host: a~
        """)
    void stand_on_every_answer(String status, String request) {
        String answer = server.raw(request.strip().replace("~", "\r\n") + "Connection: close\r\n\r\n");
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);

        assertThat(head).startsWith("http/1.1 " + status).contains("x-content-type-options: nosniff", "x-frame-options: deny",
                "content-security-policy: default-src 'none'; frame-ancestors 'none'", "referrer-policy: no-referrer",
                "cache-control: no-store", "vary: origin", "strict-transport-security: max-age=31536000", "x-request-id: ")
                .doesNotContain("\r\nserver:", "x-powered-by");
    }
}
