package io.tastemaker.bootstrap;

import io.tastemaker.application.content.ComputeProfiles;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.FetchDueCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compute profiles whose posts have changed, and fetch those anew that somebody asked for lately. */
final class Readers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final Actor PROGRAM = new Actor.System("content", TeamId.CATALOGUE);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofSeconds(1);
    private static final Duration PAUSE_BETWEEN_ROUNDS = Duration.ofSeconds(15);

    private final Analysing analysing;
    private final ContentUseCases content;
    private final Crew profiles;
    private final Crew fetching;

    /** Touched by the one worker of {@link #profiles} alone. */
    private boolean isWarm;

    /** Fetches nothing when it does no jobs: then other nodes do what takes long. */
    Readers(Analysing analysing, int jobWorkers) {
        this.analysing = analysing;
        this.content = analysing.useCases();
        this.profiles = new Crew("profiles", 1, this::compute);
        this.fetching = new Crew("fetching", analysing.fetches() && jobWorkers > 0 ? 1 : 0, this::fetch);
    }

    private Duration compute(BooleanSupplier stopping) {
        if (!isWarm) {
            analysing.warmUp();
            isWarm = true;
        }
        return switch (content.computeProfiles().handle(new ComputeProfiles.Command(PROGRAM))) {
            case ComputeProfiles.Outcome.Computed(int count) -> count == 0 ? PAUSE_WHEN_IDLE : Duration.ZERO;
        };
    }

    /** Done by the first node that asks in a minute. */
    private Duration fetch(BooleanSupplier stopping) {
        switch (content.fetchDueCreators().handle(new FetchDueCreators.Command(PROGRAM))) {
            case FetchDueCreators.Outcome.NotNow notNow -> LOG.debug("another node fetches, or the source is down");
            case FetchDueCreators.Outcome.Done(int fetched, int failed) -> {
                if (fetched + failed > 0) {
                    LOG.info("{} profiles were fetched anew, {} could not be", fetched, failed);
                }
            }
        }
        return PAUSE_BETWEEN_ROUNDS;
    }

    @Override
    public void close() {
        profiles.close();
        fetching.close();
    }
}
