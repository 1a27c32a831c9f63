package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to a dry run.
 *
 * @param dryRun always true
 * @param quote what it would cost
 */
public record DryRunJson(
        @About("Always true: nothing was done") boolean dryRun,
        @About("What it would cost; null when it costs nothing, whatever the plan") Optional<QuoteJson> quote) {

    /**
     * What something would cost: a charge that was not made.
     *
     * @param operation always empty
     * @param action what would be charged for
     * @param units how many units
     * @param creditsCharged what of it would be paid in credits
     * @param creditsLeft what would be left for this action; what is there now, when that is not enough
     * @param replayed always false
     * @param periodEndsAt when quota and allowance begin anew
     * @param sources where the units would come from
     * @param affordable whether there is enough of everything
     */
    public record QuoteJson(
            @About("Always null") Optional<UUID> operation,
            String action,
            long units,
            long creditsCharged,
            @About("Credits that would be left for this action; those that are there now, when they are not enough") long creditsLeft,
            boolean replayed,
            Instant periodEndsAt,
            List<ChargeJson.SourceJson> sources,
            @About("Whether there is enough of everything") boolean affordable) {

        /**
         * A charge that was not made.
         *
         * @param charge as it would be
         * @param affordable whether there is enough
         * @return the quote
         */
        public static QuoteJson of(ChargeJson charge, boolean affordable) {
            return new QuoteJson(Optional.empty(), charge.action(), charge.units(), charge.creditsCharged(), charge.creditsLeft(), false,
                    charge.periodEndsAt(), charge.sources(), affordable);
        }
    }
}
