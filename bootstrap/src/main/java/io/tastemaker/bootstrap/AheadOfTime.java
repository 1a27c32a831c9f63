package io.tastemaker.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time of a demo, which can be moved on. */
final class AheadOfTime implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead.get());
    }

    void moveOn(Duration time) {
        ahead.updateAndGet(time::plus);
    }
}
