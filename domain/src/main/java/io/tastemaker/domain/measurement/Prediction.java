package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.CreatorId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;

/**
 * What a creator's posts were expected to get when the creator was chosen: formula {@value #VERSION}.
 *
 * <p>A post gets followers times engagement rate in engagements, within half to double that: how far posts of one creator scatter, a judgement of
 * ours. It reaches a share of the followers that falls with their number: the ranges for feed posts that startmotionmedia.com gives for the middle
 * of 2024 ("Instagram Benchmarks"), with the geometric mean of their ends as the estimate. They are of Instagram; that they hold elsewhere is an
 * assumption of ours.
 *
 * @param creator who
 * @param followers how many followed then, 0 or more
 * @param engagementRate engagements for each follower and post then, as a fraction; empty when it was unknown
 */
public record Prediction(CreatorId creator, BigDecimal followers, Optional<BigDecimal> engagementRate) {

    /** The version of the formula. */
    public static final String VERSION = "prediction@1";

    private static final int SCALE = 0;

    /** Checks that nothing is missing or less than 0. */
    public Prediction {
        Objects.requireNonNull(creator, "creator");
        if (followers.signum() < 0 || engagementRate.filter(rate -> rate.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("followers and engagement rate are 0 or more");
        }
    }

    /**
     * Engagements of some posts.
     *
     * @param posts how many
     * @return the estimate; empty when the engagement rate was unknown
     */
    public Optional<Band> engagements(int posts) {
        return engagementRate.map(rate -> Band.around(followers.multiply(rate, MathContext.DECIMAL64)).times(BigDecimal.valueOf(posts)).rounded(SCALE));
    }

    /**
     * Reach of some posts, people who see two counted twice.
     *
     * @param posts how many
     * @return the estimate
     */
    public Band reach(int posts) {
        return share().times(followers).times(BigDecimal.valueOf(posts)).rounded(SCALE);
    }

    private Band share() {
        if (followers.compareTo(BigDecimal.valueOf(10_000)) < 0) {
            return share("0.20", "0.40");
        }
        if (followers.compareTo(BigDecimal.valueOf(100_000)) < 0) {
            return share("0.15", "0.30");
        }
        return followers.compareTo(BigDecimal.valueOf(1_000_000)) < 0 ? share("0.10", "0.20") : share("0.05", "0.12");
    }

    private static Band share(String low, String high) {
        return Band.between(new BigDecimal(low), new BigDecimal(high));
    }
}
