package io.tastemaker.application.operations.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.IdempotentCalls.Answer;
import io.tastemaker.application.operations.out.IdempotentCalls.CallKey;
import io.tastemaker.application.operations.out.IdempotentCalls.Entry;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of answers does. */
public abstract class IdempotentCallsContract {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEEP = Duration.ofHours(24);

    private CallKey call;

    protected abstract Teams teams();

    protected abstract IdempotentCalls calls();

    @BeforeEach
    void makeCall() {
        call = new CallKey(newTeam(teams()), "POST /campaigns", SeededIds.next().toString());
    }

    @Test
    void the_first_call_starts_and_the_second_gets_its_answer() {
        long token = started(begin("a", NOON));
        Answer answer = new Answer(201, Map.of("Location", "/api/v1/campaigns/7"), "{\"ü\":1}".getBytes(StandardCharsets.UTF_8));
        calls().complete(call, token, answer);
        Entry.Answered again = (Entry.Answered) begin("a", NOON.plusSeconds(1));
        assertThat(again.answer()).usingRecursiveComparison().isEqualTo(answer);
    }

    @Test
    void a_call_that_runs_is_told_so() {
        started(begin("a", NOON));
        assertThat(begin("a", NOON.plusSeconds(10))).isEqualTo(new Entry.Running(Duration.ofSeconds(50)));
    }

    @Test
    void another_request_under_the_same_key_is_refused_before_and_after_the_answer() {
        long token = started(begin("a", NOON));
        assertThat(begin("b", NOON)).isEqualTo(new Entry.Reused());
        assertThat(begin("b", NOON.plus(LEASE))).isEqualTo(new Entry.Reused());
        calls().complete(call, token, ok());
        assertThat(begin("b", NOON)).isEqualTo(new Entry.Reused());
    }

    @Test
    void a_key_means_nothing_outside_its_team_and_route() {
        started(begin("a", NOON));
        TeamId other = newTeam(teams());
        started(calls().begin(new CallKey(other, call.route(), call.key()), "b", NOON, LEASE, KEEP));
        started(calls().begin(new CallKey(call.team(), "POST /jobs", call.key()), "b", NOON, LEASE, KEEP));
    }

    @Test
    void a_call_whose_forerunner_died_starts_over_and_the_forerunner_is_too_late() {
        long dead = started(begin("a", NOON));
        long alive = started(begin("a", NOON.plus(LEASE)));
        assertThat(alive).isNotEqualTo(dead);
        calls().complete(call, dead, ok());
        calls().release(call, dead);
        assertThat(begin("a", NOON.plus(LEASE))).isEqualTo(new Entry.Running(LEASE));
        calls().complete(call, alive, ok());
        assertThat(begin("a", NOON.plus(LEASE))).isInstanceOf(Entry.Answered.class);
    }

    @Test
    void a_released_key_may_be_used_again_for_anything() {
        calls().release(call, started(begin("a", NOON)));
        started(begin("b", NOON));
    }

    @Test
    void an_answer_is_not_released() {
        long token = started(begin("a", NOON));
        calls().complete(call, token, ok());
        calls().release(call, token);
        assertThat(begin("a", NOON)).isInstanceOf(Entry.Answered.class);
    }

    @Test
    void an_answer_is_kept_for_its_time_and_then_forgotten() {
        calls().complete(call, started(begin("a", NOON)), ok());
        assertThat(begin("a", NOON.plus(KEEP).minusMillis(1))).isInstanceOf(Entry.Answered.class);
        started(begin("b", NOON.plus(KEEP)));
    }

    @Test
    void purging_drops_what_was_kept_long_enough() {
        calls().complete(call, started(begin("a", NOON.minusSeconds(900_000))), ok());
        assertThat(calls().purge(NOON.minusSeconds(900_000).plus(KEEP))).isGreaterThanOrEqualTo(1);
        started(begin("b", NOON.minusSeconds(900_000)));
    }

    @Test
    void of_many_parallel_calls_exactly_one_starts() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Entry>> entries = IntStream.range(0, 50)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> begin("a", NOON), threads))
                    .toList();
            List<Entry> answers = entries.stream().map(CompletableFuture::join).toList();
            assertThat(answers).filteredOn(Entry.Started.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Entry.Running.class::isInstance).hasSize(49);
        }
    }

    private Entry begin(String fingerprint, Instant now) {
        return calls().begin(call, fingerprint, now, LEASE, KEEP);
    }

    private static long started(Entry entry) {
        assertThat(entry).isInstanceOf(Entry.Started.class);
        return ((Entry.Started) entry).token();
    }

    private static Answer ok() {
        return new Answer(200, Map.of(), new byte[] {1, 2});
    }
}
