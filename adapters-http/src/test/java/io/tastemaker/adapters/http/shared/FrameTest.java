package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Specimens SPECIMENS = new Specimens();
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(SPECIMENS.routes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_answer_carries_a_request_id_and_the_security_headers() {
        HttpResponse<String> named = server.send(server.bare("/api/v1/open").header("X-Request-Id", "abc-123"));
        HttpResponse<String> misnamed = server.send(server.bare("/api/v1/nothing-here").header("X-Request-Id", "a b<script>"));

        assertThat(named.headers().firstValue("X-Request-Id")).hasValue("abc-123");
        assertThat(misnamed.statusCode()).isEqualTo(404);
        String made = misnamed.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(made).matches("[A-Za-z0-9-]{1,64}");
        assertThat(misnamed.body()).contains("urn:request:" + made).doesNotContain("nothing-here", "script");
        for (HttpResponse<String> answer : List.of(named, misnamed)) {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().map()).doesNotContainKey("server");
        }
    }

    @Test
    void a_fault_of_the_program_says_nothing_about_itself() {
        HttpResponse<String> answer = server.get("/api/v1/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret", "org.", "SELECT", "IllegalState");
    }

    @Test
    void a_wrong_method_is_405_with_those_that_are_allowed() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/things").DELETE());
        HttpResponse<String> overridden = server.send(server.request("/api/v1/open").header("X-HTTP-Method-Override", "DELETE"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
        assertThat(overridden.statusCode()).isEqualTo(200);
    }

    @Test
    void a_media_type_that_is_not_made_is_406() {
        assertThat(accepting("/api/v1/open", "text/html")).isEqualTo(406);
        assertThat(accepting("/api/v1/open", "application/json;q=0")).isEqualTo(406);
        assertThat(accepting("/api/v1/open", "text/html, application/*;q=0.1")).isEqualTo(200);
        assertThat(accepting("/api/v1/events", "application/json")).isEqualTo(406);
    }

    private static int accepting(String path, String accept) {
        return server.send(server.request(path).header("Accept", accept)).statusCode();
    }

    @Test
    void credentials_are_checked_before_the_body_is_read() {
        assertThat(posting("X-Api-Key", "tmk_x_unknown")).isEqualTo(401);
        assertThat(posting("X-Api-Key", "rubbish")).isEqualTo(401);
        assertThat(posting("Authorization", "Bearer abc")).isEqualTo(401);
        assertThat(posting("X-Other", "x")).isEqualTo(401);
        assertThat(posting("X-Api-Key", "tmk_c_narrow")).isEqualTo(403);
        HttpResponse<String> two = server.send(server.request("/api/v1/things").header("Authorization", "Bearer abc"));
        HttpResponse<String> inQuery = server.send(server.bare("/api/v1/things?api_key=" + TestServer.KEY));
        HttpResponse<String> narrow = server.send(server.bare("/api/v1/things").header("X-Api-Key", "tmk_c_narrow"));

        assertThat(two.statusCode()).isEqualTo(400);
        assertThat(two.body()).contains("two_credentials");
        assertThat(inQuery.statusCode()).isEqualTo(401);
        assertThat(inQuery.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(narrow.body()).contains("\"required_scope\":\"creators:read\"");
    }

    private static int posting(String header, String value) {
        return server.send(server.bare("/api/v1/things").header(header, value).POST(HttpRequest.BodyPublishers.ofString("not json")))
                .statusCode();
    }

    @Test
    void long_answers_are_compressed_for_those_who_accept_it() {
        HttpResponse<String> packed = server.send(server.request("/api/v1/long").header("Accept-Encoding", "gzip"));
        HttpResponse<String> plain = server.get("/api/v1/long");
        HttpResponse<String> small = server.send(server.request("/api/v1/open").header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValueAsLong("Content-Length").orElseThrow()).isLessThan(500);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).hasSizeGreaterThan(5_000);
        assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void versions_guard_changes_and_spare_reads() {
        String thing = "/api/v1/things/0195b000-0000-7000-8000-000000000001";
        HttpResponse<String> read = server.get(thing);

        assertThat(read.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(read.body()).contains("\"share\":0.500000", "\"at\":\"1970-01-01T00:00:00.000Z\"");
        HttpResponse<String> same = server.send(server.request(thing).header("If-None-Match", "\"3\""));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(patch(thing, null).statusCode()).isEqualTo(428);
        assertThat(patch(thing, "\"2\"").statusCode()).isEqualTo(412);
        assertThat(patch(thing, "\"2\"").body()).contains("\"current_version\":3");
        assertThat(patch(thing, "*").statusCode()).isEqualTo(400);
        assertThat(patch(thing, "\"3\"").headers().firstValue("ETag")).hasValue("\"4\"");
    }

    @Test
    void a_head_has_the_status_and_the_headers_of_a_get_and_no_body() {
        String thing = "/api/v1/things/0195b000-0000-7000-8000-000000000001";
        HttpResponse<String> get = server.get(thing);
        HttpResponse<String> head = server.send(server.request(thing).HEAD());
        HttpResponse<String> same = server.send(server.request(thing).header("If-None-Match", "\"3\"").HEAD());
        HttpResponse<String> events = server.send(server.request("/api/v1/events").HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(List.of("ETag", "Content-Type", "Content-Length")).allSatisfy(
                name -> assertThat(head.headers().firstValue(name)).isPresent().isEqualTo(get.headers().firstValue(name)));
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(events.statusCode()).isEqualTo(405);
        assertThat(events.headers().firstValue("Allow")).hasValue("GET");
        assertThat(server.send(server.bare("/api/v1/events").HEAD()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_patch_may_call_itself_a_merge_patch_and_nothing_else_may() {
        String thing = "/api/v1/things/0195b000-0000-7000-8000-000000000001";

        assertThat(sending("PATCH", thing, "application/merge-patch+json; charset=utf-8", "{}")).isEqualTo(200);
        assertThat(sending("PATCH", thing, "application/json-patch+json", "[]")).isEqualTo(415);
        assertThat(sending("POST", "/api/v1/things", "application/merge-patch+json", "{\"name\":\"a\",\"amount\":1}")).isEqualTo(415);
    }

    private static int sending(String method, String path, String type, String body) {
        return server.send(server.request(path).header("Content-Type", type).header("If-Match", "\"3\"")
                .method(method, HttpRequest.BodyPublishers.ofString(body))).statusCode();
    }

    private static HttpResponse<String> patch(String path, String ifMatch) {
        HttpRequest.Builder request = server.request(path).header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"));
        return server.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    @Test
    void pages_join_without_gap_and_a_cursor_serves_only_its_own_list() {
        String cursor = "";
        int seen = 0;
        int[] limits = {25, 100, 1, 60, 100};
        for (int limit : limits) {
            HttpResponse<String> page = server.get("/api/v1/things?limit=" + limit + cursor);
            for (int i = 0; i < Math.min(limit, 250 - seen); i++) {
                assertThat(page.body()).contains("{\"text\":\"" + (seen + i) + "\"}");
            }
            seen = Math.min(250, seen + limit);
            String next = page.body().replaceAll("(?s).*\"next_cursor\":\"?([^\",]+)\"?,.*", "$1");
            cursor = "&cursor=" + next;
            assertThat(page.body()).contains("\"has_more\":" + (seen < 250));
        }
        String first = server.get("/api/v1/things?limit=1").body().replaceAll("(?s).*\"next_cursor\":\"([^\"]+)\".*", "$1");
        String forged = (first.charAt(0) == 'A' ? 'B' : 'A') + first.substring(1);

        assertThat(server.get("/api/v1/things?status=draft&cursor=" + first).body()).contains("invalid_cursor");
        assertThat(server.get("/api/v1/things?cursor=" + forged).body()).contains("invalid_cursor");
        HttpResponse<String> otherTeam = server.send(server.bare("/api/v1/things?cursor=" + first).header("X-Api-Key", "tmk_b_other"));
        assertThat(otherTeam.body()).contains("invalid_cursor");
        assertThat(server.get("/api/v1/things?cursor=" + first).statusCode()).isEqualTo(200);
    }

    @Test
    void a_repeated_call_gets_the_first_answer_again() {
        HttpResponse<String> first = making("key-1", TestServer.KEY, "{\"name\":\"a\",\"amount\":1,\"share\":0.50}");
        HttpResponse<String> again = making("key-1", TestServer.KEY, "{ \"share\":0.5, \"amount\":1, \"name\":\"a\", \"flag\":null }");
        HttpResponse<String> other = making("key-1", TestServer.KEY, "{\"name\":\"b\",\"amount\":1}");
        HttpResponse<String> elsewhere = making("key-1", "tmk_b_other", "{\"name\":\"b\",\"amount\":1}");
        HttpResponse<String> fault = making("key-2", TestServer.KEY, "{\"name\":\"b\"}");
        HttpResponse<String> mended = making("key-2", TestServer.KEY, "{\"name\":\"b\",\"amount\":1}");
        HttpResponse<String> taken = making("key-3", TestServer.KEY, "{\"name\":\"taken\",\"amount\":1}");
        HttpResponse<String> takenAgain = making("key-3", TestServer.KEY, "{\"name\":\"taken\",\"amount\":1}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.body()).contains("idempotency_key_reused");
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        assertThat(fault.statusCode()).isEqualTo(400);
        assertThat(mended.statusCode()).isEqualTo(201);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(takenAgain.statusCode()).isEqualTo(409);
        assertThat(takenAgain.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(takenAgain.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void of_200_parallel_duplicates_one_takes_effect() throws Exception {
        int before = SPECIMENS.made();
        List<HttpResponse<String>> answers;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> calls = IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> making("key-parallel", TestServer.KEY, "{\"name\":\"p\",\"amount\":1}")))
                    .toList();
            answers = new ArrayList<>();
            for (Future<HttpResponse<String>> call : calls) {
                answers.add(call.get());
            }
        }

        assertThat(SPECIMENS.made()).isEqualTo(before + 1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201 && answer.headers().firstValue("Idempotent-Replayed")
                .isEmpty()))
                .hasSize(1);
    }

    private static HttpResponse<String> making(String key, String credential, String json) {
        return server.send(server.bare("/api/v1/things").header("X-Api-Key", credential).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void events_come_with_id_name_and_data_and_are_taken_up_again() {
        HttpResponse<String> all = server.send(server.request("/api/v1/events").header("Accept", "text/event-stream"));
        HttpResponse<String> rest = server.send(server.request("/api/v1/events").header("Last-Event-ID", "1"));

        assertThat(all.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(all.body()).isEqualTo("""
                : still here

                id: 1
                event: tick
                data: {"text":"n1"}

                id: 2
                event: tick
                data: {"text":"n2"}

                """);
        assertThat(rest.body()).doesNotContain("n1").contains("n2");
        assertThat(server.send(server.bare("/api/v1/events")).statusCode()).isEqualTo(401);
    }
}
