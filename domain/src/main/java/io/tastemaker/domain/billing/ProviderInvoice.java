package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice as the payment provider shows it now.
 *
 * @param id the provider's id
 * @param number what stands on it, once it is final
 * @param customer the provider's id of who pays
 * @param subscription the subscription it is for; empty for an invoice of something else, which we do not keep
 * @param status how it stands
 * @param total what is asked
 * @param paid what was paid
 * @param intent the provider's id of the payment
 * @param lines what it is for
 * @param attempts how often somebody tried to collect it
 * @param createdAt when it was made
 * @param paidAt when it was paid
 */
public record ProviderInvoice(
        String id,
        Optional<String> number,
        String customer,
        Optional<String> subscription,
        Status status,
        Money total,
        Money paid,
        Optional<String> intent,
        List<Line> lines,
        int attempts,
        Instant createdAt,
        Optional<Instant> paidAt) {

    /** How an invoice stands. */
    public enum Status {
        /** It may still change. */
        DRAFT,
        /** It waits for its money. */
        OPEN,
        /** It is paid. */
        PAID,
        /** It was withdrawn. */
        VOID,
        /** Nobody expects its money any more. */
        UNCOLLECTIBLE
    }

    /**
     * A line.
     *
     * @param plan the key of the plan whose price it has; empty when no plan has that price
     * @param amount what it adds, before discounts; negative when it gives back the rest of a plan that was left
     * @param full what the price asks for a whole period, in the same currency if it asks in that
     * @param from the beginning of what it pays for
     * @param until its end, exclusive
     */
    public record Line(Optional<String> plan, Money amount, Money full, Instant from, Instant until) {
        /** Checks that nothing is missing. */
        public Line {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(full, "full");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /** Checks that nothing is missing and copies the lines. */
    public ProviderInvoice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(paidAt, "paidAt");
        lines = List.copyOf(lines);
    }
}
