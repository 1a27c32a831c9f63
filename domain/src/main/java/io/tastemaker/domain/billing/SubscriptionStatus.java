package io.tastemaker.domain.billing;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** How a subscription stands, in the words of Stripe's subscription object. */
public enum SubscriptionStatus implements Coded {
    /** Free for now; the first payment is still to come. */
    TRIALING,
    /** Paid. */
    ACTIVE,
    /** The last payment failed and is tried again. */
    PAST_DUE,
    /** Payments failed until nobody tries any more. */
    UNPAID,
    /** Nothing is charged for now, and nothing is owed to the team. */
    PAUSED,
    /** The first payment is missing. */
    INCOMPLETE,
    /** The first payment never came. */
    INCOMPLETE_EXPIRED,
    /** Ended. */
    CANCELED;

    /**
     * Whether it has ended for good. Nothing that is heard later opens it again.
     *
     * @return whether it is canceled or its first payment never came
     */
    public boolean isOver() {
        return this == CANCELED || this == INCOMPLETE_EXPIRED;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
