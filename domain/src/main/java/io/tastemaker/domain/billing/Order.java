package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.OrderId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to buy something. It is written down before the provider hears of it.
 *
 * @param id which
 * @param team who buys
 * @param buyer the person who does; their trial it is, too
 * @param purchase what is bought
 * @param state how it stands
 * @param listPrice what it costs; of a plan, each month
 * @param discount what is taken off
 * @param createdAt when it was written down
 * @param expiresAt when it cannot be paid any more
 * @param session the provider's id of the checkout, once there is one
 * @param settledAt when it came to its end
 * @param fault why it did not count, when the sums did not agree
 */
public record Order(
        OrderId id,
        TeamId team,
        UserId buyer,
        Purchase purchase,
        State state,
        Money listPrice,
        Discount discount,
        Instant createdAt,
        Instant expiresAt,
        Optional<String> session,
        Optional<Instant> settledAt,
        Optional<String> fault) {

    /** How long somebody can pay; Stripe takes 30 minutes to 24 hours. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** How an order stands. */
    public enum State implements Coded {
        /** Written down; whether the provider knows of it is open. */
        NEW,
        /** It can be paid. */
        OPEN,
        /** The money is under way. */
        PENDING,
        /** It is paid, or there was nothing to pay. */
        PAID,
        /** Nobody paid in time. */
        EXPIRED,
        /** The money did not come. */
        FAILED,
        /** Another sum was paid than was asked; nothing was granted for it, and somebody has to look at that. */
        MISMATCHED;

        /**
         * Whether it is at its end. Of those only an expired one may still turn out to be paid.
         *
         * @return whether nothing more is awaited
         */
        public boolean isFinal() {
            return switch (this) {
                case NEW, OPEN, PENDING -> false;
                case PAID, EXPIRED, FAILED, MISMATCHED -> true;
            };
        }

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks that nothing is missing, and that there is no more taken off than asked. */
    public Order {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(buyer, "buyer");
        Objects.requireNonNull(purchase, "purchase");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(listPrice, "listPrice");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(settledAt, "settledAt");
        Objects.requireNonNull(fault, "fault");
        if (listPrice.minus(discount.off()).amount().signum() < 0) {
            throw new IllegalArgumentException("a discount is at most the price: " + discount.off() + " off " + listPrice);
        }
    }

    /**
     * An order before the provider hears of it.
     *
     * @param id which
     * @param team who buys
     * @param buyer the person who does
     * @param purchase what is bought
     * @param listPrice what it costs
     * @param discount what is taken off
     * @param now the time
     * @return a new order
     */
    public static Order asked(OrderId id, TeamId team, UserId buyer, Purchase purchase, Money listPrice, Discount discount, Instant now) {
        return new Order(id, team, buyer, purchase, State.NEW, listPrice, discount, now, now.plus(LIFE), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /**
     * What is to be paid now.
     *
     * @return the list price without the discount; during a trial that comes first, nothing
     */
    public Money amount() {
        return purchase instanceof Purchase.Subscribe plan && plan.trialDays() > 0
                ? Money.zero(listPrice.currency()) : listPrice.minus(discount.off());
    }

    /**
     * The same, after the provider opened a checkout for it.
     *
     * @param id the provider's id of it
     * @return an order that can be paid; one that has gone on is left as it is
     */
    public Order opened(String id) {
        return state == State.NEW ? in(State.OPEN, Optional.of(id), settledAt, fault) : this;
    }

    /**
     * Hears of its checkout. What was paid stays paid.
     *
     * @param seen what the provider shows now
     * @param now the time
     * @return the order afterwards
     */
    public Order hears(ProviderSession seen, Instant now) {
        if (state == State.PAID || state == State.MISMATCHED) {
            return this;
        }
        Optional<String> id = Optional.of(seen.id());
        return switch (seen.state()) {
            case OPEN -> state.isFinal() ? this : in(State.OPEN, id, Optional.empty(), Optional.empty());
            case EXPIRED -> in(State.EXPIRED, id, settledAt.or(() -> Optional.of(now)), Optional.empty());
            case PENDING -> in(State.PENDING, id, Optional.empty(), Optional.empty());
            case FAILED -> in(State.FAILED, id, settledAt.or(() -> Optional.of(now)), Optional.empty());
            case PAID -> mismatch(seen)
                    .map(fault -> in(State.MISMATCHED, id, Optional.of(now), Optional.of(fault)))
                    .orElseGet(() -> in(State.PAID, id, Optional.of(now), Optional.empty()));
        };
    }

    /**
     * The same, when nobody can pay it any more and the provider never had a checkout for it.
     *
     * @param now the time
     * @return an expired order; one that has gone on, or whose money is under way, is left as it is
     */
    public Order lapsed(Instant now) {
        return switch (state) {
            case NEW, OPEN -> in(State.EXPIRED, session, Optional.of(now), fault);
            case PENDING, PAID, EXPIRED, FAILED, MISMATCHED -> this;
        };
    }

    private Optional<String> mismatch(ProviderSession seen) {
        Money asked = amount();
        return seen.total().filter(total -> isAsked(total, asked)).isPresent()
                ? Optional.empty()
                : Optional.of("asked " + asked + ", the checkout says " + seen.total().map(Money::toString).orElse("nothing"));
    }

    /** A coupon is taken off there, and where it ends between two of the smallest units, each may round it to another side. */
    private boolean isAsked(Money total, Money asked) {
        boolean mayRound = discount.coupon().isPresent() && total.currency().equals(asked.currency());
        return total.equals(asked) || mayRound && Math.abs(total.minor() - asked.minor()) <= 1;
    }

    private Order in(State next, Optional<String> id, Optional<Instant> at, Optional<String> why) {
        return new Order(this.id, team, buyer, purchase, next, listPrice, discount, createdAt, expiresAt, id.or(() -> session), at, why);
    }
}
