package io.tastemaker.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it, or lets each look at it move it. */
public final class HandClock implements InstantSource {

    /** Where every test begins. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    private final AtomicReference<Duration> perLook = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return now.getAndUpdate(time -> time.plus(perLook.get()));
    }

    /** From now on time passes between two looks. */
    public void passBetweenLooks(Duration time) {
        perLook.set(time);
    }

    /** Moves the clock. */
    public void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }
}
