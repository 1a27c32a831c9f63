package io.tastemaker.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until somebody moves it. */
public final class HandClock implements InstantSource {

    /** Where every test begins. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock. */
    public void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }
}
