package io.tastemaker.adapters.integrations.content;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Pauses that are over at once, and are remembered. */
final class HandPauses implements Pauses {

    private final List<Duration> rested = new CopyOnWriteArrayList<>();
    private final AtomicLong skipped = new AtomicLong();

    @Override
    public long nanos() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public void rest(Duration pause) {
        rested.add(pause);
        skipped.addAndGet(pause.toNanos());
    }

    List<Duration> rested() {
        return List.copyOf(rested);
    }
}
