package io.tastemaker.bootstrap;

import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that do background jobs: platform threads, a bounded few, so that requests keep their processors. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration PAUSE_WHEN_IDLE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(2);
    /** How long a stop waits for running batches; the orchestrator's own patience is usually 30 s. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final RunNextJob runNextJob;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Workers(RunNextJob runNextJob, int count) {
        this.runNextJob = runNextJob;
        for (int number = 1; number <= count; number++) {
            threads.add(Thread.ofPlatform().name("jobs-" + number).start(this::work));
        }
    }

    private void work() {
        RunNextJob.Command command = new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), this::isStopping);
        Duration pause = Duration.ZERO;
        while (!isStoppingWithin(pause)) {
            pause = next(command);
        }
    }

    private Duration next(RunNextJob.Command command) {
        try {
            return switch (runNextJob.handle(command)) {
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
        } catch (Refusal.Unavailable unavailable) {
            LOG.warn("no jobs for now: {}", unavailable.getMessage());
            return PAUSE_AFTER_A_FAULT;
        } catch (RuntimeException fault) {
            LOG.error("a worker met a fault and goes on", fault);
            return PAUSE_AFTER_A_FAULT;
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private boolean isStoppingWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops at the next checkpoint of each running job. */
    @Override
    public void close() {
        stop.countDown();
        long end = System.nanoTime() + DRAIN.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
