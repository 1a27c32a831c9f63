package io.tastemaker.bootstrap;

import io.tastemaker.domain.access.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded few platform threads that take the same step over and over, so that requests keep their processors. As long as there is
 * nothing to do they look in turns, together as often as one of them alone would; whoever finds something calls the others.
 */
final class Crew implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(2);
    /** How long a stop waits for running steps; the orchestrator's own patience is usually 30 s. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final String work;
    private final Function<BooleanSupplier, Duration> step;
    private final List<Thread> threads;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopping;
    /** What the step said last, and when the next of the threads may take it, by {@link System#nanoTime()}. */
    private Duration pause = Duration.ZERO;
    private long due = System.nanoTime();

    /**
     * Starts the threads.
     *
     * @param work what they do, for logs
     * @param count how many, 0 for none
     * @param step does one thing, and says how long the crew pauses before the next; it is told whether the program is being stopped
     */
    Crew(String work, int count, Function<BooleanSupplier, Duration> step) {
        this.work = work;
        this.step = step;
        this.threads = IntStream.rangeClosed(1, count)
                .mapToObj(number -> Thread.ofPlatform().name(work + "-" + number).start(this::run))
                .toList();
    }

    private void run() {
        while (awaitTurn()) {
            lookAgainIn(next());
        }
    }

    /** The next turn comes after the same pause, however long this one takes: a step that hangs holds nobody else up. */
    private boolean awaitTurn() {
        lock.lock();
        try {
            while (!stopping) {
                long left = due - System.nanoTime();
                if (left <= 0) {
                    due = System.nanoTime() + pause.toNanos();
                    return true;
                }
                changed.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void lookAgainIn(Duration said) {
        lock.lock();
        try {
            pause = said;
            due = System.nanoTime() + said.toNanos();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Duration next() {
        try {
            return step.apply(() -> stopping);
        } catch (Refusal.Unavailable unavailable) {
            LOG.warn("no {} for now: {}", work, unavailable.getMessage());
            return PAUSE_AFTER_A_FAULT;
        } catch (RuntimeException fault) {
            LOG.error("a thread for {} met a fault and goes on", work, fault);
            return PAUSE_AFTER_A_FAULT;
        }
    }

    /** Begins no more steps, and waits for the end of those that run. */
    @Override
    public void close() {
        stop();
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

    private void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
