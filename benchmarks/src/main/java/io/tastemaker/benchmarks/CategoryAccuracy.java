package io.tastemaker.benchmarks;

import io.tastemaker.adapters.ai.content.CategoryFiles;
import io.tastemaker.domain.content.CategoryRules;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Measures how well the rules tell what a text is about, and how many texts a second one thread reads.
 *
 * <p>The topics of the labelled tweets are not our categories. Of their 19 topics the eight that a category can find are asked for; a topic
 * is predicted for a row when one of the categories behind it is among those that the rules name:
 *
 * <table>
 * <caption>Which categories stand for which topic</caption>
 * <tr><th>topic</th><th>categories</th></tr>
 * <tr><td>fashion_&amp;_style</td><td>FASHION, BEAUTY</td></tr>
 * <tr><td>film_tv_&amp;_video</td><td>FILM, ENTERTAINMENT, ANIMATION</td></tr>
 * <tr><td>fitness_&amp;_health</td><td>FITNESS, HEALTH</td></tr>
 * <tr><td>food_&amp;_dining</td><td>FOOD</td></tr>
 * <tr><td>gaming</td><td>GAMING</td></tr>
 * <tr><td>music</td><td>MUSIC</td></tr>
 * <tr><td>sports</td><td>SPORTS</td></tr>
 * <tr><td>travel_&amp;_adventure</td><td>TRAVEL</td></tr>
 * </table>
 *
 * <p>All other categories stand for no topic; their predictions are neither right nor wrong here. Every row of a language counts, also one
 * that has none of the eight topics: a topic that is predicted and not there is a false one. The rows are also reported in two halves (by
 * the SHA-256 of their id), because errors were only ever looked at in the first.
 *
 * <p>News has one label each; there a prediction is right when the likeliest of the categories behind any of the labels stands for its
 * label: Business for BUSINESS and FINANCE, Sports for SPORTS, Sci/Tech for TECHNOLOGY and EDUCATION, World for NEWS and SOCIETY.
 */
public final class CategoryAccuracy {

    private static final Map<String, Set<Category>> TOPICS = topics();
    private static final Map<String, Set<Category>> NEWS_LABELS = Map.of(
            "Business", Set.of(Category.BUSINESS, Category.FINANCE), "Sports", Set.of(Category.SPORTS),
            "Sci/Tech", Set.of(Category.TECHNOLOGY, Category.EDUCATION), "World", Set.of(Category.NEWS, Category.SOCIETY));

    private static final long SECONDS = 5;

    private CategoryAccuracy() {}

    private static Map<String, Set<Category>> topics() {
        Map<String, Set<Category>> topics = new LinkedHashMap<>();
        topics.put("fashion_&_style", Set.of(Category.FASHION, Category.BEAUTY));
        topics.put("film_tv_&_video", Set.of(Category.FILM, Category.ENTERTAINMENT, Category.ANIMATION));
        topics.put("fitness_&_health", Set.of(Category.FITNESS, Category.HEALTH));
        topics.put("food_&_dining", Set.of(Category.FOOD));
        topics.put("gaming", Set.of(Category.GAMING));
        topics.put("music", Set.of(Category.MUSIC));
        topics.put("sports", Set.of(Category.SPORTS));
        topics.put("travel_&_adventure", Set.of(Category.TRAVEL));
        return topics;
    }

    /** A row with the categories that were found in it. */
    private record Read(Map<String, String> row, Set<Category> found) {
        boolean has(String topic) {
            return Set.of(row.get("topics").split("\\|")).contains(topic);
        }

        boolean isGiven(String topic) {
            return TOPICS.get(topic).stream().anyMatch(found::contains);
        }

        boolean isInFirstHalf() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(row.get("id").getBytes(StandardCharsets.UTF_8))[0] % 2 == 0;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** Right, false and missed predictions. */
    private record Count(long right, long wrong, long missed) {
        static Count of(List<Read> rows, String topic) {
            return new Count(count(rows, row -> row.has(topic) && row.isGiven(topic)),
                    count(rows, row -> !row.has(topic) && row.isGiven(topic)), count(rows, row -> row.has(topic) && !row.isGiven(topic)));
        }

        private static long count(List<Read> rows, Predicate<Read> which) {
            return rows.stream().filter(which).count();
        }

        Count plus(Count other) {
            return new Count(right + other.right, wrong + other.wrong, missed + other.missed);
        }

