package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tastemaker.application.content.out.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How often the language is told right, on texts that lie beside the repository on development machines. */
class LanguageAccuracyTest {

    private static final String FILE = "langid_dev.csv";

    /** A cell in quotation marks, or one without; and what is behind it. */
    private static final Pattern CELL = Pattern.compile("(\"[^\"]*+(?:\"\"[^\"]*+)*+\"|)([^,\r\n]*)(,|\r?\n)");

    private record Sample(String text, String language, String kind) {}

    @Test
    void languages_are_told_as_well_as_promised() throws IOException {
        LanguageDetector detector = new LinguaLanguages();
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(1_000);
        assertThat(right(detector, samples, sample -> true)).as("all").isGreaterThanOrEqualTo(0.90);
        assertThat(right(detector, samples, sample -> sample.kind().equals("word"))).as("words").isGreaterThanOrEqualTo(0.70);
        assertThat(right(detector, samples, sample -> sample.kind().equals("sentence"))).as("sentences").isGreaterThanOrEqualTo(0.97);
    }

    private static double right(LanguageDetector detector, List<Sample> samples, Predicate<Sample> some) {
        return samples.stream().filter(some)
                .map(sample -> detector.detect(sample.text()).best().filter(best -> best.value().code().equals(sample.language())))
                .mapToInt(right -> right.isPresent() ? 1 : 0)
                .average().orElseThrow();
    }

    private static List<Sample> samples() throws IOException {
        Path path = Path.of(System.getProperty("project.root", ".."), "..", "shared", "data", "langid", FILE);
        assumeTrue(Files.exists(path), "skipped: " + FILE + " is not beside the repository");
        List<Sample> samples = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cells = CELL.matcher(Files.readString(path));
        while (cells.find()) {
            String quoted = cells.group(1);
            row.add(quoted.isEmpty() ? cells.group(2) : quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""));
            if (!cells.group(3).equals(",")) {
                samples.add(new Sample(row.get(1), row.get(2), row.get(3)));
                row.clear();
            }
        }
        return samples.subList(1, samples.size());
    }
}
