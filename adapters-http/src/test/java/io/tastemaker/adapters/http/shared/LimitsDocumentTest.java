package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsDocumentTest {

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("project.root"), "docs", "limits.md"));
    }

    @ParameterizedTest
    @EnumSource(RateClass.class)
    void every_kind_of_calls_stands_there_with_its_limits(RateClass kind) throws IOException {
        boolean bySource = List.of(RateClass.SIGN_IN, RateClass.PUBLIC, RateClass.REFUSED).contains(kind);

        assertThat(page()).contains("| `" + kind.code() + "` | " + (bySource ? "source" : "team") + " | " + kind.usual().perSecond() + " | "
                + kind.usual().perMinute() + " | `TASTEMAKER_RATE_" + kind + "` |");
    }

    @Test
    void every_size_stands_there_as_it_is_in_the_code() throws IOException {
        assertThat(page()).contains(
                "| JSON body, announced or in chunks | " + Reader.MOST_BODY + " bytes |",
                "| signed body, announced or in chunks | " + Reader.MOST_BODY + " bytes |",
                "| uploaded file | " + HttpSettings.UPLOAD_LIMIT / (1 << 20) + " MB,",
                "| levels of a body | " + StrictJson.MOST_DEPTH + " |",
                "| string | " + Shape.MOST_CHARACTERS + " characters |",
                "| entries of an array | " + Shape.MOST_ENTRIES + " |",
                "| digits of a number | " + StrictJson.MOST_DIGITS + " |",
                "| query | " + Reader.MOST_QUERY + " bytes |",
                "| request line and headers | " + HttpApi.MOST_HEADER_BYTES + " bytes |",
                "| event streams of a team | " + Streams.MOST_PER_TEAM + " |",
                "less than " + Edge.LEAST_BYTES_PER_SECOND + " bytes a second");
    }

    @Test
    void every_problem_it_names_is_known() throws IOException {
        List<String> known = Arrays.stream(ProblemCode.values()).map(code -> code.status() + " `" + code.code() + "`").toList();

        assertThat(Pattern.compile("[45][0-9]{2} `[a-z_]+`").matcher(page()).results().map(found -> found.group()))
                .isNotEmpty().isSubsetOf(known);
    }
}
