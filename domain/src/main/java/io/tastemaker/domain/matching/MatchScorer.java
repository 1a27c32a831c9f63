package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The composite score of a creator for a question: five marks between 0 and 1, weighted. The formulas stand here and nowhere else;
 * the {@link Ranking} engine calls them on its columns. Everything is computed in whole millionths, so that a score is the same on
 * every machine and its parts add up exactly.
 *
 * <p>A factor of which the question wants nothing gives everybody the full mark: it neither helps nor hurts. A factor whose data are
 * unknown gives its {@link Factor#prior()}. The budget is no factor, because no creator's price is known.
 */
public final class MatchScorer {

    /** The scorer's name. */
    public static final String ID = "composite";

    /** The version of formulas, benchmarks and priors together. */
    public static final String VERSION = "1.0.0";

    /** The full mark. */
    static final int FULL = Weights.ONE;

    /** A factor of ten in followers, on the scale of {@link #decades}. */
    static final int DECADE = 1_000_000;

    /** Marks of location: within a wanted place, in the same country, in the same region of the world. */
    static final int SAME_COUNTRY = 700_000;
    static final int SAME_REGION = 300_000;

    private MatchScorer() {}

    /**
     * Scores a creator, whether or not the filters let it pass.
     *
     * @param candidate the creator
     * @param criteria the question
     * @return the total and what each factor contributed
     */
    public static ScoreReceipt score(Candidate candidate, SearchCriteria criteria) {
        List<ScoreReceipt.Line> lines = new ArrayList<>();
        BigDecimal total = decimal(0);
        for (Factor factor : Factor.values()) {
            int mark = mark(factor, candidate, criteria.prefer());
            BigDecimal contribution = decimal(criteria.weights().contribution(factor, mark));
            lines.add(new ScoreReceipt.Line(factor, criteria.weights().of(factor), raw(factor, candidate, criteria.prefer()),
                    decimal(mark), contribution, state(factor, candidate, criteria)));
            total = total.add(contribution);
        }
        return new ScoreReceipt(total, lines, scorer(criteria.weights()));
    }

    /**
     * What stands in the receipts of rankings under these weights.
     *
     * @param weights how much each factor counts
     * @return the scorer's name, version and policy, with the fingerprint of the weights
     */
    public static ScoreReceipt.Scorer scorer(Weights weights) {
        return new ScoreReceipt.Scorer(ID, VERSION, weights.hash(), Factor.MISSING_POLICY);
    }

    static int total(Candidate candidate, SearchCriteria criteria) {
        int total = 0;
        for (Factor factor : Factor.values()) {
            total += criteria.weights().contribution(factor, mark(factor, candidate, criteria.prefer()));
        }
        return total;
    }

    static int mark(Factor factor, Candidate candidate, Preferences prefer) {
        return switch (factor) {
            case ENGAGEMENT -> engagement(candidate.engagementRate().map(rate -> rate.value().millionths()).orElse(CatalogueSegment.UNKNOWN),
                    candidate.platform(), followers(candidate));
            case CATEGORY -> category(bits(prefer.categories()), candidate.categories().map(known -> bits(known.value())).orElse(0L));
            case FOLLOWER_FIT ->
                    followerFit(prefer.followers().map(FollowerScale::of).orElse(FollowerScale.ANY), decades(followers(candidate)));
            case LOCATION -> Math.max(place(prefer, candidate.location().map(Observed::value)),
                    language(prefer, spoken(candidate)));
            case PLATFORM -> platform(prefer.platforms(), candidate.platform());
        };
    }

    /** The mark for engagement of a rate in millionths, below 0 when it is unknown. */
    static int engagement(int rate, Platform platform, int followers) {
        return rate < 0 ? Factor.ENGAGEMENT.prior() : engagement(rate, EngagementBenchmarks.median(platform, followers));
    }

    /**
     * The mark for engagement: rate / (rate + median of the creator's platform and tier). The median earns half a mark, twice the
     * median two thirds, half of it one third. The curve rises everywhere and flattens, since the step from a dull to a lively
     * audience says more than the step from lively to implausible, where bought reactions live; and it needs no cap.
     */
    static int engagement(int rate, int median) {
        return (int) (((long) rate * FULL + (rate + (long) median) / 2) / (rate + (long) median));
    }

    /**
     * The mark for categories: the overlap coefficient of Szymkiewicz and Simpson, shared / min(wanted, had). Wanted categories are
     * alternatives, so one of them is enough for a creator who has only one; and publishing about more than was asked is no fault as
     * long as all that was asked is there. One more wanted category never lowers the mark, one more unwanted never raises it.
     */
    static int category(long wanted, long had) {
        return category(Long.bitCount(wanted), Long.bitCount(had), Long.bitCount(wanted & had));
    }

    /** The same from the numbers of categories wanted, had, and both. */
    static int category(int wanted, int had, int shared) {
        if (wanted == 0) {
            return FULL;
        }
        return had == 0 ? Factor.CATEGORY.prior() : FULL * shared / Math.min(wanted, had);
    }

    /**
     * The mark for size, on a logarithmic scale, because a creator of 20,000 followers is as far from 10,000 as one of 2,000,000 is from
     * 1,000,000. Every factor of ten away from the ideal costs half a mark within the wanted range and a whole mark outside it; without
     * an ideal nothing is lost within the range.
     */
    static int followerFit(FollowerScale wanted, int decades) {
        if (decades < 0 && wanted.min() >= 0) {
            return Factor.FOLLOWER_FIT.prior();
        }
        int inside = Math.max(wanted.min(), Math.min(wanted.max(), decades));
        int ideal = Math.max(wanted.idealFrom(), Math.min(wanted.idealTo(), inside));
        return Math.max(0, FULL - Math.abs(decades - inside) - Math.abs(inside - ideal) / 2);
    }

    /**
     * Followers on a logarithmic scale: the decimal logarithm in millionths. {@link StrictMath} gives the same everywhere.
     *
     * @return 0 for none or one follower, below 0 when the count is unknown
     */
    static int decades(int followers) {
        return followers < 0 ? -1 : (int) StrictMath.round(StrictMath.log10(Math.max(1, followers)) * DECADE);
    }

    /**
     * The mark for the place: 1 within a wanted place, 0.7 elsewhere in its country, 0.3 in its region of the world, else 0. A country is
     * one market with one law and mostly one language, which is most of what a campaign wants of a place; neighbours share less.
     * The steps are a judgement of ours, even in distance to the eye, and part of the scorer's version.
     */
    static int place(Preferences prefer, Optional<Place> place) {
        if (prefer.locations().isEmpty()) {
            return prefer.languages().isEmpty() ? FULL : 0;
        }
        return place.map(known -> prefer.locations().stream().mapToInt(wanted -> nearness(wanted, known)).max().orElseThrow())
                .orElse(Factor.LOCATION.prior());
    }

    private static int nearness(Place wanted, Place found) {
        if (wanted.contains(found)) {
            return FULL;
        }
        if (wanted.country().equals(found.country())) {
            return SAME_COUNTRY;
        }
        return wanted.worldRegion() == found.worldRegion() ? SAME_REGION : 0;
    }

    /**
     * What a wanted language adds to location: it reaches the wanted market from afar, and counts as a neighbouring country. Where no
     * place is wanted it is all that location means.
     */
    static int language(Preferences prefer, Set<Language> spoken) {
        if (prefer.languages().isEmpty()) {
            return 0;
        }
        boolean alone = prefer.locations().isEmpty();
        if (spoken.isEmpty()) {
            return alone ? Factor.LOCATION.prior() : 0;
        }
        if (Collections.disjoint(prefer.languages(), spoken)) {
            return 0;
        }
        return alone ? FULL : SAME_REGION;
    }

    /** The mark for the platform: a wanted one or not. */
    static int platform(Set<Platform> wanted, Platform found) {
        return wanted.isEmpty() || wanted.contains(found) ? FULL : 0;
    }

    private static Optional<BigDecimal> raw(Factor factor, Candidate candidate, Preferences prefer) {
        return switch (factor) {
            case ENGAGEMENT -> candidate.engagementRate().map(rate -> rate.value().fraction());
            case CATEGORY -> candidate.categories()
                    .map(known -> BigDecimal.valueOf(Long.bitCount(bits(known.value()) & bits(prefer.categories()))));
            case FOLLOWER_FIT -> candidate.followers().map(known -> BigDecimal.valueOf(known.value()));
            case LOCATION -> nearness(candidate, prefer).map(known -> decimal(mark(factor, candidate, prefer)));
            case PLATFORM -> Optional.of(decimal(mark(factor, candidate, prefer)));
        };
    }

    private static DataState state(Factor factor, Candidate candidate, SearchCriteria criteria) {
        Optional<? extends Observed<?>> basis = switch (factor) {
            case ENGAGEMENT -> candidate.engagementRate();
            case CATEGORY -> candidate.categories();
            case FOLLOWER_FIT -> candidate.followers();
            case LOCATION -> nearness(candidate, criteria.prefer());
            case PLATFORM -> Optional.of(new Observed<>(candidate.platform(), candidate.platformKind(), "", Instant.MAX));
        };
        Instant fresh = Candidate.startOf(criteria.day().minusDays(factor.freshDays()));
        return basis.map(known -> known.observedAt().isBefore(fresh) ? DataState.STALE : DataState.of(known.kind()))
                .orElse(DataState.MISSING);
    }

    /** What the mark for location comes from: the languages where no place is wanted or they earn more than the place, else the place. */
    private static Optional<? extends Observed<?>> nearness(Candidate candidate, Preferences prefer) {
        boolean byLanguage = !prefer.languages().isEmpty() && (prefer.locations().isEmpty()
                || language(prefer, spoken(candidate)) > place(prefer, candidate.location().map(Observed::value)));
        return byLanguage ? candidate.languages() : candidate.location();
    }

    private static Set<Language> spoken(Candidate candidate) {
        return candidate.languages().map(Observed::value).orElse(Set.of());
    }

    static int median(Candidate candidate) {
        return EngagementBenchmarks.median(candidate.platform(), followers(candidate));
    }

    static int followers(Candidate candidate) {
        return candidate.followers().map(known -> Math.toIntExact(known.value())).orElse(-1);
    }

    static long bits(Set<? extends Enum<?>> values) {
        long bits = 0;
        for (Enum<?> value : values) {
            bits |= 1L << value.ordinal();
        }
        return bits;
    }

    static BigDecimal decimal(int millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }
}
