package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Subscriptions and money, added up over all teams.
 *
 * @param at when
 * @param since from when on money was counted
 * @param subscriptions how many there are, by plan and status
 * @param revenue what came in and went back, by kind and currency
 * @param doubled teams of which several subscriptions run
 * @param unknownPlans subscriptions that run with a price that belongs to no plan
 * @param mismatched orders for which another sum was paid than was asked
 * @param inDispute payments in dispute
 */
public record RevenueReport(
        Instant at,
        Instant since,
        List<Standing> subscriptions,
        List<Revenue> revenue,
        long doubled,
        long unknownPlans,
        long mismatched,
        long inDispute) {

    /**
     * Subscriptions that stand alike.
     *
     * @param plan the key of the plan; empty text when the price belongs to none
     * @param status how they stand
     * @param count how many
     */
    public record Standing(String plan, SubscriptionStatus status, long count) {}

    /**
     * Money of one kind.
     *
     * @param kind what was paid for
     * @param paid what came in
     * @param refunded what went back of it
     * @param payments how many payments
     */
    public record Revenue(Payment.Kind kind, Money paid, Money refunded, long payments) {}

    /** Copies the lists. */
    public RevenueReport {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(since, "since");
        subscriptions = List.copyOf(subscriptions);
        revenue = List.copyOf(revenue);
    }
}
