package io.tastemaker.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.shared.RouteTable;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Row R-API-1: whatever is sent, the answer is no fault of the program and tells nothing about it. */
class FuzzTest {

    private static final Pattern LEAK = Pattern.compile("org\\.|java\\.|SQL|at .*\\(|Exception");
    private static final List<String> WORDS = List.of(
            "null", "true", "-1", "0", "1.9", "1e400", "1E-999999999", "99999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud800\"",
            "\"instagram\"",
            "\"2026-02-30\"", "\"BR\"", "[]", "{}", "[[[]]]", "{\"min\":2,\"max\":1}", "\"0195f000-0000-7000-8000-00000000dead\"",
            "\"7\"", "NaN");
    private static final List<String> NAMES = List.of(
            "name", "platform", "handle", "followers", "filters", "limit", "cursor", "creator_ids", "questions", "creator_id", "prefer",
            "weights",
            "search", "budget", "follower_range", "status", "note", "raise_to", "__proto__", "a/b");
    private static final List<String> SEGMENTS = List.of(
            "x", "0195f000-0000-7000-8000-00000000dead", "1-1-1-1-1", "instagram", "rk_00000000000000000000000000000000", "%C3%A9", "%00",
            "..%2f", "'--");

    @Test
    void two_thousand_hostile_requests() {
        hostile(2_000, 20_260_101L);
    }

    @Test
    @Tag("faults")
    void twenty_thousand_hostile_requests() {
        hostile(20_000, 20_260_102L);
    }

    private static void hostile(int count, long seed) {
        Random random = new Random(seed);
        try (Program program = new Program()) {
            List<RouteTable.Line> routes = RouteTable.lines(program.routes());
            Set<String> reached = new HashSet<>();
            int limited = 0;
            for (int i = 0; i < count; i++) {
                RouteTable.Line route = pick(routes, random);
                String path = path(route.path(), random);
                String body = body(random, 0);
                HttpRequest.Builder request = program.server().request(path)
                        .method(random.nextInt(20) == 0 ? "PATCH" : route.method(), HttpRequest.BodyPublishers.ofByteArray(bytes(body,
                                random)))
                        .header("Content-Type", random.nextInt(15) == 0 ? "text/xml" : "application/json")
                        .header("If-Match", random.nextInt(4) == 0 ? "*" : "\"1\"")
                        .header("Idempotency-Key", "k" + random.nextInt(500));
                HttpResponse<String> answer = program.server().send(request);
                String said = "seed " + seed + ", request " + i + ": " + route.method() + " " + path + " " + body + "\n" + answer.body();
                reached.add(route.toString());
                limited += answer.statusCode() == 429 ? 1 : 0;
                assertThat(answer.statusCode()).as(said).isLessThan(500);
                assertThat(LEAK.matcher(answer.statusCode() < 400 ? "" : answer.body()).find()).as(said).isFalse();
            }
            assertThat(reached).as("routes").hasSameSizeAs(routes);
            assertThat(limited).as("answers of 429").isLessThan(count / 100);
        }
    }

    private static String path(String template, Random random) {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            path.append('/').append(segment.startsWith("{") ? pick(SEGMENTS, random) : segment);
        }
        if (random.nextInt(3) == 0) {
            path.append("?limit=").append(pick(List.of("1", "0", "101", "abc", "%00", "%2", "1&limit=2", ""), random));
        }
        return path.toString().replace("%2", random.nextInt(50) == 0 ? "%25" : "%2").replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static String body(Random random, int depth) {
        if (depth > 3 || random.nextInt(5) == 0) {
            return pick(WORDS, random);
        }
        StringBuilder object = new StringBuilder("{");
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.append('"').append(pick(NAMES, random)).append("\":").append(body(random, depth + 1)).append(i == 0 ? "" : ",");
        }
        return object.append('}').toString();
    }

    private static byte[] bytes(String body, Random random) {
        byte[] bytes = body.getBytes(random.nextInt(20) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
