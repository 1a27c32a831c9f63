package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    /** Rank, handle, followers, rate, score, and the five contributions with a mark each. */
    private static final Pattern ROW = Pattern.compile(
            "^ +\\d+  \\S+ +\\S+ +(?:[0-9.]+ %|\\?) +(?<score>[01]\\.\\d{6}) (?<parts>(?: +[01]\\.\\d{6}[ ~!?]){5})", Pattern.MULTILINE);

    @Test
    void a_whole_campaign_is_played_and_every_printed_score_is_the_sum_of_its_parts(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        Path report = folder.resolve("report.xlsx");

        int status = Main.run(List.of("demo", "--report", report.toString()), Map.of(), out, new PrintStream(complained, true, StandardCharsets.UTF_8));

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).as(text).isZero();
        List<MatchResult> rows = ROW.matcher(text).results().toList();
        assertThat(rows).as(text).hasSize(10);
        assertThat(rows).allSatisfy(row -> assertThat(sum(row.group("parts"))).isEqualTo(new BigDecimal(row.group("score"))));
        assertThat(text).contains("4. Why is this one not here?").contains(" is not in the ranking:").contains(": wanted ")
                .contains("Nothing is missing: the brief can become a campaign.", "follower range: 4,100 to 38,000");
        assertThat(text).contains("1 by the plan, 0 free, 0 for credits (creator_unlock@1)").contains("(as before)")
                .contains("refused: 25 credits required, 0 available, 25 missing").contains("refused: 25 credits required, 15 available, 10 missing")
                .contains("25 credits  available -> usage.creator_unlock").contains("entries are as they were booked");
        assertThat(text).contains(": replied, \"May I keep the sample?\"", ": accepted", ": declined, \"Not this time.\"")
                .contains("refused: that would be 60000.00 USD of 6000.00 USD", "refused: nobody approves what they handed in themselves")
                .contains("approve: approved", "spent 900.00 USD of the budget").containsPattern("(?m)^    \\d{4}-\\d\\d-\\d\\d  █{50} +[\\d,]+$")
                .containsPattern("earned_media_value +[0-9.,]+ USD  earned_media_value@1, 14 rows, between ").contains("10. The same over HTTP", "curl ");
        assertThat(Files.readAllBytes(report)).startsWith('P', 'K');
    }

    /** The simulator is a jar of another module, which is there once that was packaged: in {@code mvn verify}, not in a first {@code mvn test}. */
    @Test
    void a_plan_and_credits_are_bought_from_a_simulator_of_stripe() throws IOException {
        Path root = Path.of(System.getProperty("project.root"));
        assumeTrue(isPackaged(root), "the simulator is not packaged yet: 'mvn package -DskipTests' does it");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setProperty("tastemaker.home", root.toString());
        try {
            int status = Main.run(List.of("demo", "--billing"), Map.of(), new PrintStream(printed, true, StandardCharsets.UTF_8),
                    new PrintStream(complained, true, StandardCharsets.UTF_8));

            String text = printed.toString(StandardCharsets.UTF_8);
            assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(status).as(text).isZero();
            assertThat(text).contains("plan premium@2 (trialing)", "499.00 USD paid, 1000 credits", "to pay 40.00 USD", "\"refused\":0",
                    "The credits of 1 accounts are those that are due.");
            assertThat(text).doesNotContain("DRIFT", "\"sent\":0", "It could not be finished");
        } finally {
            System.clearProperty("tastemaker.home");
        }
    }

    private static boolean isPackaged(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("adapters-billing/target"))) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith("-simulator.jar"));
        }
    }

    private static BigDecimal sum(String parts) {
        return Stream.of(parts.split("[ ~!?]+")).filter(part -> !part.isEmpty()).map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
