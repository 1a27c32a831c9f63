package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files under docs that people read and a test compares; {@code -Dgolden=write} writes them anew. */
final class Golden {

    private Golden() {}

    static void file(String name, String head, String text) {
        Path file = Path.of(System.getProperty("project.root"), "docs", name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.writeString(file, head + text);
            }
            assertThat(Files.readString(file)).as("docs/" + name + " (mvn test -Dgolden=write writes it anew; look at the difference)")
                    .isEqualTo(head + text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lines of cells in columns of equal width. */
    static String table(List<List<String>> lines) {
        List<Integer> widths = IntStream.range(0, lines.getFirst().size())
                .mapToObj(column -> lines.stream().mapToInt(line -> line.get(column).length()).max().orElseThrow()).toList();
        return lines.stream().map(line -> IntStream.range(0, line.size())
                        .mapToObj(column -> line.get(column) + " ".repeat(widths.get(column) - line.get(column).length()))
                        .collect(Collectors.joining("  ")).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }
}
