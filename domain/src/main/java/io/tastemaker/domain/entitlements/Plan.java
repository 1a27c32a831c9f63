package io.tastemaker.domain.entitlements;

import io.tastemaker.domain.shared.Money;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a team gets for its subscription. A plan is data: no code knows its name.
 *
 * @param id which plan, in which version
 * @param name what people call it, 1 to 100 characters
 * @param monthlyPrice the list price of a month; 0 for a plan that nobody pays for
 * @param seats how many members a team may have, the owner included, at least 1
 * @param quotas what it says about actions; those that are not named are metered
 * @param features what it opens
 * @param gifts the credits that come with it
 * @param topUpDiscount what is taken off the money price of credits, in basis points, 0 to 10,000
 * @param support the kind of support, such as {@code priority}
 * @param watermark whether generated media carry one
 */
public record Plan(
        PlanId id,
        String name,
        Money monthlyPrice,
        int seats,
        Map<Action, Quota> quotas,
        Set<Feature> features,
        Gifts gifts,
        int topUpDiscount,
        String support,
        boolean watermark) {

    /** Checks the bounds and copies the collections. */
    public Plan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(monthlyPrice, "monthlyPrice");
        Objects.requireNonNull(gifts, "gifts");
        Objects.requireNonNull(support, "support");
        quotas = Map.copyOf(quotas);
        features = Set.copyOf(features);
        if (name.isBlank() || name.length() > 100 || support.isBlank() || support.length() > 100) {
            throw new IllegalArgumentException("name and support of a plan have 1 to 100 characters");
        }
        if (seats < 1 || monthlyPrice.amount().signum() < 0 || topUpDiscount < 0 || topUpDiscount > 10_000) {
            throw new IllegalArgumentException("a plan has a seat, no negative price, and a discount of 0 to 10000 basis points");
        }
    }

    /**
     * Credits that come with a plan.
     *
     * @param daily given each day of the owner's zone, gone at its end
     * @param dailyFor what the daily ones pay for; empty for everything
     * @param monthly given for each period, gone at its end but for what rolls over
     * @param rolloverCap how many of the monthly ones may move into the next period, once
     */
    public record Gifts(long daily, Set<Action> dailyFor, long monthly, long rolloverCap) {

        /** The most of each, so that sums stay far from the end of the numbers. */
        public static final long MOST = 1_000_000_000L;

        /** No credits. */
        public static final Gifts NONE = new Gifts(0, Set.of(), 0, 0);

        /** Checks the bounds and copies the set. */
        public Gifts {
            dailyFor = Set.copyOf(dailyFor);
            if (daily < 0 || monthly < 0 || rolloverCap < 0 || daily > MOST || monthly > MOST || rolloverCap > MOST) {
                throw new IllegalArgumentException("gifts of a plan are 0 to " + MOST + " credits");
            }
        }
    }

    /**
     * What the plan says about an action.
     *
     * @param action the action
     * @return its quota; metered when the plan does not name it
     */
    public Quota quota(Action action) {
        return quotas.getOrDefault(action, Quota.METERED);
    }

    /**
     * Whether the plan opens a part of the product.
     *
     * @param feature the part
     * @return whether it is open
     */
    public boolean opens(Feature feature) {
        return features.contains(feature);
    }

    /**
     * Whether somebody pays for it. What a paid plan grants each month is granted by the paid invoice, never by the calendar.
     *
     * @return whether the monthly price is above 0
     */
    public boolean isPaid() {
        return monthlyPrice.amount().signum() > 0;
    }
}
