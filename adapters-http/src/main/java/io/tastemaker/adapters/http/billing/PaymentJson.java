package io.tastemaker.adapters.http.billing;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that a team paid or is asked for.
 *
 * @param id what it is known by
 * @param kind what it is for
 * @param status how it stands
 * @param total what is asked
 * @param paid what was paid
 * @param refunded what went back
 * @param inDispute whether the payer's bank disputes it
 * @param orderId the order it came from
 * @param credits how many credits it brings
 * @param creditsEndAt until when they last
 * @param createdAt when it was made
 * @param paidAt when it was paid
 */
record PaymentJson(
        @About("Name it when you ask about it") String id,
        @About("subscription, top_up or payment") String kind,
        @About("open, paid or void") String status,
        MoneyJson total,
        MoneyJson paid,
        @About("What went back of it, disputes included") MoneyJson refunded,
        @About("Whether the payer's bank disputes it now") boolean inDispute,
        @About("The order it came from, when it is known") Optional<UUID> orderId,
        @About("The credits it brings") long credits,
        @About("Until when they last; null for ever, and when there are none") Optional<Instant> creditsEndAt,
        Instant createdAt,
        Optional<Instant> paidAt) {

    static PaymentJson of(Payment payment) {
        return new PaymentJson(payment.id(), Kinds.of(payment.kind()), payment.status().code(), MoneyJson.of(payment.total()),
                MoneyJson.of(payment.paid()), MoneyJson.of(payment.refunded()), payment.inDispute(), payment.order().map(OrderId::value),
                payment.credits(), payment.creditsEnd(), payment.createdAt(), payment.paidAt());
    }
}
