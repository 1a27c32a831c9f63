package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Counts what posts are about. Weights are whole billionths of a post, so that the order of the posts cannot show in a sum. */
final class CategoryTally {

    private static final long ONE = 1_000_000_000;

    private final long[] weights = new long[Category.values().length];
    private final int[] found = new int[weights.length];
    private int sample;

    void add(Guess<Category> guess) {
        long whole = guess.likely().stream().mapToLong(CategoryTally::confidence).sum();
        if (whole == 0) {
            return;
        }
        sample++;
        for (Guess.Likely<Category> likely : guess.likely()) {
            long confidence = confidence(likely);
            int category = likely.value().ordinal();
            weights[category] += confidence * ONE / whole;
            found[category] += confidence > 0 ? 1 : 0;
        }
    }

    private static long confidence(Guess.Likely<Category> likely) {
        return Math.round(likely.confidence() * ONE);
    }

    Optional<Sampled<List<Share<Category>>>> shares() {
        if (sample == 0) {
            return Optional.empty();
        }
        long whole = Arrays.stream(weights).sum();
        Comparator<Category> byWeight = Comparator.comparingLong(category -> -weights[category.ordinal()]);
        return Optional.of(new Sampled<>(Arrays.stream(Category.values())
                .filter(category -> found[category.ordinal()] > 0)
                .sorted(byWeight.thenComparing(category -> -found[category.ordinal()]))
                .map(category -> share(category, whole))
                .toList(), sample));
    }

    private Share<Category> share(Category category, long whole) {
        return new Share<>(category, Rounded.thousandths(weights[category.ordinal()], whole), found[category.ordinal()]);
    }
}
