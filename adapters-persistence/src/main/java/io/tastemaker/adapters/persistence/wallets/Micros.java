package io.tastemaker.adapters.persistence.wallets;

import java.time.Instant;

/** Times as whole microseconds since 1970, which is as fine as the database keeps them. */
final class Micros {

    private static final long OF_SECOND = 1_000_000L;

    private Micros() {}

    static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), OF_SECOND), time.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, OF_SECOND), Math.floorMod(micros, OF_SECOND) * 1_000);
    }
}
