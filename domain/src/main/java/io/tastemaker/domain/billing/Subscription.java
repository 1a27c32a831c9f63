package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What we know of a team's subscription.
 *
 * @param id the provider's id
 * @param item the provider's id of its one item
 * @param plan what it is for; empty when its price belongs to none of our plans, which somebody has to look at
 * @param status how it stands
 * @param periodStart when the period began that is being paid, or tried to
 * @param periodEnd when it ends, exclusive
 * @param trialEnd when the trial ends or ended, if there was one
 * @param endsAtPeriodEnd whether it ends with the period
 * @param endedAt when it ended
 * @param createdAt when it began
 * @param trialEndTold whether the team was told that the trial ends
 */
public record Subscription(
        String id,
        String item,
        Optional<PlanId> plan,
        SubscriptionStatus status,
        Instant periodStart,
        Instant periodEnd,
        Optional<Instant> trialEnd,
        boolean endsAtPeriodEnd,
        Optional<Instant> endedAt,
        Instant createdAt,
        boolean trialEndTold) {

    /** How long a plan goes on while a payment is late, and while we have not heard of the next period. */
    public static final Duration GRACE = Duration.ofDays(3);

    /** Checks that nothing is missing. */
    public Subscription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(periodStart, "periodStart");
        Objects.requireNonNull(periodEnd, "periodEnd");
        Objects.requireNonNull(trialEnd, "trialEnd");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** What is heard for the first time. */
    static Subscription of(ProviderSubscription seen, Optional<PlanId> plan) {
        return new Subscription(seen.id(), seen.item(), plan, seen.status(), seen.periodStart(), seen.periodEnd(), seen.trialEnd(),
                seen.endsAtPeriodEnd(), seen.endedAt(), seen.createdAt(), false);
    }

    /**
     * What is heard of one that is known. One that has ended stays as it is, and within a period the version of a plan stays the same. While
     * a payment is late, its period stays, though the provider goes on to the next: else each of them would begin with grace.
     */
    Subscription hears(ProviderSubscription seen, Optional<PlanId> newest) {
        if (status.isOver()) {
            return this;
        }
        boolean staysLate = status == SubscriptionStatus.PAST_DUE && seen.status() == SubscriptionStatus.PAST_DUE
                && periodStart.isBefore(seen.periodStart());
        boolean samePeriod = staysLate || seen.periodStart().equals(periodStart);
        Optional<PlanId> agreed = plan.filter(known -> samePeriod && newest.filter(now -> now.key().equals(known.key())).isPresent())
                .or(() -> newest);
        return new Subscription(id, seen.item(), agreed, seen.status(), staysLate ? periodStart : seen.periodStart(),
                staysLate ? periodEnd : seen.periodEnd(), seen.trialEnd(), seen.endsAtPeriodEnd(), seen.endedAt(), createdAt, trialEndTold);
    }

    /**
     * The same, after the team was told that the trial ends.
     *
     * @return one that is not told of again
     */
    public Subscription told() {
        return new Subscription(id, item, plan, status, periodStart, periodEnd, trialEnd, endsAtPeriodEnd, endedAt, createdAt, true);
    }

    /**
     * Until when it entitles to its plan, as far as we have heard.
     *
     * @return exclusive; empty when it does not
     */
    public Optional<Instant> entitlesUntil() {
        return switch (status) {
            case TRIALING -> trialEnd.map(this::orLater);
            case ACTIVE -> Optional.of(orLater(periodEnd));
            case PAST_DUE -> Optional.of(periodStart.plus(GRACE));
            case UNPAID, PAUSED, INCOMPLETE, INCOMPLETE_EXPIRED, CANCELED -> Optional.empty();
        };
    }

    private Instant orLater(Instant end) {
        return endsAtPeriodEnd ? end : end.plus(GRACE);
    }

    /**
     * Whether it entitles to its plan.
     *
     * @param now the time
     * @return whether it does
     */
    public boolean entitles(Instant now) {
        return entitlesUntil().filter(now::isBefore).isPresent();
    }

    /**
     * Whether the team has something that can be managed, so that another one is not begun.
     *
     * @return false once it is over, and before its first payment
     */
    public boolean isRunning() {
        return !status.isOver() && status != SubscriptionStatus.INCOMPLETE;
    }
}
