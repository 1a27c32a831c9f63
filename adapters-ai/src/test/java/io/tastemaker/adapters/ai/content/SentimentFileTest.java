package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.content.SentimentLexicon;
import io.tastemaker.domain.content.SentimentTerm;
import io.tastemaker.domain.content.SentimentTerm.Contrast;
import io.tastemaker.domain.content.SentimentTerm.Degree;
import io.tastemaker.domain.content.SentimentTerm.Feeling;
import io.tastemaker.domain.content.SentimentTerm.Negation;
import io.tastemaker.domain.content.SentimentTerm.Reach;
import io.tastemaker.domain.shared.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentFileTest {

    @Test
    void all_that_a_file_may_hold_is_read() {
        SentimentLexicon lexicon = read("""
                # A remark.

                borrows: en
                endings v: - s
                +0.5: enjoy~v, over the moon,
                 fan~v of
                -0.5: sad, rot*
                0: dead sea
                negates both: nicht
                degree 1.3 behind: demais
                contrast: but
                """);

        assertThat(lexicon.language()).isEqualTo(new Language("xx"));
        assertThat(lexicon.borrows()).contains(new Language("en"));
        assertThat(lexicon.terms()).containsExactly(
                new SentimentTerm("over the moon", new Feeling(0.5)), new SentimentTerm("sad", new Feeling(-0.5)),
                new SentimentTerm("rot*", new Feeling(-0.5)), new SentimentTerm("dead sea", new Feeling(0)),
                new SentimentTerm("nicht", new Negation(Reach.BOTH)), new SentimentTerm("demais", new Degree(1.3, Reach.BEHIND)),
                new SentimentTerm("but", new Contrast()), new SentimentTerm("enjoy", new Feeling(0.5)),
                new SentimentTerm("enjoys", new Feeling(0.5)), new SentimentTerm("fan of", new Feeling(0.5)),
                new SentimentTerm("fans of", new Feeling(0.5)));
    }

    @Test
    void the_version_is_that_of_the_text() {
        assertThat(read("+0.5: good\n").version()).isEqualTo(read("+0.5: good\n").version()).isNotEqualTo(read("+0.6: good\n").version());
        assertThat(read("+0.5: good\n").borrows()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            good                 | a line begins with
            ' good'              | a line begins with
            +1.5: good           | from -1 to 1
            nice: good           | neither a weight nor a known word
            degree: very         | neither a weight nor a known word
            degree 9: very       | from 0 to 3
            negates left: not    | LEFT
            +0.5: enjoy~v        | no endings of this name: v
            endings: s           | one name
            borrows: English     | lower-case letters
            +0.5: good, good     | twice: good
            """)
    void a_line_that_says_nothing_is_named_by_file_and_number(String line, String fault) {
        assertThatThrownBy(() -> read("# A remark.\n" + line + "\n")).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sentiment/xx.txt, line 2: ").hasMessageContaining(fault);
    }

    @Test
    void a_file_that_is_missing_is_named() {
        assertThatThrownBy(() -> SentimentFiles.lexicon("zz")).isInstanceOf(IllegalStateException.class)
                .hasMessage("sentiment/zz.txt is missing");
    }

    private static SentimentLexicon read(String text) {
        return new SentimentFile("sentiment/xx.txt", text).lexicon("xx");
    }
}
