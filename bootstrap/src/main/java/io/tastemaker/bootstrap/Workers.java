package io.tastemaker.bootstrap;

import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does background jobs; stops at the next checkpoint of each. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(250);

    private final RunNextJob runNextJob;
    private final Crew crew;

    Workers(RunNextJob runNextJob, int count) {
        this.runNextJob = runNextJob;
        this.crew = new Crew("jobs", count, this::next);
    }

    private Duration next(BooleanSupplier stopping) {
        return switch (runNextJob.handle(new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), stopping))) {
            case RunNextJob.Outcome.Idle idle -> PAUSE_WHEN_IDLE;
            case RunNextJob.Outcome.Finished finished -> {
                LOG.info("job {} of kind {} {}", finished.job().id(), finished.job().kind(), finished.status().code());
                yield Duration.ZERO;
            }
            case RunNextJob.Outcome.Faulted faulted -> {
                LOG.warn("job {} of kind {} met a fault{}", faulted.job().id(), faulted.job().kind(),
                        faulted.givenUp() ? " and was given up" : ", will be tried again", faulted.fault());
                yield Duration.ZERO;
            }
            case RunNextJob.Outcome.GivenBack givenBack -> {
                LOG.info("job {} of kind {} waits for the next start", givenBack.job().id(), givenBack.job().kind());
                yield Duration.ZERO;
            }
            case RunNextJob.Outcome.Lost lost -> {
                LOG.warn("job {} of kind {} was taken over by another worker", lost.job().id(), lost.job().kind());
                yield Duration.ZERO;
            }
        };
    }

    @Override
    public void close() {
        crew.close();
    }
}
