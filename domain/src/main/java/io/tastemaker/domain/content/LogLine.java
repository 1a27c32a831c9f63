package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * What a job has to tell about its work.
 *
 * @param at when
 * @param level how much it matters
 * @param message for people; without texts of posts
 */
public record LogLine(Instant at, Level level, String message) {

    /** How much a line matters. */
    public enum Level implements Coded {
        /** How the work goes. */
        INFO,
        /** Something did not go as chosen, and was done another way. */
        WARNING;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public LogLine {
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(message, "message");
    }
}
