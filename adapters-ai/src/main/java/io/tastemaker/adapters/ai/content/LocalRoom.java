package io.tastemaker.adapters.ai.content;

import io.tastemaker.domain.content.FallbackReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where inferences run: so many at once, each within its time. They have threads of their own, since a virtual thread that is inside a
 * native library holds the core it runs on, and the web server lives on virtual threads.
 */
final class LocalRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRoom.class);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** An inference. */
    interface Job {
        List<double[]> run(Stop stop) throws NoLogits;
    }

    private final int atOnce;
    private final Semaphore places;
    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor alarms;
    private final Set<Stop> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LocalRoom(int atOnce) {
        this.atOnce = atOnce;
        places = new Semaphore(atOnce, true);
        workers = Executors.newFixedThreadPool(atOnce, Thread.ofPlatform().daemon().name("local-model-", 0).factory());
        alarms = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("local-model-alarm").factory());
        alarms.setRemoveOnCancelPolicy(true);
    }

    /** Runs a job; half of the time may pass with waiting for a place. */
    List<double[]> work(Duration within, Job job) throws NoLogits {
        long time = within.compareTo(LONGEST) < 0 ? within.toNanos() : LONGEST.toNanos();
        long until = System.nanoTime() + time;
        enter(time / 2);
        Stop stop = new Stop();
        Future<?> alarm = alarms.schedule(stop::now, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        underWay.add(stop);
        if (closed) {
            stop.now();
        }
        return await(stop, workers.submit(() -> {
            try {
                return job.run(stop);
            } finally {
                alarm.cancel(false);
                underWay.remove(stop);
                places.release();
            }
        }));
    }

    private void enter(long nanos) throws NoLogits {
        try {
            if (!places.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                throw new NoLogits(FallbackReason.BUSY);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new NoLogits(FallbackReason.NO_TIME_LEFT);
        }
        if (closed) {
            places.release();
            throw new NoLogits(FallbackReason.FAILED);
        }
    }

    private static List<double[]> await(Stop stop, Future<List<double[]>> work) throws NoLogits {
        try {
            return work.get();
        } catch (InterruptedException leaving) {
            stop.now();
            Thread.currentThread().interrupt();
            throw new NoLogits(FallbackReason.NO_TIME_LEFT);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof NoLogits none) {
                throw none;
            }
            LOG.error("a local model failed in a way that was not foreseen", failure.getCause());
            throw new NoLogits(FallbackReason.FAILED);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Ends what is under way, and comes back when nothing is. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(Stop::now);
        places.acquireUninterruptibly(atOnce);
        places.release(atOnce);
        workers.shutdown();
        alarms.shutdownNow();
    }
}
