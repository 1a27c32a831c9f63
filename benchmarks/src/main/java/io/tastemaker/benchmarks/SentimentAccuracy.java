package io.tastemaker.benchmarks;

import io.tastemaker.adapters.ai.content.SentimentFiles;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.SentimentRules;
import io.tastemaker.domain.shared.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the rules that tell moods: how often they are right, on every file of labelled texts in {@code sentiment/} of the data folder,
 * and how many texts they read in a second on one core. The rules are told the language that the file states.
 */
public final class SentimentAccuracy {

    /** Time of the processor: what else the machine does does not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final double WARM_UP_SECONDS = 3;
    private static final double MEASURED_SECONDS = 5;

    private SentimentAccuracy() {}

    /**
     * Measures.
     *
     * @param args the data folder; {@code ../shared/data} when left out
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        SentimentRules rules = SentimentFiles.load();
        System.out.println("rules " + rules.version());
        Path folder = Path.of(args.length > 0 ? args[0] : "../shared/data", "sentiment");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
        for (Path file : files) {
            measure(rules, file);
        }
    }

    private static void measure(SentimentRules rules, Path file) throws IOException {
        List<Labelled> texts = LabelledTexts.read(file).stream().map(Labelled::of).toList();
        Map<Language, Confusion> languages = new TreeMap<>();
        for (Labelled text : texts) {
            Mood told = rules.sentiment(text.written(), Optional.of(text.language())).mood();
            languages.computeIfAbsent(text.language(), language -> new Confusion()).add(text.mood(), told);
        }
        System.out.printf(Locale.ROOT, "%n%s: %,d texts, %,.0f texts/s on one core%n", file.getFileName(), texts.size(),
                speed(rules, texts));
        languages.forEach((language, confusion) -> confusion.print(language.code()));
        System.out.printf(Locale.ROOT, "mean of the languages: macro recall %.4f, macro F1 %.4f%n",
                languages.values().stream().collect(Collectors.averagingDouble(Confusion::macroRecall)),
                languages.values().stream().collect(Collectors.averagingDouble(Confusion::macroF1)));
    }

    private static double speed(SentimentRules rules, List<Labelled> texts) {
        run(rules, texts, WARM_UP_SECONDS);
        return run(rules, texts, MEASURED_SECONDS);
    }

    /** Reads all texts again and again; gives how many a second. The sum of the scores keeps the work from being left out. */
    private static double run(SentimentRules rules, List<Labelled> texts, double seconds) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long read = 0;
        double sum = 0;
        double took = 0;
        while (took < seconds) {
            for (Labelled text : texts) {
                sum += rules.sentiment(text.written(), Optional.of(text.language())).score();
            }
            read += texts.size();
            took = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a score is no number");
        }
        return read / took;
    }

    private record Labelled(String written, Mood mood, Language language) {

        static Labelled of(Map<String, String> row) {
            return new Labelled(row.get("text"), Mood.valueOf(row.get("label").toUpperCase(Locale.ROOT)), new Language(row.get("lang")));
        }
    }

    /** How often which mood was told where another one, or the same, was right. */
    private static final class Confusion {

        private final int[][] counts = new int[Mood.values().length][Mood.values().length];

        void add(Mood right, Mood told) {
            counts[right.ordinal()][told.ordinal()]++;
        }

        double macroRecall() {
            return Stream.of(Mood.values()).mapToDouble(this::recall).average().orElseThrow();
        }

        double macroF1() {
            return Stream.of(Mood.values()).mapToDouble(this::f1).average().orElseThrow();
        }

        private double recall(Mood mood) {
            return share(mood, Stream.of(Mood.values()).mapToInt(told -> counts[mood.ordinal()][told.ordinal()]).sum());
        }

        private double precision(Mood mood) {
            return share(mood, Stream.of(Mood.values()).mapToInt(right -> counts[right.ordinal()][mood.ordinal()]).sum());
        }

        private double share(Mood mood, int of) {
            return of == 0 ? 0 : (double) counts[mood.ordinal()][mood.ordinal()] / of;
        }

        private double f1(Mood mood) {
            double precision = precision(mood);
            double recall = recall(mood);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        void print(String name) {
            System.out.printf(Locale.ROOT, "%s: macro recall %.4f, macro F1 %.4f%n", name, macroRecall(), macroF1());
            for (Mood mood : Mood.values()) {
                System.out.printf(Locale.ROOT, "  %-8s precision %.3f recall %.3f F1 %.3f   told %s%n", mood.code(), precision(mood),
                        recall(mood), f1(mood), Stream.of(Mood.values())
                                .map(told -> told.code() + " " + counts[mood.ordinal()][told.ordinal()]).collect(Collectors.joining(", ")));
            }
        }
    }
}
