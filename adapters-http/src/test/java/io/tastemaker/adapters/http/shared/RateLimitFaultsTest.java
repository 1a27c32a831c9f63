package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Row R-API-9: however many call at once, a team gets what it is allowed and no more. */
@Tag("faults")
class RateLimitFaultsTest {

    private static final int CALLERS = 64;
    private static final Rate RATE = new Rate(10, 25);
    private static final long NANOS = 4_000_000_000L;

    @Test
    void callers_at_once_never_get_more_than_burst_and_steady_allow() throws Exception {
        Protection limited = Protection.of(RateLimits.of(Map.of(RateClass.READING, RATE)));
        try (TestServer server = new TestServer(new Specimens().routes(), limited);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            List<Future<List<Integer>>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(number -> pool.submit(() -> call(server, begin))).toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> caller : callers) {
                statuses.addAll(caller.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long answered = statuses.stream().filter(status -> status == 200).count();
            double allowed = Math.min(RATE.perSecond() * (1 + seconds), RATE.perMinute() * (1 + seconds / 60));
            String figures = "%d callers, %d calls in %.1f s: %d answered, at most %.1f allowed"
                    .formatted(CALLERS, statuses.size(), seconds, answered, allowed);
            LoggerFactory.getLogger(RateLimitFaultsTest.class).warn(figures);

            assertThat(answered).as(figures).isLessThanOrEqualTo((long) allowed).isGreaterThanOrEqualTo(RATE.perMinute());
            assertThat(statuses).containsOnly(200, 429);
        }
    }

    private static List<Integer> call(TestServer server, long begin) {
        List<Integer> statuses = new ArrayList<>();
        while (System.nanoTime() - begin < NANOS) {
            statuses.add(server.get("/api/v1/long").statusCode());
        }
        return statuses;
    }
}
