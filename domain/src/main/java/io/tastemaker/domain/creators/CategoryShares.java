package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a creator's content is distributed over categories.
 *
 * @param percents the share of each category in percent, 1 to 100, at least one of them; in the order of the shares, the largest first
 */
public record CategoryShares(Map<Category, Integer> percents) {

    /** The greatest share, in percent. */
    public static final int WHOLE = 100;

    private static final Comparator<Map.Entry<Category, Integer>> LARGEST_FIRST =
            Map.Entry.<Category, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey);

    /**
     * Sorts and copies the shares.
     *
     * @throws IllegalArgumentException when there is none, or one of less than 1 or more than 100 percent
     */
    public CategoryShares {
        if (percents.isEmpty() || percents.values().stream().anyMatch(percent -> percent < 1 || percent > WHOLE)) {
            throw new IllegalArgumentException("shares are of 1 to 100 percent, and there is one at least: " + percents);
        }
        Map<Category, Integer> sorted = new LinkedHashMap<>();
        percents.entrySet().stream().sorted(LARGEST_FIRST).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        percents = Collections.unmodifiableMap(sorted);
    }

    /**
     * The shares of a distribution that is told in fractions.
     *
     * @param fractions 0 to 1 each; rounded half up to whole percents, and left out when that is none
     * @return the shares, or empty when none is left
     * @throws IllegalArgumentException when one is outside 0 to 1
     */
    public static Optional<CategoryShares> ofFractions(Map<Category, Double> fractions) {
        Map<Category, Integer> percents = new LinkedHashMap<>();
        fractions.forEach((category, fraction) -> {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("a share is from 0 to 1: " + fraction);
            }
            int percent = BigDecimal.valueOf(fraction).movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
            if (percent > 0) {
                percents.put(category, percent);
            }
        });
        return Optional.of(percents).filter(some -> !some.isEmpty()).map(CategoryShares::new);
    }

    /**
     * The share of a category.
     *
     * @param category which
     * @return in percent, 0 when nothing is about it
     */
    public int of(Category category) {
        return percents.getOrDefault(category, 0);
    }

    /**
     * The categories that make up some part of the content.
     *
     * @param percent the least share of each, in percent
     * @return those that have it, none when no share is so large
     */
    public Set<Category> from(int percent) {
        return percents.entrySet().stream().filter(entry -> entry.getValue() >= percent).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Such as {@code beauty 62 %, food 20 %}. */
    @Override
    public String toString() {
        return percents.entrySet().stream().map(entry -> entry.getKey().code() + " " + entry.getValue() + " %")
                .collect(Collectors.joining(", "));
    }
}
