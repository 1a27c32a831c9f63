package io.tastemaker.benchmarks;

import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.matching.Factor;
import io.tastemaker.domain.matching.FollowerAim;
import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question as a statement for the table of {@link SqlRanker}. Its numbers are those of the domain's scorer, repeated here because
 * SQL cannot call it; a difference in one score stops the measurement. Only the filters and preferences that the questions use.
 *
 * @param text with a question mark for each value
 * @param values in the order of the question marks
 */
record RankingSql(String text, List<Object> values) {

    private static final String ENGAGEMENT = "engagement_mark";

    private static final String CATEGORY = """
            case when category_count = 0 then %d
                 else 1000000 * bit_count(category_bits & cast(? as bit(64))) / least(category_count, ?) end"""
            .formatted(Factor.CATEGORY.prior());

    /** Min, max, and where the ideal begins and ends; twice, because SQL has no names for parts of an expression. */
    private static final String FOLLOWER_FIT = """
            case when decades < 0 then %d
                 else greatest(0, 1000000 - abs(decades - greatest(?, least(?, decades)))
                      - abs(greatest(?, least(?, decades)) - greatest(?, least(?, greatest(?, least(?, decades))))) / 2) end"""
            .formatted(Factor.FOLLOWER_FIT.prior());

    private static final String LOCATION = """
            case when country is null then %d when country = any(?) or place = any(?) then 1000000
                 when country = any(?) then 700000 when world_region = any(?) then 300000 else 0 end""".formatted(Factor.LOCATION.prior());

    private static final String PLATFORM = "case when platform = any(?) then 1000000 else 0 end";

    private static final String ANYTHING = "1000000";

    static RankingSql of(SearchCriteria criteria, int rows) {
        List<Object> values = new ArrayList<>();
        String score = Stream.of(Factor.values()).map(factor -> {
            values.add(criteria.weights().of(factor).movePointRight(6).longValueExact());
            return "(cast(? as bigint) * (" + mark(factor, criteria, values) + ") + 500000) / 1000000";
        }).collect(Collectors.joining("\n + "));
        String where = criteria.filters().stream().map(filter -> condition(filter, values)).collect(Collectors.joining("\n and "));
        values.add(rows);
        return new RankingSql("select id, " + score + " as score\n from benchmark.ranked" + (where.isEmpty() ? "" : "\n where " + where)
                + "\n order by score desc, id limit ?", values);
    }

    /** The scale of followers, as the scorer has it. */
    static int decades(long followers) {
        return (int) StrictMath.round(StrictMath.log10(Math.max(1, followers)) * 1_000_000);
    }

    /** One digit for each category. */
    static String bits(Set<Category> categories) {
        StringBuilder digits = new StringBuilder("0".repeat(64));
        categories.forEach(category -> digits.setCharAt(category.ordinal(), '1'));
        return digits.toString();
    }

    private static String mark(Factor factor, SearchCriteria criteria, List<Object> values) {
        return switch (factor) {
            case ENGAGEMENT -> ENGAGEMENT;
            case CATEGORY -> {
                Set<Category> wanted = criteria.prefer().categories();
                if (wanted.isEmpty()) {
                    yield ANYTHING;
                }
                values.add(bits(wanted));
                values.add(wanted.size());
                yield CATEGORY;
            }
            case FOLLOWER_FIT -> criteria.prefer().followers().map(aim -> followerFit(aim, values)).orElse(ANYTHING);
            case LOCATION -> location(criteria, values);
            case PLATFORM -> {
                if (criteria.prefer().platforms().isEmpty()) {
                    yield ANYTHING;
                }
                values.add(codes(criteria.prefer().platforms()));
                yield PLATFORM;
            }
        };
    }

    private static String followerFit(FollowerAim aim, List<Object> values) {
        int min = aim.min().map(RankingSql::decades).orElse(0);
        int max = aim.max().map(RankingSql::decades).orElse(Integer.MAX_VALUE);
        Optional<Integer> ideal = aim.ideal().map(RankingSql::decades);
        values.addAll(List.of(min, max, min, max, ideal.orElse(min), ideal.orElse(max), min, max));
        return FOLLOWER_FIT;
    }

    private static String location(SearchCriteria criteria, List<Object> values) {
        if (!criteria.prefer().languages().isEmpty()) {
            throw new IllegalArgumentException("the questions prefer no language");
        }
        Set<Place> wanted = criteria.prefer().locations();
        if (wanted.isEmpty()) {
            return ANYTHING;
        }
        values.add(countries(wanted));
        values.add(regions(wanted));
        values.add(wanted.stream().map(Place::country).distinct().toArray(String[]::new));
        values.add(wanted.stream().map(place -> place.worldRegion().code()).distinct().toArray(String[]::new));
        return LOCATION;
    }

    private static String condition(HardFilter filter, List<Object> values) {
        return switch (filter) {
            case HardFilter.Platforms platforms -> {
                values.add(codes(platforms.any()));
                yield "platform = any(?)";
            }
            case HardFilter.Locations locations -> location(locations, values);
            case HardFilter.Categories categories -> {
                values.add(codes(categories.any()));
                yield "categories && ?";
            }
            case HardFilter.Count count when count.measure() == Measure.FOLLOWERS -> {
                values.add(count.range().min().orElse(0L).intValue());
                values.add(count.range().max().orElse((long) Integer.MAX_VALUE).intValue());
                yield "followers between ? and ?";
            }
            case HardFilter.Engagement engagement -> {
                values.add(engagement.range().min().map(EngagementRate::millionths).orElse(0));
                values.add(engagement.range().max().map(EngagementRate::millionths).orElse(Integer.MAX_VALUE));
                yield "engagement_rate between ? and ?";
            }
            case HardFilter.LastPostSince since -> {
                values.add(since.day());
                yield "last_post_on >= ?";
            }
            default -> throw new IllegalArgumentException("the questions have no filter " + filter.code());
        };
    }

    /** Without regions where none is wanted: an alternative that is never true would keep PostgreSQL from its best index. */
    private static String location(HardFilter.Locations locations, List<Object> values) {
        List<String> alternatives = new ArrayList<>();
        if (countries(locations.any()).length > 0) {
            values.add(countries(locations.any()));
            alternatives.add("country = any(?)");
        }
        if (regions(locations.any()).length > 0) {
            values.add(regions(locations.any()));
            alternatives.add("place = any(?)");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }

    private static String[] countries(Set<Place> places) {
        return places.stream().filter(place -> place.region().isEmpty()).map(Place::country).toArray(String[]::new);
    }

    private static String[] regions(Set<Place> places) {
        return places.stream().filter(place -> place.region().isPresent()).map(Place::code).toArray(String[]::new);
    }

    private static String[] codes(Collection<? extends Coded> values) {
        return values.stream().map(Coded::code).toArray(String[]::new);
    }
}
