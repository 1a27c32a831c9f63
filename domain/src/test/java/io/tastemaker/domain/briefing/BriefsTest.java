package io.tastemaker.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of briefs: what people write, and the draft that the rules make of it. */
class BriefsTest {

    private static final List<String> FILES = List.of("briefs.txt", "briefs-2.txt", "briefs-3.txt", "briefs-4.txt",
            "briefs-5.txt", "briefs-6.txt", "briefs-7.txt", "briefs-8.txt", "briefs-9.txt",
            "briefs-10.txt", "briefs-11.txt", "briefs-12.txt",
            "briefs-13.txt", "briefs-14.txt", "briefs-15.txt");

    @ParameterizedTest
    @MethodSource("cases")
    void a_brief_is_read_as_it_is_meant(BriefTable.Case brief) {
        assertThat(BriefTable.differences(brief.expected(), BriefTable.shown(brief.read()))).as(String.join(" >> ", brief.messages())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_same_messages_give_the_same_draft(BriefTable.Case brief) {
        assertThat(brief.read()).isEqualTo(brief.read());
    }

    @Test
    void the_table_is_as_long_as_it_was_promised() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(120);
    }

    static Stream<BriefTable.Case> cases() {
        return FILES.stream().flatMap(file -> BriefTable.read(text(file)).stream());
    }

    private static String text(String file) {
        try (InputStream in = BriefsTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
