package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.out.Ids;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, a counter of 12 bits for the ids of one millisecond
 * (method 1 of section 6.2), 62 random bits. A full counter, or a clock that steps back, borrows from the next milliseconds.
 */
public final class TimeOrderedIds implements Ids {

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();
    /** Drawn many at a time: a secure source is asked for a kilobyte about as fast as for eight bytes. */
    private final byte[] drawn = new byte[1_024];
    private final ByteBuffer unused = ByteBuffer.wrap(drawn).limit(0);

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << 12;
        long timeAndCounter = last.updateAndGet(before -> Math.max(now, before + 1));
        long high = timeAndCounter >>> 12 << 16 | 0x7000L | timeAndCounter & 0xFFF;
        long low = 0x8000_0000_0000_0000L | drawn() >>> 2;
        return new UUID(high, low);
    }

    private synchronized long drawn() {
        if (!unused.hasRemaining()) {
            random.nextBytes(drawn);
            unused.clear();
        }
        return unused.getLong();
    }
}
