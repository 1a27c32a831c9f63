package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of a subscription.
 *
 * @param id what it is known by
 * @param number what stands on it
 * @param status how it stands
 * @param total what is asked
 * @param paid what was paid
 * @param refunded what went back
 * @param periods what it pays for
 * @param createdAt when it was made
 * @param paidAt when it was paid
 */
record InvoiceJson(
        @About("Name it when you ask about it") String id,
        @About("What stands on it") Optional<String> number,
        @About("open, paid or void") String status,
        MoneyJson total,
        MoneyJson paid,
        @About("What went back of it, disputes included") MoneyJson refunded,
        @About("What it pays for, once it is paid") List<InvoicePeriodJson> periods,
        Instant createdAt,
        Optional<Instant> paidAt) {

    /**
     * A stretch of a plan.
     *
     * @param plan which plan
     * @param from when it begins
     * @param until when it ends
     * @param givenBack whether it is paid back
     */
    record InvoicePeriodJson(
            String plan,
            Instant from,
            @About("Exclusive") Instant until,
            @About("Whether it was left and is paid back, as after a change of plan") boolean givenBack) {
        static InvoicePeriodJson of(Payment.Cover cover) {
            return new InvoicePeriodJson(cover.plan().key(), cover.from(), cover.until(), cover.isGivenBack());
        }
    }

    static InvoiceJson of(Payment payment) {
        return new InvoiceJson(payment.id(), payment.number(), payment.status().code(), MoneyJson.of(payment.total()),
                MoneyJson.of(payment.paid()), MoneyJson.of(payment.refunded()), payment.covers().stream().map(InvoicePeriodJson::of).toList(),
                payment.createdAt(), payment.paidAt());
    }
}
