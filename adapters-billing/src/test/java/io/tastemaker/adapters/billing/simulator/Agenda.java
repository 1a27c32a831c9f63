package io.tastemaker.adapters.billing.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The time of the simulator, and what happens by itself at a moment. Whatever is entered looks again when its moment comes whether it still
 * applies; nothing is ever taken out. Only used under the lock of the {@link Store}, apart from {@link #instant}.
 */
final class Agenda implements InstantSource {

    private record Entry(Instant when, long number, Runnable what) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::when).thenComparing(Entry::number));
    private final Optional<InstantSource> ticking;
    private Duration ahead = Duration.ZERO;
    private long numbers;
    private volatile Instant now;

    /** Time that moves only when it is told to. */
    Agenda(Instant start) {
        ticking = Optional.empty();
        now = start.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Time that goes on by itself. */
    Agenda(Instant start, InstantSource ticking) {
        this.ticking = Optional.of(ticking);
        ahead = Duration.between(ticking.instant(), start);
        now = start.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void at(Instant when, Runnable what) {
        entries.add(new Entry(when, ++numbers, what));
    }

    /** What was due in the meantime happens, each at its moment. */
    void catchUp() {
        ticking.map(InstantSource::instant).map(instant -> instant.plus(ahead).truncatedTo(ChronoUnit.SECONDS)).ifPresent(this::moveTo);
    }

    void advanceTo(Instant target) {
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("It is later than " + target + " already: " + now);
        }
        ahead = ahead.plus(Duration.between(now, target));
        moveTo(target.truncatedTo(ChronoUnit.SECONDS));
    }

    private void moveTo(Instant target) {
        while (!entries.isEmpty() && !entries.peek().when().isAfter(target)) {
            Entry entry = entries.remove();
            now = later(now, entry.when());
            entry.what().run();
        }
        now = later(now, target);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
