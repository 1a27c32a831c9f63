package io.tastemaker.bootstrap;

import io.tastemaker.domain.access.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded few platform threads that take the same step over and over, so that requests keep their processors. */
final class Crew implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(2);
    /** How long a stop waits for running steps; the orchestrator's own patience is usually 30 s. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final String work;
    private final Function<BooleanSupplier, Duration> step;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads;

    /**
     * Starts the threads.
     *
     * @param work what they do, for logs
     * @param count how many, 0 for none
     * @param step does one thing, and says how long to pause before the next; it is told whether the program is being stopped
     */
    Crew(String work, int count, Function<BooleanSupplier, Duration> step) {
        this.work = work;
        this.step = step;
        this.threads = IntStream.rangeClosed(1, count)
                .mapToObj(number -> Thread.ofPlatform().name(work + "-" + number).start(this::run))
                .toList();
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!isStoppingWithin(pause)) {
            pause = next();
        }
    }

    private Duration next() {
        try {
            return step.apply(() -> stop.getCount() == 0);
        } catch (Refusal.Unavailable unavailable) {
            LOG.warn("no {} for now: {}", work, unavailable.getMessage());
            return PAUSE_AFTER_A_FAULT;
        } catch (RuntimeException fault) {
            LOG.error("a thread for {} met a fault and goes on", work, fault);
            return PAUSE_AFTER_A_FAULT;
        }
    }

    private boolean isStoppingWithin(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Begins no more steps, and waits for the end of those that run. */
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
