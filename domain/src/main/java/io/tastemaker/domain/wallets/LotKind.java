package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** Why credits were granted. What is free burns before what is paid for, and what is lost soonest before what lasts. */
public enum LotKind implements Coded {
    /** Given for a day. */
    DAILY_FREE(10, Funds.FREE),
    /** Given by the platform. */
    PROMO(20, Funds.FREE),
    /** Comes with the plan for a period. */
    MONTHLY_PLAN(30, Funds.PLAN),
    /** What was left of the plan's credits when they ended, up to the plan's cap, for a month more. */
    ROLLOVER(40, Funds.PLAN),
    /** Given back after the lot that had paid was gone. */
    REFUND(50, Funds.PAID),
    /** Bought. */
    TOP_UP(60, Funds.PAID),
    /** An agreed overdraft. */
    CREDIT_LINE(90, Funds.PAID);

    /** Who paid for credits. */
    enum Funds {
        FREE,
        PLAN,
        PAID
    }

    private final int priority;
    private final Funds funds;

    LotKind(int priority, Funds funds) {
        this.priority = priority;
        this.funds = funds;
    }

    /**
     * The place in the burn order.
     *
     * @return lower burns first
     */
    public int priority() {
        return priority;
    }

    Funds funds() {
        return funds;
    }

    /** Whether it was a present, which nobody can claim back and which pays no debt. */
    boolean isGift() {
        return funds == Funds.FREE;
    }

    /** Whether a clawback may take from it, after the lot that was refunded. */
    boolean canBeClawedBack() {
        return !isGift() && this != CREDIT_LINE;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
