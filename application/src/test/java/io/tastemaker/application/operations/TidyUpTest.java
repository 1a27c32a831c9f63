package io.tastemaker.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TidyUpTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIdempotentCalls calls = new InMemoryIdempotentCalls(transactions);
    private final OperationsUseCases operations =
            new OperationsUseCases(transactions, new InMemoryJobs(transactions), calls, List.of(), List.of(), List.of(), clock);

    @Test
    void answers_that_were_kept_long_enough_are_dropped() {
        answered("old");
        clock.advance(Duration.ofHours(25));
        answered("young");

        assertThat(tidyUp()).isEqualTo(new TidyUp.Outcome.Done(1));
    }

    @Test
    void each_hour_has_one_turn_however_many_ask() {
        tidyUp();

        assertThat(tidyUp()).isEqualTo(new TidyUp.Outcome.NotNow());
        clock.advance(Duration.ofHours(1));
        assertThat(tidyUp()).isEqualTo(new TidyUp.Outcome.Done(0));
    }

    private TidyUp.Outcome tidyUp() {
        return operations.tidyUp().handle(new TidyUp.Command(Actors.PROGRAM));
    }

    private void answered(String key) {
        IdempotentCalls.CallKey call = new IdempotentCalls.CallKey(Actors.LIMA, "POST /campaigns", key);
        IdempotentCalls.Entry entry = calls.begin(call, "fingerprint", clock.instant(), Duration.ofSeconds(60), Duration.ofHours(24));
        calls.complete(call, ((IdempotentCalls.Entry.Started) entry).token(), new IdempotentCalls.Answer(201, Map.of(), new byte[0]));
    }
}
