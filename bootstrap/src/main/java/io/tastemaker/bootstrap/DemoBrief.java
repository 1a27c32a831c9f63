package io.tastemaker.bootstrap;

import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A brief that fits whatever list the demo is given: its main platform, its two commonest categories, the middle half of its sizes,
 * and its commonest country where most rows name one.
 */
record DemoBrief(String name, Brief brief) {

    /** Enough creators to see what a list is about. */
    private static final int LOOKED_AT = 5_000;

    static DemoBrief of(Ranking everybody) {
        List<Candidate> creators = everybody.page(0, LOOKED_AT).stream().map(Ranking.Entry::candidate).toList();
        Platform platform = commonest(creators.stream().map(Candidate::platform), 1).getFirst();
        List<Category> categories = commonest(creators.stream().flatMap(creator -> creator.categories().stream())
                .flatMap(known -> known.value().stream()), 2);
        List<Long> followers = creators.stream().flatMap(creator -> creator.followers().stream()).map(Observed::value).sorted().toList();
        List<Place> places = creators.stream().flatMap(creator -> creator.location().stream())
                .map(known -> Place.ofCountry(known.value().country())).toList();
        Set<Place> locations = places.size() * 2 > creators.size() ? Set.copyOf(commonest(places.stream(), 1)) : Set.of();
        Optional<Range<Long>> range = followers.isEmpty()
                ? Optional.empty()
                : Optional.of(Range.of(rounded(followers.get(followers.size() / 4)), rounded(followers.get(followers.size() * 3 / 4))));
        Brief brief = new Brief("A launch that fits this list", Optional.empty(), range, Set.of(platform), locations,
                Set.copyOf(categories), Optional.empty(), Optional.empty(), Optional.empty());
        return new DemoBrief("Demo launch", brief);
    }

    /** The brief as its author would say it. */
    String inWords() {
        String who = "Creators on " + brief.platforms().iterator().next().title()
                + brief.locations().stream().findFirst().map(place -> " in " + Locale.of("", place.country()).getDisplayCountry(Locale.ENGLISH)).orElse("")
                + brief.followers().map(range -> String.format(Locale.ROOT, " with %,d to %,d followers", range.min().orElseThrow(), range.max().orElseThrow()))
                        .orElse("");
        return who + (brief.categories().isEmpty() ? "." : ", preferably about " + brief.categories().stream().map(Category::code).sorted()
                .collect(Collectors.joining(" or ")) + ".");
    }

    /** The brief as a client of the API would write it. */
    String json() {
        return "{\"name\":\"" + name + "\""
                + brief.followers().map(range -> ",\"follower_range\":{\"min\":" + range.min().orElseThrow() + ",\"max\":" + range.max().orElseThrow() + "}")
                        .orElse("")
                + list("target_platforms", brief.platforms().stream().map(Platform::code))
                + list("target_locations", brief.locations().stream().map(Place::code))
                + list("target_categories", brief.categories().stream().map(Category::code)) + "}";
    }

    private static String list(String name, Stream<String> codes) {
        String values = codes.sorted().map(code -> "\"" + code + "\"").collect(Collectors.joining(","));
        return values.isEmpty() ? "" : ",\"" + name + "\":[" + values + "]";
    }

    private static <T> List<T> commonest(Stream<T> values, int count) {
        Map<T, Long> counts = values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<T, Long>comparingByValue().reversed().thenComparing(Comparator.comparing(entry -> entry.getKey().toString())))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Long rounded(Long value) {
        return new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP)).longValueExact();
    }
}
