package io.tastemaker.domain.matching;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way for a creator to reach a score: one factor's mark raised just enough.
 *
 * @param factor which factor
 * @param from the mark as it is, 0 to 1
 * @param to the least mark that is enough and that the factor can give
 * @param raw the engagement rate as a fraction, or the number of followers nearest to the present one, that earns this mark for the
 *     platform and size as they are; empty for the other factors
 */
public record Lift(Factor factor, BigDecimal from, BigDecimal to, Optional<BigDecimal> raw) {

    static List<Lift> all(Candidate candidate, SearchCriteria criteria, int needed) {
        int total = MatchScorer.total(candidate, criteria);
        return Arrays.stream(Factor.values()).flatMap(factor -> one(factor, candidate, criteria, needed - total)).toList();
    }

    private static Stream<Lift> one(Factor factor, Candidate candidate, SearchCriteria criteria, int missing) {
        int mark = MatchScorer.mark(factor, candidate, criteria.prefer());
        int contribution = criteria.weights().contribution(factor, mark) + missing;
        return steps(factor, criteria.prefer())
                .filter(step -> step > mark && criteria.weights().contribution(factor, step) >= contribution)
                .limit(1)
                .mapToObj(step -> new Lift(factor, MatchScorer.decimal(mark), MatchScorer.decimal(step), Optional.empty()));
    }

    /** The marks a factor can give, in rising order. */
    private static IntStream steps(Factor factor, Preferences prefer) {
        return switch (factor) {
            case ENGAGEMENT, FOLLOWER_FIT -> IntStream.rangeClosed(1, MatchScorer.FULL);
            case CATEGORY, LOCATION, PLATFORM -> IntStream.of(MatchScorer.SAME_REGION, MatchScorer.SAME_COUNTRY, MatchScorer.FULL);
        };
    }
}
