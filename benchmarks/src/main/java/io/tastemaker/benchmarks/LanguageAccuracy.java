package io.tastemaker.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tastemaker.adapters.ai.content.LinguaLanguages;
import io.tastemaker.application.content.out.LanguageDetector;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures how often the language of a text is told right, how many texts a second one core tells, and what the models weigh. Run it with
 * {@code -Xmx256m}, what the whole program must make do with.
 */
public final class LanguageAccuracy {

    private static final int CONFUSIONS = 20;
    private static final long SECONDS = 2;

    private record Told(Map<String, String> row, String language, double confidence) {
        boolean right() {
            return row.get("lang").equals(language);
        }
    }

    private LanguageAccuracy() {}

    /**
     * Measures.
     *
     * @param args the folder of the data, {@code ../shared/data} when left out
     * @throws IOException when {@code langid/langid_dev.csv} cannot be read there
     */
    public static void main(String[] args) throws IOException {
        List<Map<String, String>> rows = LabelledTexts.read(Path.of(args.length > 0 ? args[0] : "../shared/data", "langid", "langid_dev.csv"));
        long before = used();
        LinguaLanguages detector = new LinguaLanguages();
        long start = System.nanoTime();
        detector.load();
        double loading = (System.nanoTime() - start) / 1e9;
        List<Told> told = rows.stream().map(row -> told(detector, row)).toList();
        long after = used();
        System.out.printf("%s%n%,d texts: %.4f right%n", detector.version(), told.size(), share(told));
        print("by kind", told, each -> each.row().get("kind"));
        print("by language", told, each -> each.row().get("lang"));
        printConfidences(told);
        printConfusions(told);
        printSpeed(detector, rows);
        System.out.printf("models loaded in %.2f s; heap in use %.1f MB before, %.1f MB after, at most %,d MB%n",
                loading, before / 1e6, after / 1e6, Runtime.getRuntime().maxMemory() >> 20);
    }

    private static Told told(LanguageDetector detector, Map<String, String> row) {
        return detector.detect(row.get("text")).best()
                .map(best -> new Told(row, best.value().code(), best.confidence()))
                .orElseGet(() -> new Told(row, "none", 0));
    }

    private static void print(String title, List<Told> told, Function<Told, String> by) {
        System.out.println(title);
        told.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .forEach((name, some) -> System.out.printf("  %-12s %5.3f of %,d%n", name, share(some), some.size()));
    }

    private static void printConfidences(List<Told> told) {
        System.out.println("what a confidence is worth");
        told.stream().collect(Collectors.groupingBy(each -> Math.min(9, (int) (each.confidence() * 10)), TreeMap::new, Collectors.toList()))
                .forEach((tenth, some) -> System.out.printf("  %.2f is right %.2f of %,d%n",
                        some.stream().mapToDouble(Told::confidence).average().orElse(0), share(some), some.size()));
    }

    private static void printConfusions(List<Told> told) {
        System.out.println("commonest confusions");
        told.stream().filter(each -> !each.right())
                .map(each -> each.row().get("lang") + " taken for " + each.language())
                .collect(Collectors.groupingBy(confusion -> confusion, TreeMap::new, Collectors.counting()))
                .entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(CONFUSIONS)
                .forEach(entry -> System.out.printf("  %s: %d%n", entry.getKey(), entry.getValue()));
    }

    private static void printSpeed(LanguageDetector detector, List<Map<String, String>> rows) {
        System.out.println("texts a second of one core");
        rows.stream().collect(Collectors.groupingBy(row -> row.get("kind"), TreeMap::new, Collectors.toList())).forEach((kind, some) -> {
            pace(detector, some);
            System.out.printf("  %-12s %,.0f%n", kind, pace(detector, some));
        });
    }

    /** By the time of processors, not of clocks: others may be at work, and the library hands its work to another thread. */
    private static double pace(LanguageDetector detector, List<Map<String, String>> rows) {
        long start = processorTime();
        long texts = 0;
        while (processorTime() - start < SECONDS * 1_000_000_000) {
            rows.forEach(row -> detector.detect(row.get("text")));
            texts += rows.size();
        }
        return texts * 1e9 / (processorTime() - start);
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double share(List<Told> told) {
        return (double) told.stream().filter(Told::right).count() / told.size();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
