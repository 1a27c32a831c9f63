package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoTest {

    /** Rank, handle, followers, rate, score, and the five contributions with a mark each. */
    private static final Pattern ROW = Pattern.compile(
            "^ +\\d+  \\S+ +\\S+ +(?:[0-9.]+ %|\\?) +(?<score>[01]\\.\\d{6}) (?<parts>(?: +[01]\\.\\d{6}[ ~!?]){5})", Pattern.MULTILINE);

    @Test
    void every_printed_score_is_the_sum_of_its_parts_and_an_explanation_follows() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        int status = Main.run(List.of("demo"), Map.of(), out, new PrintStream(complained, true, StandardCharsets.UTF_8));

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(complained.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).as(text).isZero();
        List<MatchResult> rows = ROW.matcher(text).results().toList();
        assertThat(rows).as(text).hasSize(10);
        assertThat(rows).allSatisfy(row -> assertThat(sum(row.group("parts"))).isEqualTo(new BigDecimal(row.group("score"))));
        assertThat(text).contains("4. Why is this one not here?").contains(" is not in the ranking:").contains(": wanted ")
                .contains("5. The same over HTTP").contains("curl ");
    }

    private static BigDecimal sum(String parts) {
        return Stream.of(parts.split("[ ~!?]+")).filter(part -> !part.isEmpty()).map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
