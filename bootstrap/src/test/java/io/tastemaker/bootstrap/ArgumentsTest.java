package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void words_and_options_may_stand_in_any_order() {
        Arguments arguments = new Arguments(List.of("--platform", "tiktok", "list.csv", "--as-of=2022-06-01"), Set.of("platform", "as-of"));

        assertThat(arguments.word(0, "a file")).isEqualTo("list.csv");
        assertThat(arguments.option("platform")).contains("tiktok");
        assertThat(arguments.option("as-of")).contains("2022-06-01");
        arguments.check(1);
    }

    @Test
    void every_fault_is_named_at_once() {
        Arguments arguments = new Arguments(List.of("a", "b", "--creators", "-3", "--sed", "1", "--seed"), Set.of("creators", "seed"));
        arguments.count("creators");

        assertThatThrownBy(() -> arguments.check(1))
                .isInstanceOf(Arguments.Faulty.class)
                .hasMessageContaining("--sed is not an option here; there is --creators, --seed")
                .hasMessageContaining("--seed needs a value")
                .hasMessageContaining("--creators must be a whole number of at least 1: -3")
                .hasMessageContaining("not understood: b");
    }
}
