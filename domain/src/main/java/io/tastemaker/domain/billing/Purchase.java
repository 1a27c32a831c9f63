package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What an order is for. */
public sealed interface Purchase {

    /**
     * Whether the same is bought, whatever is free at first.
     *
     * @param other another purchase
     * @return whether it is for the same plan, the same version of a pack, or the same else
     */
    default boolean isForTheSameAs(Purchase other) {
        return this instanceof Subscribe mine && other instanceof Subscribe theirs ? mine.plan().equals(theirs.plan()) : equals(other);
    }


    /**
     * A plan, month by month.
     *
     * @param plan which
     * @param trialDays how many days are free at first; 0 for none
     */
    record Subscribe(PlanId plan, int trialDays) implements Purchase {
        /** Checks the bounds. */
        public Subscribe {
            Objects.requireNonNull(plan, "plan");
            if (trialDays < 0) {
                throw new IllegalArgumentException("a trial has no negative days");
            }
        }
    }

    /**
     * Credits.
     *
     * @param pack the key of the pack
     * @param version its version, from 1 on
     * @param credits how many, at least 1
     * @param validDays how long they last from the payment on, at least 1; empty for ever
     */
    record TopUp(String pack, int version, long credits, OptionalInt validDays) implements Purchase {
        /** Checks the bounds. */
        public TopUp {
            Objects.requireNonNull(pack, "pack");
            Objects.requireNonNull(validDays, "validDays");
            if (credits < 1 || version < 1 || validDays.orElse(1) < 1) {
                throw new IllegalArgumentException("a pack has at least one credit and a version from 1 on, and lasts at least a day");
            }
        }

        /**
         * Until when the credits last.
         *
         * @param paidAt when they were paid
         * @return exclusive; empty for ever
         */
        Optional<Instant> endsAt(Instant paidAt) {
            return validDays.isEmpty() ? Optional.empty() : Optional.of(paidAt.plus(Duration.ofDays(validDays.getAsInt())));
        }
    }

    /**
     * Something else, once, that brings no credits.
     *
     * @param description what the invoice says, 1 to 250 characters
     */
    record OneOff(String description) implements Purchase {
        /** Checks the length. */
        public OneOff {
            if (description.isBlank() || description.length() > 250) {
                throw new IllegalArgumentException("a description has 1 to 250 characters");
            }
        }
    }
}
