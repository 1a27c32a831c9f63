package io.tastemaker.benchmarks;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Searches as bodies of requests, no two alike; the same seed gives the same. */
final class SearchQuestions {

    private static final String[] PLATFORMS = {Platform.INSTAGRAM.code(), Platform.TIKTOK.code(), Platform.YOUTUBE.code()};
    private static final String[] PLACES = {"US", "IN", "BR", "ID", "MX", "GB", "TR", "JP", "ES", "FR", "DE", "US-CA", "BR-SP", "IN-MH"};

    private final SplittableRandom chance;
    private final Set<String> given = new LinkedHashSet<>();

    SearchQuestions(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /** A brief: platform and size always, place, liveliness, topic and recent posts now and then; what is wanted; half with own weights. */
    List<String> campaigns(int count) {
        return distinct(count, () -> {
            long min = Math.round(StrictMath.pow(10, 3.3 + 1.4 * chance.nextDouble()));
            long max = Math.round(min * StrictMath.pow(10, 0.7 + chance.nextDouble()));
            List<String> filters = new ArrayList<>();
            filters.add("\"platforms\":" + some(PLATFORMS, 2));
            filters.add("\"followers\":{\"min\":" + min + ",\"max\":" + max + "}");
            sometimes(0.6, filters, () -> "\"locations\":" + some(PLACES, 3));
            sometimes(0.4, filters, () -> "\"engagement_rate\":{\"min\":0.0" + (10 + chance.nextInt(30)) + "}");
            sometimes(0.3, filters, () -> "\"categories\":" + some(categories(), 4));
            sometimes(0.3, filters, () -> "\"last_post_within_days\":" + (30 + chance.nextInt(90)));
            return "{\"filters\":{" + String.join(",", filters) + "}," + wish(min, max) + ",\"limit\":" + SqlRanker.ROWS + "}";
        });
    }

    /** No filter: everybody is ranked by what is wanted. */
    List<String> open(int count) {
        return distinct(count, () -> {
            long min = Math.round(StrictMath.pow(10, 3.3 + 1.4 * chance.nextDouble()));
            return "{" + wish(min, min * 20) + ",\"limit\":" + SqlRanker.ROWS + "}";
        });
    }

    private String wish(long min, long max) {
        long ideal = min + chance.nextLong(max - min);
        return "\"prefer\":{\"categories\":" + some(categories(), 3) + ",\"locations\":" + some(PLACES, 2) + ",\"platforms\":"
                + some(PLATFORMS, 1) + ",\"followers\":{\"min\":" + min + ",\"max\":" + max + ",\"ideal\":" + ideal + "}}"
                + (chance.nextBoolean() ? ",\"weights\":" + weights() : "");
    }

    private String weights() {
        int[] parts = new int[5];
        for (int i = 0; i < 100; i++) {
            parts[chance.nextInt(parts.length)]++;
        }
        return String.format(Locale.ROOT,
                "{\"engagement\":%s,\"category\":%s,\"follower_fit\":%s,\"location\":%s,\"platform\":%s}",
                Arrays.stream(parts).mapToObj(part -> String.format(Locale.ROOT, "%.2f", part / 100.0)).toArray());
    }

    private List<String> distinct(int count, Supplier<String> one) {
        List<String> questions = new ArrayList<>();
        while (questions.size() < count) {
            String question = one.get();
            if (given.add(question)) {
                questions.add(question);
            }
        }
        return questions;
    }

    private void sometimes(double probability, List<String> filters, Supplier<String> filter) {
        if (chance.nextDouble() < probability) {
            filters.add(filter.get());
        }
    }

    private String some(String[] words, int most) {
        Set<String> chosen = new TreeSet<>();
        int count = 1 + chance.nextInt(most);
        while (chosen.size() < count) {
            chosen.add("\"" + words[chance.nextInt(words.length)] + "\"");
        }
        return chosen.toString();
    }

    private static String[] categories() {
        return Arrays.stream(Category.values()).limit(16).map(Category::code).toArray(String[]::new);
    }
}
