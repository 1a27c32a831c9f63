package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The file with everything about a person, which that person asked for and nobody else sees.
 *
 * @param id names it, and the job that writes it
 * @param user whose data it is
 * @param requestedAt when it was asked for
 * @param rows how many rows are in it so far
 * @param bytes its size so far
 * @param state how far it is
 * @param expiresAt when it is removed
 */
public record DataExport(UUID id, UserId user, Instant requestedAt, long rows, long bytes, State state, Instant expiresAt) {

    /** How long a file is kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** After which time without a sign of life another may be asked for: longer than jobs wait as a rule. */
    public static final Duration STUCK = Duration.ofMinutes(15);

    /** How far an export is. */
    public sealed interface State {
        /** It waits, or is being written. */
        record Preparing() implements State {}

        /**
         * The file is whole.
         *
         * @param at since when
         */
        record Ready(Instant at) implements State {
            /** Checks that there is a time. */
            public Ready {
                Objects.requireNonNull(at, "at");
            }
        }

        /**
         * There will be no file; another may be asked for.
         *
         * @param reason why, for people
         */
        record Failed(String reason) implements State {}

        /**
         * The state as one word.
         *
         * @return {@code preparing}, {@code ready} or {@code failed}
         */
        default String code() {
            return switch (this) {
                case Preparing preparing -> "preparing";
                case Ready ready -> "ready";
                case Failed failed -> "failed";
            };
        }
    }

    /** Checks that nothing is missing, and the counts. */
    public DataExport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
        if (rows < 0 || bytes < 0) {
            throw new IllegalArgumentException("an export has at least no rows and no bytes");
        }
    }

    /**
     * A new one.
     *
     * @param id names it
     * @param user whose data
     * @param now the time
     * @return waiting to be written
     */
    public static DataExport begin(UUID id, UserId user, Instant now) {
        return new DataExport(id, user, now, 0, 0, new State.Preparing(), now.plus(KEPT));
    }
}
