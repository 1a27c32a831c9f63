package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.RevenueReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Subscriptions and money over all teams.
 *
 * @param at when
 * @param since from when on money counts
 * @param subscriptions by plan and status
 * @param money by kind and currency
 * @param doubled teams that pay twice
 * @param unknownPlans subscriptions of no plan
 * @param mismatched orders with another sum
 * @param inDispute payments in dispute
 */
record RevenueJson(
        Instant at,
        @About("From when on money was counted") Instant since,
        @About("How many there are, by plan and status") List<StandingJson> subscriptions,
        @About("What came in and went back, by kind and currency") List<TakingsJson> money,
        @About("Teams of which several subscriptions run") long doubled,
        @About("Subscriptions that run with a price that belongs to no plan") long unknownPlans,
        @About("Orders for which another sum was paid than was asked") long mismatched,
        @About("Payments in dispute") long inDispute) {

    /**
     * Subscriptions that stand alike.
     *
     * @param plan of which plan
     * @param status how they stand
     * @param count how many
     */
    record StandingJson(
            @About("Null when the price belongs to no plan") Optional<String> plan,
            @About("trialing, active, past_due, unpaid, paused, incomplete, incomplete_expired or canceled") String status,
            long count) {
        static StandingJson of(RevenueReport.Standing standing) {
            return new StandingJson(Optional.of(standing.plan()).filter(plan -> !plan.isEmpty()), standing.status().code(), standing.count());
        }
    }

    /**
     * Money of one kind.
     *
     * @param kind what was paid for
     * @param payments how many payments
     * @param paid what came in
     * @param refunded what went back
     */
    record TakingsJson(
            @About("subscription, top_up, payment or trial") String kind,
            long payments,
            MoneyJson paid,
            @About("What went back of it, disputes included") MoneyJson refunded) {
        static TakingsJson of(RevenueReport.Revenue revenue) {
            return new TakingsJson(Kinds.of(revenue.kind()), revenue.payments(), MoneyJson.of(revenue.paid()),
                    MoneyJson.of(revenue.refunded()));
        }
    }

    static RevenueJson of(RevenueReport report) {
        return new RevenueJson(report.at(), report.since(), report.subscriptions().stream().map(StandingJson::of).toList(),
                report.revenue().stream().map(TakingsJson::of).toList(), report.doubled(), report.unknownPlans(), report.mismatched(),
                report.inDispute());
    }
}
