// caught: com.acme.domain.orders.Due.today()
// caught: com.acme.domain.orders.Due.inZone(
// caught: com.acme.domain.orders.Due.millis()
// caught: com.acme.domain.orders.Due.nanos()
// caught: com.acme.domain.orders.Due.clock()
// caught: com.acme.domain.orders.Due.source()
// caught: com.acme.domain.orders.Due.later()
// caught: com.acme.domain.orders.Due.zone()
package com.acme.domain.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

public final class Due {
    static LocalDate today() {
        return LocalDate.now();
    }

    static LocalDate inZone(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static InstantSource source() {
        return InstantSource.system();
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
