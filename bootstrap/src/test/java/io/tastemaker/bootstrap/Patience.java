package io.tastemaker.bootstrap;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something that another thread or process does, no longer than it takes. */
final class Patience {

    private static final long BETWEEN_LOOKS_NANOS = 20_000_000;

    private Patience() {}

    static <T> T until(String what, Duration atMost, Supplier<Optional<T>> look) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < atMost.toNanos()) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        throw new AssertionError("waited " + atMost.toSeconds() + " s in vain for " + what);
    }
}
