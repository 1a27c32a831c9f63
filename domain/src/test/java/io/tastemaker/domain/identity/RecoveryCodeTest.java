package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    @Test
    void a_code_is_four_groups_of_four() {
        assertThat(RecoveryCode.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).text()).isEqualTo("000g-40r4-0m30-e209");
    }

    @Test
    void whatever_it_is_made_of_a_code_is_read_as_it_is_written() {
        Random random = new Random(7);
        assertThat(IntStream.range(0, 1_000).mapToObj(any -> new byte[RecoveryCode.BYTES]).peek(random::nextBytes).map(RecoveryCode::of))
                .allMatch(code -> RecoveryCode.read(code.text()).equals(java.util.Optional.of(code)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k7m29xq401ab0000", "K7M2-9XQ4-01AB-0000", " k7m2 9xq4 oiab oooo", "k7m2-9xq4-olab-0o0o"})
    void a_code_is_read_as_people_type_it(String text) {
        assertThat(RecoveryCode.read(text)).contains(new RecoveryCode("k7m29xq401ab0000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k7m2-9xq4-01ab", "k7m2-9xq4-01ab-00000", "k7m2-9xq4-01ab-000u", "123456"})
    void what_is_no_code_is_not_read(String text) {
        assertThat(RecoveryCode.read(text)).isEmpty();
    }

    @Test
    void a_code_of_too_few_bytes_is_refused() {
        assertThatThrownBy(() -> RecoveryCode.of(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_does_not_show_itself() {
        assertThat(new RecoveryCode("k7m29xq401ab0000").toString()).doesNotContain("k7m2");
    }
}
