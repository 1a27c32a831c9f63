package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ana Verde", "김민규", "НАСТЯ ИВЛЕЕВА", "★ Kids 🎭", "👨‍👩‍👧 family", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 England", "❤️", "👩🏽‍🚀", "ශ්‍රී ලංකා",
            "می‌خواهم",
        "क्‍ष", "مصطفى GAME OVER", "𝐍𝐮𝐲𝐞𝐧", ""})
    void text_of_any_script_stays_as_it_is(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(CleanText.of(text).value()).isEqualTo(composed);
        assertThat(CleanText.of(text).removed()).isEmpty();
    }

    @Test
    void what_cannot_be_seen_is_removed_and_named() {
        CleanText clean = CleanText.of("\uFEFFAna\u200B \u202EVerde\u2069\u0000\u00AD\uD800!\u200D");

        assertThat(clean.value()).isEqualTo("Ana Verde!");
        assertThat(clean.removed()).containsExactly("U+FEFF", "U+200B", "U+202E", "U+2069", "U+0000", "U+00AD", "U+D800", "U+200D");
    }

    @Test
    void blanks_of_every_kind_become_single_spaces_and_vanish_at_the_ends_without_a_word() {
        assertThat(CleanText.of(" \u00A0Cocomelon\u3000\t Kids\r\n\u2028TV\u3164 ")).isEqualTo(new CleanText("Cocomelon Kids TV",
                List.of()));
    }

    @Test
    void composed_and_decomposed_letters_become_one() {
        assertThat(CleanText.of("E\u0301").value()).isEqualTo("\u00C9");
    }

    @Test
    void cleaning_twice_is_cleaning_once() {
        long seed = 99;
        Random random = new Random(seed);
        int[] signs = {'a', ' ', 0x200D, 0x200C, 0xFE0F, 0x1F468, 0x1F3FD, 0x0301, 0xE0067, 0x1F3F4, 0xE007F, 0x0915, 0x094D, 0x202E, 0,
                0xD800, 0xAC00, 0x1161,
            0x3164, 0x0645};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(8), 0, signs.length).forEach(sign -> text.appendCodePoint(signs[sign]));
            String once = CleanText.of(text.toString()).value();
            assertThat(CleanText.of(once).value()).as("seed %d, round %d", seed, i).isEqualTo(once);
        }
    }
}
