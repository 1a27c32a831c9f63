package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Observed;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A count that a filter can limit. */
public enum Measure implements Coded {
    /** Followers or subscribers. */
    FOLLOWERS(candidate -> candidate.followers().map(Observed::value)),
    /** Posts published. */
    POSTS_COUNT(Candidate::postsCount),
    /** Mean likes of a post. */
    AVERAGE_LIKES(Candidate::averageLikes),
    /** Mean comments of a post. */
    AVERAGE_COMMENTS(Candidate::averageComments),
    /** Mean views of a post. */
    AVERAGE_VIEWS(Candidate::averageViews);

    /** The greatest count told apart: what is larger counts as this, on either side of a comparison. */
    public static final long MOST = Integer.MAX_VALUE;

    private final Function<Candidate, Optional<Long>> read;

    Measure(Function<Candidate, Optional<Long>> read) {
        this.read = read;
    }

    /**
     * The count of a creator.
     *
     * @param candidate the creator
     * @return the count, or empty when it is unknown
     */
    public Optional<Long> of(Candidate candidate) {
        return read.apply(candidate);
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
