package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void an_ordinary_text_stays_as_it_is() {
        String text = "Olá! \"Zoë\"\n\tشكرا 日本 👩‍👩‍👧 \u2028";
        assertThat(SafeText.of(text, 1_000)).isEqualTo(text);
    }

    @Test
    void a_character_of_two_units_is_not_cut_in_two() {
        assertThat(SafeText.of("ab😀c", 3)).isEqualTo("ab");
        assertThat(SafeText.of("ab😀c", 4)).isEqualTo("ab😀");
        assertThat(SafeText.of("abc", 0)).isEmpty();
    }

    @Test
    void half_characters_are_replaced() {
        assertThat(SafeText.of("\ud83da\ude00b\ude00\ud83d", 100)).isEqualTo("\ufffda\ufffdb\ufffd\ufffd");
    }

    @Test
    void control_characters_become_spaces() {
        assertThat(SafeText.of("a\u0000b\u001bc\u0085d\re", 100)).isEqualTo("a b c d e");
    }
}
