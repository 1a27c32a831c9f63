package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Platform;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * {@link MatchScorer} made ready for one question and one segment: what depends on a dictionary is looked up, what depends on a number
 * is computed by the scorer's own formulas. A score is the sum of the contributions, in millionths.
 */
final class RowScorer {

    private final CatalogueSegment segment;
    private final int engagementWeight;
    private final int categoryWeight;
    private final int followerWeight;
    private final long wantedCategories;
    private final FollowerScale wantedFollowers;
    private final int[] byPlace;
    private final int[] byLanguages;
    private final int[] byPlatform;

    RowScorer(CatalogueSegment segment, SearchCriteria criteria) {
        this.segment = segment;
        Preferences prefer = criteria.prefer();
        Weights weights = criteria.weights();
        engagementWeight = weights.millionths(Factor.ENGAGEMENT);
        categoryWeight = weights.millionths(Factor.CATEGORY);
        followerWeight = weights.millionths(Factor.FOLLOWER_FIT);
        wantedCategories = MatchScorer.bits(prefer.categories());
        wantedFollowers = prefer.followers().map(FollowerScale::of).orElse(FollowerScale.ANY);
        byPlace = contributions(weights, Factor.LOCATION, segment.places.stream().mapToInt(place -> MatchScorer.place(prefer, place)));
        byLanguages = contributions(weights, Factor.LOCATION,
                segment.languages.stream().mapToInt(spoken -> MatchScorer.language(prefer, spoken)));
        byPlatform = contributions(weights, Factor.PLATFORM,
                Arrays.stream(Platform.values()).mapToInt(platform -> MatchScorer.platform(prefer.platforms(), platform)));
    }

    private static int[] contributions(Weights weights, Factor factor, IntStream marks) {
        return marks.map(mark -> weights.contribution(factor, mark)).toArray();
    }

    int score(int row) {
        return Weights.contribution(engagementWeight, segment.engagementMarks[row])
                + Weights.contribution(categoryWeight, MatchScorer.category(wantedCategories, segment.categories[row]))
                + Weights.contribution(followerWeight, MatchScorer.followerFit(wantedFollowers, segment.decades[row]))
                + Math.max(byPlace[segment.placeCodes[row]], byLanguages[segment.languageCodes[row]])
                + byPlatform[segment.platforms[row]];
    }
}
