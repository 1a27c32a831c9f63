package io.tastemaker.domain.wallets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The monthly cycle of a wallet and the period it is in. Period {@code i} begins at the anchor plus {@code i} months, so that an anchor on
 * the 31st gives 31 January, 28 February, 31 March; adding month to month would slide to the 28th for ever. Periods are half-open: no
 * instant belongs to two of them or to none.
 *
 * @param anchor when period 0 began, in the local time of the first zone
 * @param zone the zone whose days and months count now
 * @param index the number of the period, from 0 on
 * @param start the instant at which it began; not computed anew, since the zone may have been another then
 */
public record Cycle(LocalDateTime anchor, ZoneId zone, int index, Instant start) {

    /** Checks that nothing is missing. */
    public Cycle {
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(start, "start");
        if (index < 0) {
            throw new IllegalArgumentException("periods are numbered from 0 on: " + index);
        }
    }

    /**
     * The first period of a new wallet.
     *
     * @param start when it begins
     * @param zone the owner's zone
     * @return period 0
     */
    public static Cycle beginning(Instant start, ZoneId zone) {
        return new Cycle(LocalDateTime.ofInstant(start, zone), zone, 0, start);
    }

    /**
     * When the period ends and the next begins.
     *
     * @return exclusive end
     */
    public Instant end() {
        return boundary(index + 1);
    }

    /** The next period, in which the days of a zone count; a change of zone takes effect only here. */
    Cycle next(ZoneId zoneFromNowOn) {
        return new Cycle(anchor, zoneFromNowOn, index + 1, end());
    }

    /** A later period, reached without going through those between. */
    Cycle skippedTo(int later) {
        return new Cycle(anchor, zone, later, boundary(later));
    }

    /** About how many periods lie between this one and a time; exact to one or two. */
    long periodsUntil(Instant time) {
        return Math.max(0, Duration.between(start, time).toDays() / 31);
    }

    private Instant boundary(int period) {
        return anchor.plusMonths(period).atZone(zone).toInstant();
    }
}
