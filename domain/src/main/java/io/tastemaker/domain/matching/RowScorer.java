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

    private final CatalogueSegment segment;
    private final int[] categories;
    private final Codes placeCodes;
    private final Codes languageCodes;
    private final byte[] platforms;
    private final int engagementWeight;
    private final int followerWeight;
    private final int wantedCategories;
    private final FollowerScale wantedFollowers;
    /** By how many wanted categories a row has, and how many at all. */
    private final int[] byCategories;
    private final int bestOffTheme;
    private final int bestOnTheme;
    private final int[] byPlace;
    private final int[] byLanguages;
    private final int bestLanguages;
    private final int[] byPlatform;

    RowScorer(CatalogueSegment segment, SearchCriteria criteria) {
        this.segment = segment;
        categories = segment.categories;
        placeCodes = segment.placeCodes;
        languageCodes = segment.languageCodes;
        platforms = segment.platforms;
        Preferences prefer = criteria.prefer();
        Weights weights = criteria.weights();
        engagementWeight = weights.millionths(Factor.ENGAGEMENT);
        followerWeight = weights.millionths(Factor.FOLLOWER_FIT);
        wantedCategories = (int) MatchScorer.bits(prefer.categories());
        wantedFollowers = prefer.followers().map(FollowerScale::of).orElse(FollowerScale.ANY);
        byCategories = contributions(weights, Factor.CATEGORY, IntStream.range(0, (prefer.categories().size() + 1) * COUNTS)
                .map(pair -> MatchScorer.category(prefer.categories().size(), pair % COUNTS, pair / COUNTS)));
        bestOffTheme = Arrays.stream(byCategories).limit(COUNTS).max().orElseThrow();
        bestOnTheme = weights.contribution(Factor.CATEGORY, MatchScorer.FULL);
        byPlace = contributions(weights, Factor.LOCATION, segment.places.stream().mapToInt(place -> MatchScorer.place(prefer, place)));
        byLanguages = contributions(weights, Factor.LOCATION,
                segment.languages.stream().mapToInt(spoken -> MatchScorer.language(prefer, spoken)));
        bestLanguages = Arrays.stream(byLanguages).max().orElse(0);
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
        int had = categories[row];
        int lookedUp = byCategories[COUNTS * Integer.bitCount(wantedCategories & had) + Integer.bitCount(had)]
                + Math.max(byPlace[placeCodes.at(row)], byLanguages[languageCodes.at(row)])
                + byPlatform[platforms[row]];
        if (lookedUp + engagementWeight + followerWeight < floor) {
            return lookedUp;
        }
        return lookedUp + Weights.contribution(engagementWeight, segment.engagementMark(row))
                + Weights.contribution(followerWeight, MatchScorer.followerFit(wantedFollowers, MatchScorer.decades(segment.followers[row])));
    }

    /**
     * What no row of a zone scores more than.
     *
     * @return the bound, in millionths
     */
    int bound(Zones zones, int zone) {
        return nearest(zones, zone) + published(zones.platforms[zone]) + Weights.contribution(followerWeight, bestFit(zones, zone))
                + themeAndEngagement(zones, zone);
    }

    private int nearest(Zones zones, int zone) {
        int best = bestLanguages;
        for (int place = zones.firstPlace[zone]; place <= zones.lastPlace[zone]; place++) {
            best = Math.max(best, byPlace[place]);
        }
        return best;
    }

    private int published(int platforms) {
        int best = 0;
        for (int left = platforms & 0xFFFF; left != 0; left &= left - 1) {
            best = Math.max(best, byPlatform[Integer.numberOfTrailingZeros(left)]);
        }
        return best;
    }

    /** The fit is made of straight pieces, so it is best at an end of one, or at an end of the zone. */
    private int bestFit(Zones zones, int zone) {
        int least = Math.max(0, zones.leastDecades[zone]);
        int most = zones.mostDecades[zone];
        int best = zones.leastDecades[zone] < 0 ? MatchScorer.followerFit(wantedFollowers, CatalogueSegment.UNKNOWN) : 0;
        if (most < 0) {
            return best;
        }
        best = Math.max(best, Math.max(fit(least, least, most), fit(most, least, most)));
        best = Math.max(best, Math.max(fit(wantedFollowers.min(), least, most), fit(wantedFollowers.max(), least, most)));
        return Math.max(best, Math.max(fit(wantedFollowers.idealFrom(), least, most), fit(wantedFollowers.idealTo(), least, most)));
    }

    private int fit(int decades, int least, int most) {
        return MatchScorer.followerFit(wantedFollowers, Math.clamp(decades, least, most));
    }

    /** Both together, since who writes of what is wanted is not who engages most. */
    private int themeAndEngagement(Zones zones, int zone) {
        int best = bestOffTheme + Weights.contribution(engagementWeight, zones.bestMark[zone]);
        for (int left = wantedCategories & zones.categories[zone]; left != 0; left &= left - 1) {
            int mark = zones.bestMark(zone, Integer.numberOfTrailingZeros(left));
            best = Math.max(best, bestOnTheme + Weights.contribution(engagementWeight, mark));
        }
        return best;
    }
}
