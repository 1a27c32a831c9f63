package io.tastemaker.domain.shared;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A fact together with where it comes from: no fact about a creator is kept without it.
 *
 * @param <T> the type of the value
 * @param value what was observed
 * @param kind how it came to be known
 * @param source who or what said so, such as {@code import:creators.csv} or {@code hand}
 * @param observedAt when it was true; for a file, the file's date
 */
public record Observed<T>(T value, Kind kind, String source, Instant observedAt) {

    /** How a fact came to be known, the most trustworthy first. */
    public enum Kind implements Coded {
        /** Read from the platform itself by this program. */
        MEASURED,
        /** Stated by a file or a person. */
        IMPORTED,
        /** Computed from other facts with a known error. */
        ESTIMATED,
        /** Concluded from other facts, such as a handle from a name. */
        INFERRED;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing. */
    public Observed {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(observedAt, "observedAt");
    }

    /**
     * The same provenance for another value.
     *
     * @param <U> the type of the other value
     * @param other the value
     * @return the other value with this kind, source and time
     */
    public <U> Observed<U> with(U other) {
        return new Observed<>(other, kind, source, observedAt);
    }
}
