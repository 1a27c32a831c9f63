package io.tastemaker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's snippet, word for word, with the domain alone on its path. */
class EmbeddingSnippetTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path DOMAIN = ROOT.resolve("domain/target/classes");

    @TempDir
    private Path directory;

    @Test
    void readme_shows_how_to_rank_in_at_most_twenty_lines() throws IOException {
        assertThat(snippet().lines()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void the_snippet_compiles_and_ranks_with_the_domain_alone() throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve("RankMine.java"), snippet());
        run("javac", "--release", "21", "-cp", DOMAIN.toString(), "-d", directory.toString(), source.toString());

        String printed = run("java", "-cp", DOMAIN + ":" + directory, "RankMine");

        assertThat(printed.lines().filter(line -> !line.startsWith(" "))).satisfiesExactly(
                first -> assertThat(first).startsWith("1. instagram/ana.verde 0."),
                second -> assertThat(second).startsWith("2. tiktok/lucasol 0."));
        assertThat(printed).contains("   location 0.100000 imported", "   engagement 0.087500 missing");
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static String snippet() throws IOException {
        Matcher fenced = Pattern.compile("<!-- embedding-snippet -->\\s*```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(fenced.find()).as("README.md has the snippet").isTrue();
        return fenced.group(1);
    }
}
