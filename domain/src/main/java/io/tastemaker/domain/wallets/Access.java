package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a team paid for and may use again without paying: the unlock of a creator for good, a search for a day.
 *
 * @param right to what
 * @param until when it ends, exclusive; empty for good
 * @param operation what paid for it
 * @param actor the label of who did
 * @param since when
 */
public record Access(Right right, Optional<Instant> until, UUID operation, String actor, Instant since) {

    /** Checks that nothing is missing. */
    public Access {
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(since, "since");
    }

    /**
     * What is opened.
     *
     * @param action the action that opens it
     * @param target what it is about, such as a creator's id; 1 to 100 characters
     */
    public record Right(Action action, String target) {
        /** Checks the length. */
        public Right {
            Objects.requireNonNull(action, "action");
            check(target);
        }

        static void check(String target) {
            if (target.isEmpty() || target.length() > 100) {
                throw new IllegalArgumentException("a target has 1 to 100 characters");
            }
        }
    }

    /**
     * Whether it can still be used.
     *
     * @param now the time
     * @return whether it has not ended
     */
    public boolean isActive(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}
