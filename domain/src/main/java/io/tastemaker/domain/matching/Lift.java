package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Observed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One way for a creator to reach a score: one factor changed just enough, the others staying as they are.
 *
 * @param factor which factor
 * @param from the mark as it is, 0 to 1
 * @param to the mark that is enough
 * @param raw what earns it: the engagement rate as a fraction (at most 1, all followers reacting), the number of followers nearest to the
 *     present one, the number of wanted categories; the mark itself for location and platform
 */
public record Lift(Factor factor, BigDecimal from, BigDecimal to, BigDecimal raw) {

    private static final int ALL_REACT = 1_000_000;

    /** All ways to gain what is missing, in the order of the factors. */
    static List<Lift> all(Candidate candidate, SearchCriteria criteria, int missing) {
        return Arrays.stream(Factor.values()).flatMap(factor -> {
            int mark = MatchScorer.mark(factor, candidate, criteria.prefer());
            int needed = criteria.weights().contribution(factor, mark) + missing;
            IntPredicate enough = reached -> criteria.weights().contribution(factor, reached) >= needed;
            return (switch (factor) {
                case ENGAGEMENT -> engagement(candidate, mark, enough);
                case CATEGORY -> category(candidate, criteria.prefer(), mark, enough);
                case FOLLOWER_FIT -> criteria.prefer().followers().flatMap(aim -> followers(candidate, aim, mark, enough));
                case LOCATION -> step(factor, mark, enough, MatchScorer.SAME_REGION, MatchScorer.SAME_COUNTRY, MatchScorer.FULL);
                case PLATFORM -> step(factor, mark, enough, MatchScorer.FULL);
            }).stream();
        }).toList();
    }

    private static Optional<Lift> engagement(Candidate candidate, int mark, IntPredicate enough) {
        int median = MatchScorer.median(candidate);
        int rate = first(0, ALL_REACT, tried -> enough.test(MatchScorer.engagement(tried, median)));
        int reached = MatchScorer.engagement(rate, median);
        return enough.test(reached)
                ? Optional.of(lift(Factor.ENGAGEMENT, mark, reached, MatchScorer.decimal(rate))) : Optional.empty();
    }

    private static Optional<Lift> category(Candidate candidate, Preferences prefer, int mark, IntPredicate enough) {
        long wanted = MatchScorer.bits(prefer.categories());
        long had = candidate.categories().map(known -> MatchScorer.bits(known.value())).orElse(0L);
        for (long left = wanted & ~had; left != 0; left &= left - 1) {
            had |= Long.lowestOneBit(left);
            if (enough.test(MatchScorer.category(wanted, had))) {
                return Optional.of(lift(Factor.CATEGORY, mark, MatchScorer.category(wanted, had),
                        BigDecimal.valueOf(Long.bitCount(wanted & had))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Lift> followers(Candidate candidate, FollowerAim aim, int mark, IntPredicate enough) {
        long least = aim.ideal().or(aim::min).orElse(0L);
        long most = aim.ideal().or(aim::max).orElse(Measure.MOST);
        long now = candidate.followers().map(Observed::value).orElse(0L);
        int best = Math.toIntExact(Math.clamp(now, least, most));
        FollowerScale wanted = FollowerScale.of(aim);
        int distance = Math.toIntExact(Math.abs(best - now));
        int step = best < now ? -1 : 1;
        int moved = first(0, distance, tried -> enough.test(fit(wanted, now + (long) step * tried)));
        int reached = fit(wanted, now + (long) step * moved);
        return enough.test(reached)
                ? Optional.of(lift(Factor.FOLLOWER_FIT, mark, reached, BigDecimal.valueOf(now + (long) step * moved))) : Optional.empty();
    }

    private static int fit(FollowerScale wanted, long followers) {
        return MatchScorer.followerFit(wanted, MatchScorer.decades(Math.toIntExact(followers)));
    }

    private static Optional<Lift> step(Factor factor, int mark, IntPredicate enough, int... steps) {
        return Arrays.stream(steps).filter(step -> step > mark && enough.test(step)).boxed().findFirst()
                .map(step -> lift(factor, mark, step, MatchScorer.decimal(step)));
    }

    /** The first number of a range from which on the condition holds, or the last number when it never does. */
    private static int first(int from, int to, IntPredicate condition) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Lift lift(Factor factor, int from, int to, BigDecimal raw) {
        return new Lift(factor, MatchScorer.decimal(from), MatchScorer.decimal(to), raw);
    }
}
