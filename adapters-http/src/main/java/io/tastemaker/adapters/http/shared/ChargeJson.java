package io.tastemaker.adapters.http.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tastemaker.adapters.http.shared.Constraint.About;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was charged, and from where.
 *
 * @param operation the transaction, when there is one
 * @param action what was charged for
 * @param units how many units
 * @param creditsCharged what of it was paid in credits
 * @param creditsLeft what is left for this action
 * @param replayed whether it was charged by an earlier request
 * @param periodEndsAt when quota and allowance begin anew
 * @param sources where the units came from, in the order in which they are used up
 */
public record ChargeJson(
        @About("The id in /wallet/transactions; null when nothing was booked") Optional<UUID> operation,
        String action,
        @About("How many units were paid for; 0 for what was open already") long units,
        long creditsCharged,
        @About("Credits that are left for this action") long creditsLeft,
        @About("False, as first answered: a repeat gets the first body again, with the header Idempotent-Replayed") boolean replayed,
        @About("When the plan's quota and the free allowance begin anew") Instant periodEndsAt,
        @About("plan_quota, free_allowance and credits, in the order in which they are used up") List<SourceJson> sources) {

    /**
     * Units from one source.
     *
     * @param source which
     * @param units how many
     * @param left how many are left there
     * @param credits what they cost
     * @param rule the version of the price
     */
    public record SourceJson(
            @About("plan_quota, free_allowance or credits") String source,
            long units,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("Units that are left; absent when there is no limit, and for credits")
            Optional<Long> left,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("What the units cost; for credits only") Optional<Long> credits,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) @About("The price that counted, such as creator_unlock@1; for credits only")
            Optional<String> rule) {}
}