        @Override
        public String toString() {
            return String.format("%5d %5d %6d %9.3f %6.3f %6.3f", right, wrong, missed,
                    right / (double) (right + wrong), right / (double) (right + missed), 2.0 * right / (2 * right + wrong + missed));
        }
    }

    /**
     * Measures.
     *
     * @param args the folder of the data, {@code ../shared/data} when left out
     * @throws IOException when {@code topics/tweettopicxl_dev.csv} or {@code topics/agnews_dev.csv} cannot be read there
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "../shared/data", "topics");
        long start = System.nanoTime();
        CategoryRules rules = CategoryFiles.load();
        System.out.printf("rules %s, loaded in %.2f s%n", rules.version(), (System.nanoTime() - start) / 1e9);
        List<Map<String, String>> tweets = LabelledTexts.read(folder.resolve("tweettopicxl_dev.csv"));
        for (String language : List.of("en", "es", "ja", "el")) {
            List<Read> rows = tweets.stream().filter(row -> row.get("lang").equals(language)).map(row -> read(rules, row)).toList();
            print(language, rows);
            print(language + ", first half", rows.stream().filter(Read::isInFirstHalf).toList());
            print(language + ", second half", rows.stream().filter(row -> !row.isInFirstHalf()).toList());
        }
        printNews(rules, LabelledTexts.read(folder.resolve("agnews_dev.csv")));
        List<Map<String, String>> english = tweets.stream().filter(row -> row.get("lang").equals("en")).toList();
        pace(rules, english);
        System.out.printf("English tweets a second, one thread: %,.0f%n", pace(rules, english));
        System.out.printf("tweets of all languages a second, one thread: %,.0f%n", pace(rules, tweets));
    }

    private static Read read(CategoryRules rules, Map<String, String> row) {
        Guess<Category> guess = rules.categories(row.get("text"), Optional.of(new Language(row.get("lang"))));
        return new Read(row, guess.likely().stream().map(Guess.Likely::value).collect(Collectors.toSet()));
    }

    private static void print(String title, List<Read> rows) {
        System.out.printf("%n%s: %,d tweets%n  %-20s %5s %5s %6s %9s %6s %6s%n", title, rows.size(), "topic", "right", "false", "missed",
                "precision", "recall", "F1");
        Count all = new Count(0, 0, 0);
        for (String topic : TOPICS.keySet()) {
            Count count = Count.of(rows, topic);
            System.out.printf("  %-20s %s%n", topic, count);
            all = all.plus(count);
        }
        System.out.printf("  %-20s %s%n", "all (micro)", all);
    }

    private static void printNews(CategoryRules rules, List<Map<String, String>> rows) {
        System.out.printf("%nnews: %,d articles%n", rows.size());
        Map<String, Map<String, Long>> told = rows.stream().collect(Collectors.groupingBy(row -> row.get("label"),
                Collectors.groupingBy(row -> newsLabel(rules, row), Collectors.counting())));
        told.forEach((label, answers) -> System.out.printf("  %-10s %s%n", label, answers));
        long right = told.entrySet().stream().mapToLong(entry -> entry.getValue().getOrDefault(entry.getKey(), 0L)).sum();
        long none = told.values().stream().mapToLong(answers -> answers.getOrDefault("none", 0L)).sum();
        System.out.printf("  right %.3f of all, %.3f of those with an answer%n", right / (double) rows.size(),
                right / (double) (rows.size() - none));
    }

    private static String newsLabel(CategoryRules rules, Map<String, String> row) {
        Guess<Category> guess = rules.categories(row.get("title") + "\n" + row.get("description"), Optional.of(new Language("en")));
        return guess.likely().stream()
                .flatMap(likely -> NEWS_LABELS.entrySet().stream().filter(entry -> entry.getValue().contains(likely.value())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("none");
    }

    /** By the time that the thread was really given, so that others on the machine do not matter. */
    private static double pace(CategoryRules rules, List<Map<String, String>> rows) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long texts = 0;
        long categories = 0;
        while (threads.getCurrentThreadCpuTime() - start < SECONDS * 1_000_000_000) {
            for (Map<String, String> row : rows) {
                categories += rules.categories(row.get("text"), Optional.of(new Language(row.get("lang")))).likely().size();
            }
            texts += rows.size();
        }
        return categories == 0 ? 0 : texts * 1e9 / (threads.getCurrentThreadCpuTime() - start);
    }
}
