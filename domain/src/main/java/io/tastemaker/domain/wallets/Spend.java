package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wants to use.
 *
 * @param action what is done
 * @param units how many units of it, 1 to {@link #MOST_UNITS}
 * @param target what it opens, such as a creator's id, 1 to 100 characters; while that is open, using it again is free
 * @param actor the label of who it counts for
 * @param cap the most credits this actor may use in a period; empty for no cap
 * @param most the most credits the caller is willing to pay; empty for any price
 * @param discount what is taken off the price, in basis points, 0 to 10,000
 */
public record Spend(
        Action action, long units, Optional<String> target, String actor, OptionalLong cap, OptionalLong most, int discount) {

    /** The most units of one request; with {@link PricingRule#MOST_CREDITS} no price leaves the range of whole numbers. */
    public static final long MOST_UNITS = 1_000_000L;

    /** Checks the bounds. */
    public Spend {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(actor, "actor");
        target.ifPresent(Access.Right::check);
        if (units < 1 || units > MOST_UNITS) {
            throw new IllegalArgumentException("1 to " + MOST_UNITS + " units: " + units);
        }
        if (cap.isPresent() && cap.getAsLong() < 0 || most.isPresent() && most.getAsLong() < 0 || discount < 0 || discount > 10_000) {
            throw new IllegalArgumentException("no negative cap or price, and a discount of 0 to 10000 basis points");
        }
    }

    /**
     * Some units, with no limit but the wallet's.
     *
     * @param action what is done
     * @param units how many
     * @param actor who it counts for
     * @return the wish
     */
    public static Spend of(Action action, long units, String actor) {
        return new Spend(action, units, Optional.empty(), actor, OptionalLong.empty(), OptionalLong.empty(), 0);
    }

    /**
     * The same for a target that it opens.
     *
     * @param opened what is opened
     * @return the wish
     */
    public Spend opening(String opened) {
        return new Spend(action, units, Optional.of(opened), actor, cap, most, discount);
    }

    /**
     * The same within limits.
     *
     * @param newCap the most credits the actor may use in a period
     * @param newMost the most credits the caller is willing to pay
     * @return the wish
     */
    public Spend within(OptionalLong newCap, OptionalLong newMost) {
        return new Spend(action, units, target, actor, newCap, newMost, discount);
    }

    Optional<Access.Right> right() {
        return target.map(opened -> new Access.Right(action, opened));
    }

    /** What makes two wishes under one key the same; limits of the moment do not. */
    String text() {
        return action + " " + units + (most.isPresent() ? " max " + most.getAsLong() : "") + (discount > 0 ? " less " + discount : "")
                + target.map(opened -> " on " + opened).orElse("");
    }
}
