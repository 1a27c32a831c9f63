package io.tastemaker.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {

    /** RFC 4226, section 5.4 and appendix D. */
    @ParameterizedTest
    @CsvSource({
        "1f8698690e02ca16618550ef7f19da8e945b555a, 872921",
        "cc93cf18508d94934c64b65d8ba7667fb7cde4b0, 755224",
        "75a48a19d4cbe100644e8ac1397eea747a2d33ab, 287082",
        "0bacb7fa082fef30782211938bc1c5e70416ff44, 359152",
        "66c28227d03a2d5529262ff016a1e6ef76557ece, 969429"
    })
    void a_code_is_cut_out_of_its_mac(String mac, String code) {
        assertThat(OneTimeCode.ofMac(HexFormat.of().parseHex(mac)).digits()).isEqualTo(code);
    }

    @Test
    void leading_zeros_are_kept() {
        assertThat(OneTimeCode.ofMac(new byte[20]).digits()).isEqualTo("000000");
    }

    @Test
    void a_mac_of_another_length_is_refused() {
        assertThatThrownBy(() -> OneTimeCode.ofMac(new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_steps_around_a_moment_are_its_own_and_both_neighbours() {
        assertThat(OneTimeCode.stepAt(Instant.ofEpochSecond(59))).isEqualTo(1);
        assertThat(OneTimeCode.stepAt(Instant.ofEpochSecond(60))).isEqualTo(2);
        assertThat(OneTimeCode.stepsAround(Instant.ofEpochSecond(60))).containsExactly(2L, 1L, 3L);
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        assertThat(OneTimeCode.read(" 012 345 ")).contains(new OneTimeCode("012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "+12345", "\u0661\u0662\u0663\u0664\u0665\u0666"})
    void what_is_no_code_is_not_read(String text) {
        assertThat(OneTimeCode.read(text)).isEmpty();
    }

    @Test
    void a_code_does_not_show_itself() {
        assertThat(new OneTimeCode("287082").toString()).doesNotContain("287082");
    }
}
