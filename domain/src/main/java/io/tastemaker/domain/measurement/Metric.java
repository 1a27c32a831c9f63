package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What can be measured. Every value is the total so far at its time, not what was added since the last one. */
public enum Metric implements Coded {
    /** People who saw it; those who saw two posts count twice in a sum. */
    REACH,
    /** How often it was shown. */
    IMPRESSIONS,
    /** How often it was played. */
    VIEWS,
    /** Likes and other reactions. */
    LIKES,
    /** Comments and replies. */
    COMMENTS,
    /** Shares and reposts. */
    SHARES,
    /** Bookmarks. */
    SAVES,
    /** Clicks on links. */
    CLICKS,
    /** Orders, or what else was wanted. */
    CONVERSIONS,
    /** What was spent. */
    COST,
    /** What the conversions brought in. */
    REVENUE;

    /**
     * Whether it is an amount of money rather than a count.
     *
     * @return true for cost and revenue
     */
    public boolean isMoney() {
        return this == COST || this == REVENUE;
    }

    /**
     * Whether it is a deed of the audience on the platform.
     *
     * @return true for likes, comments, shares and saves
     */
    public boolean isEngagement() {
        return this == LIKES || this == COMMENTS || this == SHARES || this == SAVES;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
