package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.entitlements.PlanId;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription.
 *
 * @param plan what it is for
 * @param status how it stands
 * @param trialEndsAt when the trial ends or ended
 * @param periodStart when the period began
 * @param periodEnd when it ends
 * @param cancelAtPeriodEnd whether the subscription ends with it
 * @param endedAt when it ended
 * @param createdAt when it began
 */
record SubscriptionJson(
        @About("The plan that is paid; null when its price belongs to none") Optional<String> plan,
        @About("trialing, active, past_due, unpaid, paused, incomplete, incomplete_expired or canceled") String status,
        @About("When the trial ends or ended; null when there was none") Optional<Instant> trialEndsAt,
        Instant periodStart,
        @About("When it is paid again, or ends") Instant periodEnd,
        @About("Whether it ends with the period") boolean cancelAtPeriodEnd,
        Optional<Instant> endedAt,
        Instant createdAt) {

    static SubscriptionJson of(Subscription subscription) {
        return new SubscriptionJson(subscription.plan().map(PlanId::key), subscription.status().code(), subscription.trialEnd(),
                subscription.periodStart(), subscription.periodEnd(), subscription.endsAtPeriodEnd(), subscription.endedAt(),
                subscription.createdAt());
    }
}
