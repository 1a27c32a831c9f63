package io.tastemaker.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.outreach.WordingFault.Kind;
import io.tastemaker.domain.outreach.WordingFault.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    private static final String LINK = " {{response_link}}";

    @Test
    void placeholders_are_filled_in_the_subject_and_in_the_body() {
        Wording wording = new Wording("{{campaign_name}} for {{ creator_name }}", "Hi {{creator_name}},\n{{brief}}\n{{response_link}}\n");
        assertThat(wording.written(Map.of(Placeholder.CAMPAIGN_NAME, "Spring", Placeholder.CREATOR_NAME, "Ana", Placeholder.BRIEF, "Two\nlines",
                Placeholder.RESPONSE_LINK, "https://example.com/respond#t")))
                .isEqualTo(new Wording.Written("Spring for Ana", "Hi Ana,\nTwo\nlines\nhttps://example.com/respond#t\n"));
    }

    @Test
    void all_faults_are_named_together_in_the_order_of_reading() {
        assertThat(Wording.faults("Hello {{nmae}} {{response_link}}", "{{creator_name}} {{brief} and {{platfrom}} {{open"))
                .containsExactly(
                        new WordingFault(Part.SUBJECT, Kind.UNKNOWN_PLACEHOLDER, "{{nmae}}"),
                        new WordingFault(Part.SUBJECT, Kind.LINK_IN_SUBJECT, "{{response_link}}"),
                        new WordingFault(Part.BODY, Kind.UNCLOSED_PLACEHOLDER, "{{brief} and"),
                        new WordingFault(Part.BODY, Kind.UNKNOWN_PLACEHOLDER, "{{platfrom}}"),
                        new WordingFault(Part.BODY, Kind.UNCLOSED_PLACEHOLDER, "{{open"),
                        new WordingFault(Part.BODY, Kind.LINK_MISSING, "{{response_link}}"));
        assertThatThrownBy(() -> new Wording("Hello {{nmae}}", "x" + LINK)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_placeholder_is_known(Placeholder placeholder) {
        assertThat(Wording.faults("Hello", "{{" + placeholder.code() + "}}" + LINK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{Creator_Name}}", "{{creator name}}", "{{}}", "{{creator_name;brief}}", "{{{creator_name}}"})
    void whatever_else_stands_in_braces_is_unknown(String piece) {
        assertThat(Wording.faults("Hello", piece + LINK)).singleElement().satisfies(fault ->
                assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_PLACEHOLDER));
    }

    @ParameterizedTest
    @CsvSource({"{creator_name}", "a } b { c", "json: {\"a\":1}"})
    void single_braces_are_text(String text) {
        assertThat(new Wording("Hello", text + LINK).written(Map.of(Placeholder.RESPONSE_LINK, "l")).body()).isEqualTo(text + " l");
    }

    @Test
    void what_is_put_in_a_place_is_not_looked_at_again() {
        Wording wording = new Wording("{{creator_name}}", "{{creator_name}}" + LINK);
        Wording.Written written = wording.written(Map.of(Placeholder.CREATOR_NAME, "{{team_name}} {{response_link}} $1 \\n %s",
                Placeholder.TEAM_NAME, "Lima", Placeholder.RESPONSE_LINK, "link"));
        assertThat(written.subject()).isEqualTo("{{team_name}} {{response_link}} $1 \\n %s");
        assertThat(written.body()).isEqualTo("{{team_name}} {{response_link}} $1 \\n %s link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\r\nBcc: all@example.com", "Ana\nBcc: all@example.com", "Ana\rBcc: all@example.com",
            "Ana\u0085Bcc: all@example.com", "Ana\u2028Bcc: all@example.com", "Ana\u0000Bcc: all@example.com"})
    void a_name_begins_no_header_of_its_own(String name) {
        Wording wording = new Wording("For {{creator_name}}", "{{creator_name}}" + LINK);
        Wording.Written written = wording.written(Map.of(Placeholder.CREATOR_NAME, name));
        assertThat(written.subject()).matches("For Ana {1,2}Bcc: all@example.com");
        assertThat(written.body().replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u0085\u2028]");
    }

    @Test
    void a_subject_is_one_line_of_bounded_length() {
        assertThat(Wording.faults("Hello\nBcc: all@example.com", "x" + LINK))
                .containsExactly(new WordingFault(Part.SUBJECT, Kind.CONTROL_CHARACTER, ""));
        assertThat(Wording.faults("x".repeat(201), "x" + LINK)).containsExactly(new WordingFault(Part.SUBJECT, Kind.TOO_LONG, ""));
        assertThat(Wording.faults("😀".repeat(200), "x" + LINK)).isEmpty();
        String long200 = new Wording("{{creator_name}}", "x" + LINK).written(Map.of(Placeholder.CREATOR_NAME, "😀".repeat(300))).subject();
        assertThat(long200.codePointCount(0, long200.length())).isEqualTo(200);
        assertThat(long200).endsWith("😀…");
    }

    @Test
    void empty_and_endless_texts_are_faults() {
        assertThat(Wording.faults(" ", " ")).containsExactly(
                new WordingFault(Part.SUBJECT, Kind.EMPTY, ""), new WordingFault(Part.BODY, Kind.EMPTY, ""));
        assertThat(Wording.faults("Hello", LINK + "x".repeat(10_000))).contains(new WordingFault(Part.BODY, Kind.TOO_LONG, ""));
        assertThat(Wording.faults("Hello", LINK + "{{brief}}".repeat(5))).containsExactly(
                new WordingFault(Part.BODY, Kind.REPEATED_PLACEHOLDER, "{{brief}}"));
        assertThat(Wording.faults("Hello", LINK + "{{brief}}".repeat(3))).isEmpty();
        assertThat(Wording.faults("Hello", "a\tb\nc\u0007" + LINK)).containsExactly(new WordingFault(Part.BODY, Kind.CONTROL_CHARACTER, ""));
    }

    @Test
    void a_long_piece_is_shown_shortened() {
        assertThat(Wording.faults("Hello", "{{" + "x".repeat(500) + "}}" + LINK).getFirst().piece()).hasSize(60).endsWith("…");
    }
}
