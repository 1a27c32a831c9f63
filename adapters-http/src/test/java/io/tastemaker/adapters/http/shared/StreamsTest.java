package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsTest {

    private final Streams streams = new Streams();

    private Reply open() {
        return streams.admit(TestServer.TEAM, new EventStream(patience -> new EventStream.Signal.End()));
    }

    @Test
    void a_team_has_so_many_streams_open_and_no_more() {
        List<Reply> admitted = new ArrayList<>();
        for (int i = 0; i < Streams.MOST_PER_TEAM; i++) {
            admitted.add(open());
        }
        Reply over = open();
        Reply other = streams.admit(TestServer.OTHER_TEAM, new EventStream(patience -> new EventStream.Signal.End()));

        assertThat(admitted).allMatch(EventStream.class::isInstance);
        assertThat(over).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
            assertThat(problem.headers()).containsEntry("Retry-After", "10");
        });
        assertThat(other).isInstanceOf(EventStream.class);
    }

    @Test
    void a_stream_that_ends_makes_room() {
        EventStream first = (EventStream) open();
        for (int i = 1; i < Streams.MOST_PER_TEAM; i++) {
            open();
        }
        first.atEnd().run();

        assertThat(open()).isInstanceOf(EventStream.class);
        assertThat(open()).isInstanceOf(Problem.class);
    }
}
