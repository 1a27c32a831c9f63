package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.util.EnumMap;
import java.util.Map;

/** A keyword among others, whatever form of it a text shows; two are the same only when they are one object. */
final class Keyword {

    /** What a word is that is no keyword. */
    static final Keyword UNKNOWN = new Keyword(Map.of());

    private final Category[] categories;
    private final int[] points;

    Keyword(Map<Category, Integer> points) {
        Map<Category, Integer> inOrder = new EnumMap<>(Category.class);
        inOrder.putAll(points);
        this.categories = inOrder.keySet().toArray(Category[]::new);
        this.points = inOrder.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many categories it says something of. */
    int categories() {
        return categories.length;
    }

    /** One of them, counted from 0. */
    Category category(int at) {
        return categories[at];
    }

    /** What it says of it. */
    int points(int at) {
        return points[at];
    }

    /** Whether it makes a category likely all by itself. */
    boolean isStrong() {
        for (int each : points) {
            if (each >= Points.EVEN) {
                return true;
            }
        }
        return false;
    }
}
