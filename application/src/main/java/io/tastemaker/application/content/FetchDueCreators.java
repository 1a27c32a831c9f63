package io.tastemaker.application.content;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.SourceStates;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Keeps fetched profiles young: what somebody asked for lately is fetched again when its time is over. For the program itself. */
public final class FetchDueCreators {

    /** Who was asked for within this time is kept young. */
    static final Duration INTEREST = Duration.ofDays(30);

    private static final String SCHEDULE = "creator_fetch";
    private static final int AT_ONCE = 20;

    /** How long source and models may take for one creator. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Jobs jobs;
    private final SourceStates states;
    private final CreatorSource source;
    private final SourceReader reader;
    private final InstantSource clock;

    FetchDueCreators(Jobs jobs, SourceStates states, CreatorSource source, SourceReader reader, InstantSource clock) {
        this.jobs = jobs;
        this.states = states;
        this.source = source;
        this.reader = reader;
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
        /** Another node does this minute's round, or there is no source that answers. */
        record NotNow() implements Outcome {}

        /**
         * A round was done.
         *
         * @param fetched how many profiles were fetched
         * @param failed how many were not
         */
        record Done(int fetched, int failed) implements Outcome {}
    }

    /**
     * Does a round; one node does it each minute. A round ends early when the source goes down on the way.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant();
        if (source.platforms().isEmpty() || !source.isUp() || !jobs.takeSlot(SCHEDULE, now.truncatedTo(ChronoUnit.MINUTES))) {
            return new Outcome.NotNow();
        }
        int fetched = 0;
        int failed = 0;
        Instant old = now.minus(SourceState.PROFILE_LIFETIME);
        for (SourceStates.Due due : states.due(old, now.minus(INTEREST), now, AT_ONCE)) {
            if (!source.isUp()) {
                break;
            }
            switch (reader.refresh(due.owner(), due.creator(), old, PATIENCE)) {
                case SourceReader.Result.Fetched done -> fetched++;
                case SourceReader.Result.Failed not -> failed++;
                case SourceReader.Result.Unneeded anotherDid -> { }
                case SourceReader.Result.Gone removed -> { }
            }
        }
        return new Outcome.Done(fetched, failed);
    }
}
