package io.tastemaker.domain.identity;

import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.FactorId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An authenticator of a person. It counts at sign-in once a code of it was shown; its secret is kept apart, sealed.
 *
 * @param id which factor
 * @param user whose
 * @param name what the person calls it, 1 to 100 characters
 * @param createdAt when its secret was handed out
 * @param confirmedAt when a code of it was shown first; empty while it is pending
 * @param lastStep the last step a code of which was used; empty before the first
 */
public record TotpFactor(
        FactorId id, UserId user, String name, Instant createdAt, Optional<Instant> confirmedAt, OptionalLong lastStep) {

    /** How many factors a person may have, pending ones included. */
    public static final int MOST = 5;

    /** How long a pending factor waits for its first code. */
    public static final Duration PENDING = Duration.ofHours(1);

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when it is blank or too long
     */
    public TotpFactor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(confirmedAt, "confirmedAt");
        Objects.requireNonNull(lastStep, "lastStep");
        if (name.isBlank() || Characters.count(name) > 100) {
            throw new IllegalArgumentException("a name of 1 to 100 characters");
        }
    }

    /**
     * A factor whose secret is handed out now.
     *
     * @param id which factor
     * @param user whose
     * @param name what the person calls it
     * @param now the time
     * @return a pending factor
     */
    public static TotpFactor pending(FactorId id, UserId user, String name, Instant now) {
        return new TotpFactor(id, user, name, now, Optional.empty(), OptionalLong.empty());
    }

    /**
     * Whether it counts at sign-in.
     *
     * @return false while it is pending
     */
    public boolean isActive() {
        return confirmedAt.isPresent();
    }

    /**
     * Whether it waited too long for its first code.
     *
     * @param now the time
     * @return true when it can be cleared away
     */
    public boolean hasLapsed(Instant now) {
        return !isActive() && !now.isBefore(createdAt.plus(PENDING));
    }
}
