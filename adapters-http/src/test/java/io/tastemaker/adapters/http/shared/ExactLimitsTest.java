package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Row R-API-2: what is just within a limit passes, and one more is refused. */
class ExactLimitsTest {

    private static final String THING = "{\"name\":\"a\",\"amount\":1%s}";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(new Specimens().routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit("bytes of a body", Reader.MOST_BODY, 413, size -> post(padded(size))),
                limit("bytes of a body in chunks", Reader.MOST_BODY, 413, size -> chunked(padded(size))),
                limit("levels of a body", StrictJson.MOST_DEPTH, 400,
                        depth -> config("[".repeat(depth - 1) + "]".repeat(depth - 1))),
                limit("characters of a string", Shape.MOST_CHARACTERS, 400, size -> config("\"" + "é".repeat(size) + "\"")),
                limit("entries of an array", Shape.MOST_ENTRIES, 400, size -> config("[" + "1,".repeat(size - 1) + "1]")),
                limit("digits of a number", StrictJson.MOST_DIGITS, 400, size -> config("7".repeat(size))),
                limit("decimals of a number", StrictJson.MOST_DIGITS, 400, size -> config("0." + "7".repeat(size))),
                limit("entries of a page", 100, 400, size -> get("?limit=" + size)),
                limit("characters of an Idempotency-Key", 255, 400, size -> keyed("k".repeat(size))),
                limit("bytes of a query", Reader.MOST_QUERY, 414, size -> get("?limit=1&cursor=" + "a".repeat(size - 15))),
                limit("bytes of the headers", HttpApi.MOST_HEADER_BYTES, 431, ExactLimitsTest::head));
    }

    private static Arguments limit(String name, int most, int refusal, IntFunction<Integer> status) {
        return Arguments.of(name, most, refusal, status);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("limits")
    void at_the_limit_it_passes_and_above_it_is_refused(String name, int most, int refusal, IntFunction<Integer> status) {
        int within = status.apply(most);
        int above = status.apply(most + 1);

        // The cursor of the longest query is made up, so that its list is refused for that, and not for its length.
        assertThat(within).as(name + " at the limit").isIn(name.contains("query") ? new Integer[] {400} : new Integer[] {200, 201});
        assertThat(above).as(name + " above the limit").isEqualTo(refusal);
    }

    private static int post(byte[] body) {
        return server.post("/api/v1/things", body).statusCode();
    }

    private static int config(String json) {
        return post(THING.formatted(",\"config\":" + json).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] padded(int size) {
        String thing = THING.formatted("");
        return (thing + " ".repeat(size - thing.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static int chunked(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        StringBuilder request = new StringBuilder("POST /api/v1/things HTTP/1.1\r\nHost: a\r\nX-Api-Key: " + TestServer.KEY
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        for (int from = 0; from < text.length(); from += 65_536) {
            String chunk = text.substring(from, Math.min(text.length(), from + 65_536));
            request.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
        }
        return status(server.raw(request.append("0\r\n\r\n").toString()));
    }

    private static int get(String query) {
        return server.get("/api/v1/things" + query).statusCode();
    }

    private static int keyed(String key) {
        return server.send(server.request("/api/v1/things").header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(THING.formatted("")))).statusCode();
    }

    private static int head(int size) {
        String head = "GET /api/v1/open HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: %s\r\n\r\n";
        return status(server.raw(head.formatted("a".repeat(size - head.length() + 2))));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
