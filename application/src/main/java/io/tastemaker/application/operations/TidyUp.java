package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Drops what was kept long enough: once an hour, by one of the nodes that ask. */
public final class TidyUp {

    private final Jobs jobs;
    private final IdempotentCalls calls;
    private final InstantSource clock;

    TidyUp(Jobs jobs, IdempotentCalls calls, InstantSource clock) {
        this.jobs = jobs;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It was this node's turn.
         *
         * @param answers how many answers under idempotency keys were dropped
         */
        record Done(int answers) implements Outcome {}

        /** This hour is taken care of. */
        record NotNow() implements Outcome {}
    }

    /**
     * Tidies up, when nobody has in this hour.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant();
        return jobs.takeSlot("tidy-up", now.truncatedTo(ChronoUnit.HOURS)) ? new Outcome.Done(calls.purge(now)) : new Outcome.NotNow();
    }
}
