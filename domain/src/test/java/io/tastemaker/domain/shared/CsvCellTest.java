package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvCellTest {

    /** A file of one column, as it is written to the last character. */
    private static final String GOLDEN = """
            Ana Verde
            ""
            "'=1+1"
            "'=HYPERLINK(""http://a"",""b"")"
            "'+55 11 4002 8922"
            "'-2+3"
            "'@SUM(A1:A9)"
            "'\t=1"
            "'\r=1"
            "'\n=1"
            "' =1+1"
            "'\u00A0=1+1"
            "'\uFEFF=1+1"
            "'\u200B=1+1"
            "'＝1+1"
            "'＠SUM(A1)"
            a=b
            a-b@c.com
            "a,b"
            "a;b"
            "a|b"
            "a
            b"
            "say ""hi\"""
            " spaced "
            'quoted'
            अनामिका 🌱
            """;

    @Test
    void every_text_is_shown_and_none_computed() {
        List<String> texts = List.of("Ana Verde", "", "=1+1", "=HYPERLINK(\"http://a\",\"b\")", "+55 11 4002 8922", "-2+3", "@SUM(A1:A9)",
                "\t=1", "\r=1", "\n=1", " =1+1", "\u00A0=1+1", "\uFEFF=1+1", "\u200B=1+1", "＝1+1", "＠SUM(A1)", "a=b", "a-b@c.com", "a,b",
                "a;b", "a|b", "a\nb", "say \"hi\"", " spaced ", "'quoted'", "अनामिका 🌱");

        String file = texts.stream().map(CsvCell::of).map(cell -> cell.isEmpty() ? "\"\"" : cell).collect(Collectors.joining("\n", "", "\n"));

        assertThat(file).isEqualTo(GOLDEN);
    }
}
