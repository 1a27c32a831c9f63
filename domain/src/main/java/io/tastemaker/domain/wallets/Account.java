package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import java.util.Locale;
import java.util.Objects;

/**
 * A place that a ledger entry moves something from or to. In every unit the balances of all accounts of a wallet add up to 0.
 *
 * @param name such as {@code available} or {@code usage.creator_unlock}
 */
public record Account(String name) {

    /** Credits that can be spent. */
    public static final Account AVAILABLE = new Account("available");

    /** Credits that are reserved. */
    public static final Account HELD = new Account("held");

    /** Credits that were lost because nobody spent them in time. */
    public static final Account BREAKAGE = new Account("breakage");

    /** Credits owed to the platform: taken back after they were spent. Its balance is never above 0. */
    public static final Account DEBT = new Account("debt");

    /** Work that was done and could not be paid for. */
    public static final Account UNCOLLECTED = new Account("uncollected");

    /** What an operator added or took by hand. */
    public static final Account ADJUSTMENT = new Account("adjustment");

    /** Checks that there is a name. */
    public Account {
        Objects.requireNonNull(name, "name");
    }

    /**
     * Where granted credits come from.
     *
     * @param kind what is granted
     * @return {@code issuance.free}, {@code issuance.plan} or {@code issuance.paid}
     */
    public static Account issuance(LotKind kind) {
        return new Account("issuance." + kind.funds().name().toLowerCase(Locale.ROOT));
    }

    /**
     * What was used for an action.
     *
     * @param action the action
     * @return the account
     */
    public static Account usage(Action action) {
        return new Account("usage." + action.code());
    }

    /**
     * Where units come from that credits do not pay for.
     *
     * @param kind quota or allowance
     * @param action the action
     * @return {@code included.<action>} or {@code free.<action>}
     */
    static Account units(Counter.Kind kind, Action action) {
        return new Account(prefix(kind) + action.code());
    }

    /**
     * Where reserved units wait.
     *
     * @param kind quota or allowance
     * @param action the action
     * @return {@code held.included.<action>} or {@code held.free.<action>}
     */
    static Account heldUnits(Counter.Kind kind, Action action) {
        return new Account("held." + prefix(kind) + action.code());
    }

    private static String prefix(Counter.Kind kind) {
        return switch (kind) {
            case QUOTA -> "included.";
            case ALLOWANCE -> "free.";
            case MEMBER -> throw new IllegalArgumentException("members count credits, which have accounts of their own");
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
