package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.adapters.http.shared.Route.Method;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that comes as JSON Lines when somebody asks for them. */
class LineStreamTest {

    record NumberJson(int number) {}

    private final TestServer server = new TestServer(List.of(
            Route.of(Method.GET, "/numbers", Access.open()).says("test", "List numbers").lists(NumberJson.class, "Numbers")
                    .alsoLines("All numbers").handle(call -> call.wantsLines() ? numbers(3, 3, 1) : Answer.ok(new NumberJson(0))),
            Route.of(Method.GET, "/none", Access.open()).says("test", "List nothing").lists(NumberJson.class, "Nothing").alsoLines("Nothing")
                    .handle(call -> numbers()),
            Route.of(Method.GET, "/broken", Access.open()).says("test", "List some").lists(NumberJson.class, "Some").alsoLines("Some")
                    .handle(call -> numbers(2, -1)),
            Route.of(Method.GET, "/plain", Access.open()).says("test", "Show one").answers(200, NumberJson.class, "One")
                    .handle(call -> Answer.ok(new NumberJson(0)))));

    @AfterEach
    void stop() {
        server.close();
    }

    /** So many numbers in each piece; a negative one breaks off. */
    private static LineStream numbers(int... pieces) {
        Deque<Integer> left = new ArrayDeque<>(IntStream.of(pieces).boxed().toList());
        return new LineStream(() -> {
            int count = left.isEmpty() ? 0 : left.poll();
            if (count < 0) {
                throw new IllegalStateException("the store is gone");
            }
            return IntStream.range(0, count).mapToObj(NumberJson::new).toList();
        });
    }

    private HttpResponse<String> accepting(String path, String accept) {
        return server.send(server.bare("/api/v1" + path).header("Accept", accept));
    }

    @Test
    void each_record_is_a_line() {
        HttpResponse<String> answer = accepting("/numbers", "application/x-ndjson");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body()).endsWith("\n");
        assertThat(answer.body().lines()).containsExactly("{\"number\":0}", "{\"number\":1}", "{\"number\":2}", "{\"number\":0}",
                "{\"number\":1}", "{\"number\":2}", "{\"number\":0}");
        assertThat(accepting("/none", "application/x-ndjson").body()).isEmpty();
    }

    @Test
    void lines_come_to_those_only_who_ask_for_them() {
        assertThat(accepting("/numbers", "text/html, Application/X-NDJSON;q=0.5").body().lines()).hasSize(7);
        for (String accept : List.of("application/json", "*/*", "application/*", "application/json, application/x-ndjson;q=0")) {
            assertThat(accepting("/numbers", accept).headers().firstValue("Content-Type")).as(accept).hasValue("application/json");
        }
        for (String accept : List.of("text/csv", "application/x-ndjson;q=0", "application/ndjson")) {
            HttpResponse<String> refused = accepting("/numbers", accept);
            assertThat(refused.statusCode()).as(accept).isEqualTo(406);
            assertThat(refused.body()).contains("This route answers application/json or application/x-ndjson.");
        }
        assertThat(accepting("/plain", "application/x-ndjson").statusCode()).isEqualTo(406);
    }

    @Test
    void a_head_gets_no_line() {
        HttpResponse<String> answer = server.send(server.bare("/api/v1/numbers").header("Accept", "application/x-ndjson").HEAD());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_list_that_breaks_off_does_not_look_whole() {
        assertThatThrownBy(() -> accepting("/broken", "application/x-ndjson")).isInstanceOf(UncheckedIOException.class);
    }
}
