package io.tastemaker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
        compile(source);

        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", DOMAIN + ":" + directory, "RankMine").redirectErrorStream(true).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(printed).isZero();
        assertThat(printed.lines().filter(line -> !line.startsWith(" "))).satisfiesExactly(
                first -> assertThat(first).startsWith("1. instagram/ana.verde 0."),
                second -> assertThat(second).startsWith("2. tiktok/lucasol 0."));
        assertThat(printed).contains("   location 0.100000 imported", "   engagement 0.087500 missing");
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(messages, files, null,
                    List.of("-cp", DOMAIN.toString(), "-d", directory.toString(), "--release", "21"), null, files.getJavaFileObjects(source)).call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private static String snippet() throws IOException {
        Matcher fenced = Pattern.compile("<!-- embedding-snippet -->\\s*```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(fenced.find()).as("README.md has the snippet").isTrue();
        return fenced.group(1);
    }
}
