package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Route.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RememberedBodiesTest {

    record Question(@About("How many") @Between(min = "0", max = "10") int amount) {}

    private final List<Question> seen = new CopyOnWriteArrayList<>();
    private final TestServer server = new TestServer(List.of(
            asking("/remembered").rememberingBodies().answersNothing("Heard").handle(this::hear),
            asking("/also-remembered").rememberingBodies().answersNothing("Heard").handle(this::hear),
            asking("/forgotten").answersNothing("Heard").handle(this::hear)));

    private static RouteDraft asking(String path) {
        return Route.of(Method.POST, path, Access.open()).says("specimens", "Hear a question").body(Question.class);
    }

    private Reply hear(Call call) {
        seen.add(call.body(Question.class));
        return Answer.noContent();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void ask(String path, String body, int status) {
        assertThat(server.post("/api/v1" + path, body).statusCode()).isEqualTo(status);
    }

    /** Who asks again too late is forgotten, so a machine that stood still in between is asked once more. */
    @Test
    @Timeout(60)
    void equal_bytes_are_read_once() {
        ask("/remembered", "{\"amount\":1}", 204);
        do {
            ask("/remembered", "{\"amount\":1}", 204);
        } while (seen.getLast() != seen.get(seen.size() - 2));

        assertThat(seen.getLast()).isSameAs(seen.get(seen.size() - 2));
    }

    @Test
    void other_bytes_of_the_same_length_are_another_body() {
        ask("/remembered", "{\"amount\":1}", 204);
        ask("/remembered", "{\"amount\":2}", 204);

        assertThat(seen).extracting(Question::amount).containsExactly(1, 2);
    }

    @Test
    void a_body_is_remembered_for_its_own_route() {
        ask("/remembered", "{\"amount\":1}", 204);
        ask("/also-remembered", "{\"amount\":1}", 204);

        assertThat(seen.get(1)).isEqualTo(seen.get(0)).isNotSameAs(seen.get(0));
    }

    @Test
    void a_route_that_does_not_say_so_remembers_nothing() {
        ask("/forgotten", "{\"amount\":1}", 204);
        ask("/forgotten", "{\"amount\":1}", 204);

        assertThat(seen.get(1)).isNotSameAs(seen.get(0));
    }

    @Test
    void what_was_wrong_is_wrong_again() {
        ask("/remembered", "{\"amount\":11}", 400);
        ask("/remembered", "{\"amount\":11}", 400);

        assertThat(seen).isEmpty();
    }

    @Test
    void what_was_wrong_beside_a_body_is_no_fault_of_the_body() {
        assertThat(server.send(server.bare("/api/v1/remembered?nonsense=1").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"amount\":1}"))).statusCode()).isEqualTo(400);
        ask("/remembered", "{\"amount\":1}", 204);

        assertThat(seen).containsExactly(new Question(1));
    }
}
