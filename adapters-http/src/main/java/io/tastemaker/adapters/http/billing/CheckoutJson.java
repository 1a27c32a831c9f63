package io.tastemaker.adapters.http.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Order;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An order that can be paid, and where.
 *
 * @param orderId which order
 * @param kind what is bought
 * @param plan which plan
 * @param pack which pack
 * @param credits how many credits
 * @param validDays how long they last
 * @param description what else
 * @param status how it stands
 * @param price the list price
 * @param discount what is taken off
 * @param amount what is to be paid now
 * @param trialDays days that are free at first
 * @param url where it is paid
 * @param expiresAt when it cannot be paid any more
 */
record CheckoutJson(
        UUID orderId,
        @About("subscription, top_up or payment") String kind,
        @JsonInclude(Include.NON_EMPTY) @About("The plan of a subscription") Optional<String> plan,
        @JsonInclude(Include.NON_EMPTY) @About("The pack of a top-up") Optional<String> pack,
        @JsonInclude(Include.NON_EMPTY) @About("The credits of a top-up") Optional<Long> credits,
        @JsonInclude(Include.NON_EMPTY) @About("How many days they last from the payment on; absent for ever") Optional<Integer> validDays,
        @JsonInclude(Include.NON_EMPTY) @About("What is paid for, of a payment") Optional<String> description,
        @About("open, until it is heard that somebody paid") String status,
        @About("What it costs without discounts; a subscription each month") MoneyJson price,
        Optional<DiscountJson> discount,
        @About("What is to be paid now; nothing when a trial comes first") MoneyJson amount,
        @About("Days of a subscription that are free at first") int trialDays,
        @About("Where it is paid; whoever has it can pay") String url,
        @About("When it cannot be paid any more") Instant expiresAt) {

    static CheckoutJson of(Order opened, URI url) {
        OrderJson order = OrderJson.of(opened);
        return new CheckoutJson(order.orderId(), order.kind(), order.plan(), order.pack(), order.credits(), order.validDays(),
                order.description(), order.status(), order.price(), order.discount(), order.amount(), order.trialDays(), url.toString(),
                order.expiresAt());
    }

    /** Does not say where it is paid. */
    @Override
    public String toString() {
        return "CheckoutJson[" + orderId + "]";
    }
}
