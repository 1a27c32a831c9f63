package io.tastemaker.application.shared.out;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of version 7, the same in every run. */
public final class InMemoryIds implements Ids {

    private static final long FIRST_MILLISECOND = 0x0198_0000_0000L;

    private final AtomicLong given = new AtomicLong();

    @Override
    public UUID next() {
        long millisecond = FIRST_MILLISECOND + given.incrementAndGet();
        return new UUID(millisecond << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
