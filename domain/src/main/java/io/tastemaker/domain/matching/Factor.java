package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/**
 * What a score is made of. Each factor gives a creator a mark between 0 and 1, in millionths; {@link MatchScorer} has the formulas.
 *
 * <p>The weights are the product's defaults; a request may bring its own. The priors are the policy {@value #MISSING_POLICY}: the mark
 * of a creator of whom the factor's data are unknown. A missing value is no zero, because unknown is not bad; it is no average either,
 * because then hiding a poor value would pay. The engagement prior is the mark at a third of the median. With the quartiles that the
 * studies in {@link EngagementBenchmarks} give for TikTok and YouTube, taken as log-normal, about one creator in eighteen of a tier is
 * below it. The marks of category, follower fit and location are zero for most of a catalogue, so a low percentile of them is
 * zero; their prior is one tenth instead, the rounded chance that a creator drawn blindly fits, which is below
 * every mark that a neighbouring country or one of two wanted categories earns. It follows that hiding a value whose mark
 * lies above the prior never raises a total, as long as nothing takes its place: a creator who hides the declared categories is judged
 * by those of the content, where posts are known.
 */
public enum Factor implements Coded {
    /** How lively the followers are, against the median of platform and size. */
    ENGAGEMENT(350_000, 250_000, 90),
    /** Whether the content is about what is wanted. */
    CATEGORY(250_000, 100_000, 365),
    /** Whether the size is the one wanted. */
    FOLLOWER_FIT(200_000, 100_000, 90),
    /** Whether the creator is near. */
    LOCATION(100_000, 100_000, 365),
    /** Whether the creator publishes on a wanted platform; always known, so its prior is never used. */
    PLATFORM(100_000, 0, 0);

    /** The name of the policy for missing data, as receipts show it. */
    public static final String MISSING_POLICY = "cautious_prior@1";

    private final String code = name().toLowerCase(Locale.ROOT);
    private final int defaultWeight;
    private final int prior;
    private final int freshDays;

    Factor(int defaultWeight, int prior, int freshDays) {
        this.defaultWeight = defaultWeight;
        this.prior = prior;
        this.freshDays = freshDays;
    }

    /**
     * The weight when a request brings none.
     *
     * @return millionths; the defaults of all factors add up to 1,000,000
     */
    public int defaultWeight() {
        return defaultWeight;
    }

    /**
     * The mark of a creator of whom this factor's data are unknown.
     *
     * @return millionths
     */
    public int prior() {
        return prior;
    }

    /**
     * How long this factor's data usually hold; older ones are labelled {@link DataState#STALE}. A quarter of a year for numbers, which
     * move with every post, a year for what a creator is about and where; a platform never changes.
     *
     * @return days
     */
    public int freshDays() {
        return freshDays;
    }

    @Override
    public String code() {
        return code;
    }
}
