package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

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
        if (text.length() > 10_000) {
            throw new IllegalArgumentException("a brief has at most 10,000 characters");
        }
        if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
            throw new IllegalArgumentException("a campaign ends on or after the day it starts");
        }
    }
}
