package io.tastemaker.adapters.http.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * An attempt to buy something.
 *
 * @param orderId which
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
 * @param createdAt when it was ordered
 * @param expiresAt when it cannot be paid any more
 * @param settledAt when it came to its end
 * @param fault why it did not count
 */
record OrderJson(
        UUID orderId,
        @About("subscription, top_up or payment") String kind,
        @JsonInclude(Include.NON_EMPTY) @About("The plan of a subscription") Optional<String> plan,
        @JsonInclude(Include.NON_EMPTY) @About("The pack of a top-up") Optional<String> pack,
        @JsonInclude(Include.NON_EMPTY) @About("The credits of a top-up") Optional<Long> credits,
        @JsonInclude(Include.NON_EMPTY) @About("How many days they last from the payment on; absent for ever") Optional<Integer> validDays,
        @JsonInclude(Include.NON_EMPTY) @About("What is paid for, of a payment") Optional<String> description,
        @About("new, open, pending, paid, expired, failed, or mismatched when another sum was paid than was asked") String status,
        @About("What it costs without discounts; a subscription each month") MoneyJson price,
        Optional<DiscountJson> discount,
        @About("What is to be paid now; nothing when a trial comes first") MoneyJson amount,
        @About("Days of a subscription that are free at first") int trialDays,
        Instant createdAt,
        @About("When it cannot be paid any more") Instant expiresAt,
        @About("When it came to its end") Optional<Instant> settledAt,
        @About("Why it did not count, when it is mismatched") Optional<String> fault) {

    static OrderJson of(Order order) {
        Optional<Purchase.TopUp> pack = order.purchase() instanceof Purchase.TopUp bought ? Optional.of(bought) : Optional.empty();
        return new OrderJson(order.id().value(), Kinds.of(order.purchase()), plan(order.purchase()), pack.map(Purchase.TopUp::pack),
                pack.map(Purchase.TopUp::credits), pack.map(Purchase.TopUp::validDays).flatMap(OrderJson::boxed),
                order.purchase() instanceof Purchase.OneOff(String what) ? Optional.of(what) : Optional.empty(), order.state().code(),
                MoneyJson.of(order.listPrice()), DiscountJson.of(order.discount()), MoneyJson.of(order.amount()), trialDays(order.purchase()),
                order.createdAt(), order.expiresAt(), order.settledAt(), order.fault());
    }

    private static Optional<String> plan(Purchase purchase) {
        return purchase instanceof Purchase.Subscribe subscription ? Optional.of(subscription.plan().key()) : Optional.empty();
    }

    private static int trialDays(Purchase purchase) {
        return purchase instanceof Purchase.Subscribe subscription ? subscription.trialDays() : 0;
    }

    static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
