package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@link MatchScorer} made ready for one question and one segment: what depends on a dictionary is looked up, what depends on a number
 * is computed by the scorer's own formulas. A score is the sum of the contributions, in millionths.
 */
final class RowScorer {

    /** From no category to all that a row can have. */
    private static final int COUNTS = Category.values().length + 1;

    private final int[] engagementMarks;
    private final int[] decades;
    private final long[] categories;
    private final int[] placeCodes;
    private final int[] languageCodes;
    private final byte[] platforms;
    private final int engagementWeight;
    private final int followerWeight;
    private final long wantedCategories;
    private final FollowerScale wantedFollowers;
    /** By how many wanted categories a row has, and how many at all. */
    private final int[] byCategories;
    private final int[] byPlace;
    private final int[] byLanguages;
    private final int[] byPlatform;

    RowScorer(CatalogueSegment segment, SearchCriteria criteria) {
        engagementMarks = segment.engagementMarks;
        decades = segment.decades;
        categories = segment.categories;
        placeCodes = segment.placeCodes;
        languageCodes = segment.languageCodes;
        platforms = segment.platforms;
        Preferences prefer = criteria.prefer();
        Weights weights = criteria.weights();
        engagementWeight = weights.millionths(Factor.ENGAGEMENT);
        followerWeight = weights.millionths(Factor.FOLLOWER_FIT);
        wantedCategories = MatchScorer.bits(prefer.categories());
        wantedFollowers = prefer.followers().map(FollowerScale::of).orElse(FollowerScale.ANY);
        byCategories = contributions(weights, Factor.CATEGORY, IntStream.range(0, (prefer.categories().size() + 1) * COUNTS)
                .map(pair -> MatchScorer.category(prefer.categories().size(), pair % COUNTS, pair / COUNTS)));
        byPlace = contributions(weights, Factor.LOCATION, segment.places.stream().mapToInt(place -> MatchScorer.place(prefer, place)));
        byLanguages = contributions(weights, Factor.LOCATION,
                segment.languages.stream().mapToInt(spoken -> MatchScorer.language(prefer, spoken)));
        byPlatform = contributions(weights, Factor.PLATFORM,
                Arrays.stream(Platform.values()).mapToInt(platform -> MatchScorer.platform(prefer.platforms(), platform)));
    }

    private static int[] contributions(Weights weights, Factor factor, IntStream marks) {
        return marks.map(mark -> weights.contribution(factor, mark)).toArray();
    }

    /**
     * The score of a row, or any lower number when it is certainly below a floor: what is looked up comes first, and where even full
     * marks in what is computed would not reach the floor, nothing is computed.
     */
    int score(int row, int floor) {
        long had = categories[row];
        int lookedUp = byCategories[COUNTS * Long.bitCount(wantedCategories & had) + Long.bitCount(had)]
                + Math.max(byPlace[placeCodes[row]], byLanguages[languageCodes[row]])
                + byPlatform[platforms[row]];
        if (lookedUp + engagementWeight + followerWeight < floor) {
            return lookedUp;
        }
        return lookedUp + Weights.contribution(engagementWeight, engagementMarks[row])
                + Weights.contribution(followerWeight, MatchScorer.followerFit(wantedFollowers, decades[row]));
    }
}
