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

/** README's snippets, word for word, with the domain alone on its path. */
class EmbeddingSnippetTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path DOMAIN = ROOT.resolve("domain/target/classes");

    @TempDir
    private Path directory;

    @Test
    void readme_shows_how_to_rank_in_at_most_twenty_lines() throws IOException {
        assertThat(snippet("embedding-snippet").lines()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void readme_shows_how_to_keep_a_wallet_in_little_more_than_thirty_lines() throws IOException {
        assertThat(snippet("embedding-wallet-snippet").lines()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void the_snippet_compiles_and_ranks_with_the_domain_alone() throws IOException, InterruptedException {
        String printed = printed("embedding-snippet", "RankMine");

        assertThat(printed.lines().filter(line -> !line.startsWith(" "))).satisfiesExactly(
                first -> assertThat(first).startsWith("1. instagram/ana.verde 0."),
                second -> assertThat(second).startsWith("2. tiktok/lucasol 0."));
        assertThat(printed).contains("   location 0.100000 imported", "   engagement 0.087500 missing");
    }

    @Test
    void the_wallet_s_snippet_compiles_and_counts_with_the_domain_alone() throws IOException, InterruptedException {
        String printed = printed("embedding-wallet-snippet", "SpendMine");

        assertThat(printed.lines()).containsExactly("Booked, 100 credits left", "Charged, 50 credits left",
                "  issuance.paid -> available 100 credit", "  included.creator_unlock -> usage.creator_unlock 1 creator_unlock",
                "  available -> usage.creator_unlock 50 credit", "Whole[entries=3]");
    }

    private String printed(String snippet, String name) throws IOException, InterruptedException {
        Path source = Files.writeString(directory.resolve(name + ".java"), snippet(snippet));
        run("javac", "--release", "21", "-cp", DOMAIN.toString(), "-d", directory.toString(), source.toString());
        return run("java", "-cp", DOMAIN + ":" + directory, name);
    }

    private static String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static String snippet(String name) throws IOException {
        Matcher fenced = Pattern.compile("<!-- " + name + " -->\\s*```java\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(fenced.find()).as("README.md has the snippet").isTrue();
        return fenced.group(1);
    }
}
