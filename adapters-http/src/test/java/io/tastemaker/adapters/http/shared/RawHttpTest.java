package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no well-behaved client sends: broken framing and hostile requests over a bare socket. */
class RawHttpTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new Specimens().routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        both framings      | POST /api/v1/things HTTP/1.1~Host: a~Content-Length: 5~Transfer-Encoding: chunked~~0~~ | 400
        two lengths        | POST /api/v1/things HTTP/1.1~Host: a~Content-Length: 5~Content-Length: 6~~hello        | 400
        negative length    | POST /api/v1/things HTTP/1.1~Host: a~Content-Length: -1~~                              | 400
        space before colon | GET /api/v1/open HTTP/1.1~Host : a~Connection: close~~                                 | 400
        folded header      | GET /api/v1/open HTTP/1.1~Host: a~X-A: b~ c~Connection: close~~                        | 400
        no host            | GET /api/v1/open HTTP/1.1~Connection: close~~                                          | 400
        HTTP 0.9           | GET /api/v1/open~~                                                                     | 400;505
        HTTP 3             | GET /api/v1/open HTTP/3.0~Host: a~~                                                    | 400;505
        bare line feeds    | GET /api/v1/open HTTP/1.1^Host: a^Connection: close^^                                  | 400
        no request at all  | hello~~                                                                                | 400
        encoded slash      | GET /api/v1%2fopen HTTP/1.1~Host: a~Connection: close~~                                | 400
        path parameter     | GET /api/v1/open;x=y HTTP/1.1~Host: a~Connection: close~~                              | 400;404
        double slash       | GET /api/v1//open HTTP/1.1~Host: a~Connection: close~~                                 | 400;404
        encoded NUL        | GET /api/v1/open%00 HTTP/1.1~Host: a~Connection: close~~                               | 400
        dot segments       | GET /api/v1/x/..%2fopen HTTP/1.1~Host: a~Connection: close~~                           | 400
        trailing slash     | GET /api/v1/open/ HTTP/1.1~Host: a~Connection: close~~                                 | 404
        other letter case  | GET /API/V1/OPEN HTTP/1.1~Host: a~Connection: close~~                                  | 404
        trace              | TRACE /api/v1/open HTTP/1.1~Host: a~Connection: close~~                                | 405
        made-up method     | BREW /api/v1/open HTTP/1.1~Host: a~Connection: close~~                                 | 405
        half an escape     | GET /api/v1/things?limit=%2 HTTP/1.1~Host: a~X-Api-Key: tmk_a_reader~Connection: close~~ | 400
        UTF-8 cut short    | GET /api/v1/things?limit=%C3 HTTP/1.1~Host: a~X-Api-Key: tmk_a_reader~Connection: close~~ | 400
        """)
    void is_refused_with_a_problem(String name, String request, String statuses) {
        String answer = server.raw(request.strip().replace("~", "\r\n").replace("^", "\n"));

        assertThat(answer).as(name).matches("(?s)HTTP/1\\.1 (" + statuses.strip().replace(";", "|") + ") .*");
        assertThat(answer).contains("application/problem+json").contains("\"code\":").containsIgnoringCase("x-request-id:");
        assertThat(answer).containsIgnoringCase("nosniff").doesNotContain("org.", "java.", "Exception");
    }

    @Test
    void headers_over_8_kb_are_431_and_an_endless_path_is_414() {
        String headers = server.raw("GET /api/v1/open HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(9_000) + "\r\n\r\n");
        String path = server.raw("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(headers).startsWith("HTTP/1.1 431 ").contains("\"code\":\"headers_too_large\"");
        assertThat(path).startsWith("HTTP/1.1 414 ").contains("\"code\":\"uri_too_long\"");
    }

    @Test
    void a_chunked_body_over_1_mb_is_413() {
        StringBuilder request = new StringBuilder("POST /api/v1/things HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + TestServer.KEY
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            request.append("10000\r\n").append(" ".repeat(0x10000)).append("\r\n");
        }
        request.append("0\r\n\r\n");

        assertThat(server.raw(request.toString())).startsWith("HTTP/1.1 413 ").contains("\"code\":\"body_too_large\"");
    }

    @Test
    void a_drip_of_bytes_is_cut_with_408() {
        String answer = server.raw("POST /api/v1/things HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + TestServer.KEY
                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request_too_slow\"");
    }
}
