package io.tastemaker.bootstrap;

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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A brief that fits whatever list the demo is given: its main platform, its two commonest categories, the middle half of its sizes,
 * and its commonest country where most rows name one.
 */
record DemoBrief(Platform platform, List<Category> categories, Optional<Range<Long>> followers, Optional<Place> country) {

    /** Enough creators to see what a list is about. */
    private static final int LOOKED_AT = 5_000;

    static DemoBrief of(Ranking everybody) {
        List<Candidate> creators = everybody.page(0, LOOKED_AT).stream().map(Ranking.Entry::candidate).toList();
        Platform platform = commonest(creators.stream().map(Candidate::platform), 1).getFirst();
        List<Category> categories = commonest(creators.stream().flatMap(creator -> creator.categories().stream())
                .flatMap(known -> known.value().stream()), 2);
        List<Long> followers = creators.stream().flatMap(creator -> creator.followers().stream()).map(Observed::value).sorted().toList();
        Optional<Range<Long>> range = followers.isEmpty()
                ? Optional.empty()
                : Optional.of(Range.of(rounded(followers.get(followers.size() / 4)), rounded(followers.get(followers.size() * 3 / 4))));
        List<Place> countries = creators.stream().flatMap(creator -> creator.location().stream())
                .map(known -> Place.ofCountry(known.value().country())).toList();
        Optional<Place> country = commonest(countries.stream(), 1).stream().findFirst().filter(most -> countries.size() * 2 > creators.size());
        return new DemoBrief(platform, categories, range, country);
    }

    /** The brief as its author would say it in a conversation, one thing corrected. */
    List<String> messages(LocalDate today) {
        return List.of(
                "We launch a refillable bottle, https://shop.example.com. The goal is brand awareness among women from 20 to 40.",
                "Creators on " + platform.title() + ", " + where() + ", with " + sizes(2) + "; " + themes() + ".",
                "No, make it " + sizes(1) + ". The budget is 6,000 USD, from " + said(today.plusDays(7)) + " to " + said(today.plusDays(60)) + ".");
    }

    private String where() {
        return country.flatMap(DemoBrief::name).map(name -> "in " + name).orElse("worldwide");
    }

    /** As people write it; where that takes more than letters, as in "St. Lucia", nothing, for a full stop ends a sentence. */
    static Optional<String> name(Place country) {
        return Optional.of(Locale.of("", country.country()).getDisplayCountry(Locale.ENGLISH).replace(" & ", " and ").replace(" SAR China", ""))
                .filter(name -> !name.contains(".") && !name.contains("(") && !name.contains(" - "));
    }

    private String sizes(long factor) {
        return followers.map(range -> String.format(Locale.ROOT, "%,d to %,d followers", range.min().orElseThrow(),
                factor * range.max().orElseThrow())).orElse("any number of followers");
    }

    private String themes() {
        return categories.isEmpty() ? "any category"
                : "categories: " + categories.stream().map(category -> category.code().replace('_', ' ')).sorted().collect(Collectors.joining(" or "));
    }

    private static String said(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day);
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
