package io.tastemaker.domain.content;

import io.tastemaker.domain.content.Guess.Likely;
import io.tastemaker.domain.shared.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for the categories of one text. Each keyword counts once, where it stands out most, so that order and repetition do not
 * matter.
 */
final class Points {

    /** So many points make a category as likely as not in a short text. */
    static final int EVEN = 10;

    /** How much a keyword counts in a word of the text; all weights are even. */
    static final int WORD = 4;
    /** In a hashtag, which is there to say what the text is about. */
    static final int TAG = 6;
    /** In the name of an account. */
    static final int MENTION = 2;

    /** So many words that say nothing of a category make a quarter of a point more necessary. */
    private static final int WORDS_PER_QUARTER = 4;

    /** More changes nothing any more. */
    private static final int MOST_QUARTERS = 10 * EVEN * WORD;

    private final Map<Keyword, Integer> best = new IdentityHashMap<>();
    private final int[] own = new int[Category.values().length];
    private final int words;

    /**
     * None yet.
     *
     * @param words how many words the text has, whether they say something or not
     */
    Points(int words) {
        this.words = words;
    }

    /**
     * Adds a keyword that was found.
     *
     * @param weight {@link #WORD}, {@link #TAG} or {@link #MENTION}, or half of it
     * @param length how many of the words it takes
     */
    void add(Keyword keyword, int weight, int length) {
        if (keyword.categories() == 0) {
            return;
        }
        best.merge(keyword, weight, Math::max);
        for (int i = 0; i < keyword.categories(); i++) {
            if (keyword.points(i) > 0) {
                own[keyword.category(i).ordinal()] += length;
            }
        }
    }

    /** The categories that are at least as likely as not. */
    Guess<Category> guess() {
        int[] quarters = new int[own.length];
        best.forEach((keyword, weight) -> {
            for (int i = 0; i < keyword.categories(); i++) {
                quarters[keyword.category(i).ordinal()] += weight * keyword.points(i);
            }
        });
        List<Likely<Category>> likely = new ArrayList<>(4);
        for (Category category : Category.values()) {
            int needed = WORD * EVEN + Math.max(0, words - own[category.ordinal()]) / WORDS_PER_QUARTER;
            if (quarters[category.ordinal()] >= needed) {
                likely.add(new Likely<>(category, confidence(quarters[category.ordinal()], needed)));
            }
        }
        likely.sort(Comparator.<Likely<Category>>comparingDouble(Likely::confidence).reversed());
        return new Guess<>(likely);
    }

    private static double confidence(int quarters, int needed) {
        return 1 - StrictMath.pow(2, -Math.min(quarters, MOST_QUARTERS) / (double) needed);
    }
}
