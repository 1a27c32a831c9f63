package io.tastemaker.domain.entitlements;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** A part of the product that a plan opens or keeps closed, whatever the balance. */
public enum Feature implements Coded {
    /** Make and run campaigns. */
    CAMPAIGNS,
    /** Keep named lists of creators. */
    LISTS,
    /** Export data as files. */
    EXPORT,
    /** Write proposals; closed in every shipped plan. */
    PROPOSALS,
    /** Buy credits besides the plan. */
    TOP_UPS;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
