package io.tastemaker.adapters.http.shared;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A request body that must keep coming: within each window of waiting it brings its least number of bytes, or reading it fails with
 * {@link TooSlow}. Only time spent waiting for the client counts. Jetty's own rate handler looks at the rate when bytes arrive, so that a
 * client that sends nothing at all is never cut by it; and its average forgives a long silence after a fast start.
 */
class SteadyBody extends Request.Wrapper {

    /** The client sends too slowly. */
    static final class TooSlow extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("the body comes too slowly");
        }
    }

    private final long windowNanos;
    private final long leastBytes;
    private long waitedNanos;
    private long received;
    private volatile boolean tooSlow;

    SteadyBody(Request request, Duration window) {
        super(request);
        this.windowNanos = window.toNanos();
        this.leastBytes = Math.max(1, Edge.LEAST_BYTES_PER_SECOND * window.toMillis() / 1_000);
    }

    @Override
    public Content.Chunk read() {
        if (tooSlow) {
            return Content.Chunk.from(new TooSlow(), true);
        }
        Content.Chunk chunk = super.read();
        if (chunk != null) {
            received += chunk.remaining();
            if (received >= leastBytes) {
                received = 0;
                waitedNanos = 0;
            }
        }
        return chunk;
    }

    @Override
    public void demand(Runnable whenThere) {
        if (tooSlow) {
            whenThere.run();
            return;
        }
        AtomicBoolean woken = new AtomicBoolean();
        long since = System.nanoTime();
        long left = Math.max(1, windowNanos - waitedNanos);
        Scheduler.Task alarm = getComponents().getScheduler().schedule(() -> {
            if (woken.compareAndSet(false, true)) {
                tooSlow = true;
                getComponents().getExecutor().execute(whenThere);
            }
        }, left, TimeUnit.NANOSECONDS);
        super.demand(() -> {
            if (woken.compareAndSet(false, true)) {
                alarm.cancel();
                waitedNanos += System.nanoTime() - since;
                whenThere.run();
            }
        });
    }
}
