package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.matching.HardFilter;
import io.tastemaker.domain.matching.Measure;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.matching.Weights;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Characters;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a campaign wants: whom it looks for, for what, when and for how much. Every part may still be open while the campaign is a draft.
 *
 * @param text the brief in words, at most 10,000 characters; blank when not written yet
 * @param website the product's page
 * @param followers how many followers a creator should have
 * @param platforms where the creators publish; empty for anywhere
 * @param locations where the creators live; empty for anywhere
 * @param categories what they publish about; empty for anything
 * @param budget what the campaign may cost
 * @param startsOn its first day
 * @param endsOn its last day, not before the first
 */
public record Brief(
        String text,
        Optional<String> website,
        Optional<Range<Long>> followers,
        Set<Platform> platforms,
        Set<Place> locations,
        Set<Category> categories,
        Optional<Money> budget,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> endsOn) {

    /**
     * Copies the sets and checks the days.
     *
     * @throws IllegalArgumentException when the last day is before the first, or the text is longer than 10,000 characters
     */
    public Brief {
        platforms = Set.copyOf(platforms);
        locations = Set.copyOf(locations);
        categories = Set.copyOf(categories);
        if (Characters.count(text) > 10_000) {
            throw new IllegalArgumentException("a brief has at most 10,000 characters");
        }
        if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
            throw new IllegalArgumentException("a campaign ends on or after the day it starts");
        }
    }

    /**
     * The question that this brief puts to the catalogue: platforms, places and follower range are demanded, categories preferred.
     *
     * @param day the day of the question
     * @param more further filters; one of the same name takes the place of the brief's own
     * @return the question, under the default weights
     */
    public SearchCriteria criteria(LocalDate day, List<HardFilter> more) {
        Map<String, HardFilter> filters = new LinkedHashMap<>();
        Stream<HardFilter> own = Stream.of(
                        Optional.of(platforms).filter(any -> !any.isEmpty()).map(HardFilter.Platforms::new),
                        Optional.of(locations).filter(any -> !any.isEmpty()).map(HardFilter.Locations::new),
                        followers.map(range -> new HardFilter.Count(Measure.FOLLOWERS, range)))
                .flatMap(Optional::stream);
        Stream.concat(own, more.stream()).forEach(filter -> filters.put(filter.code(), filter));
        Preferences wish = Preferences.NONE.withCategories(categories.toArray(Category[]::new));
        return new SearchCriteria(List.copyOf(filters.values()), wish, Weights.DEFAULT, day);
    }
}
