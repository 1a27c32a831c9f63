package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README tells an architect to do works in another project, to the letter. */
class ArchitectSnippetTest {

    private static final Pattern SNIPPET = Pattern.compile("<!-- architect-snippet -->\\s*```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEST = Pattern.compile("class (\\w+) \\{.*void (\\w+)\\(\\)", Pattern.DOTALL);

    @Test
    void the_snippet_passes_on_a_program_that_keeps_the_rules(@TempDir Path home) throws Exception {
        assertThat(run(Acme.good(home))).isEqualTo("kept");
    }

    @Test
    void the_snippet_fails_on_a_program_that_breaks_a_rule(@TempDir Path home, @TempDir Path elsewhere) throws Exception {
        Path broken = Acme.specimens().stream().filter(specimen -> specimen.endsWith("DOMAIN_TYPES_ARE_CLOSED/open_class")).findFirst().orElseThrow();

        assertThat(run(Acme.good(home).spoiled(elsewhere, broken)))
                .contains("[DOMAIN_TYPES_ARE_CLOSED] com.acme.domain.orders.Basket is open")
                .contains("(1 times)");
    }

    @Test
    void the_snippet_has_five_lines_besides_imports_and_class() throws IOException {
        assertThat(snippet().lines().filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ")))
                .hasSizeLessThanOrEqualTo(6);
    }

    /** Compiles the snippet into the program, and runs it in a Java of its own whose class path is that of a test there. */
    private static String run(Acme acme) throws IOException, InterruptedException {
        String snippet = snippet();
        MatchResult test = TEST.matcher(snippet).results().findFirst().orElseThrow();
        acme.addTest(test.group(1), snippet);
        acme.addTest("Runner", """
                class Runner {
                    public static void main(String[] arguments) {
                        try {
                            new %s().%s();
                            System.out.print("kept");
                        } catch (AssertionError broken) {
                            System.out.print(broken.getMessage());
                        }
                    }
                }
                """.formatted(test.group(1), test.group(2)));
        String path = String.join(":", acme.testClasses().toString(), acme.mainClasses().toString(), System.getProperty("java.class.path"));
        Path output = acme.home().resolve("output.txt");
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", path, "Runner")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        java.waitFor();
        return Files.readString(output);
    }

    private static String snippet() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("project.root"), "README.md"));
        return SNIPPET.matcher(readme).results().findFirst().orElseThrow().group(1);
    }
}
