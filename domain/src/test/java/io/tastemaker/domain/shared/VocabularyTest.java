package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void money_has_the_decimals_of_its_currency() {
        assertThat(Money.of("12000", "BRL")).hasToString("12000.00 BRL");
        assertThat(Money.of("1500.0", "JPY")).hasToString("1500 JPY");
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("0.005", "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "XYZ"));
    }

    @Test
    void equal_amounts_are_equal_however_they_were_written() {
        assertThat(Money.of("12000", "BRL")).isEqualTo(Money.of("12000.00", "BRL"));
    }

    @Test
    void a_range_includes_its_ends_and_may_be_open() {
        Range<Long> range = Range.of(10L, 20L);

        assertThat(range.contains(10L)).isTrue();
        assertThat(range.contains(20L)).isTrue();
        assertThat(range.contains(9L)).isFalse();
        assertThat(range.contains(21L)).isFalse();
        assertThat(Range.from(10L).contains(Long.MAX_VALUE)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Range.of(2L, 1L));
    }

    @Test
    void categories_fit_the_bits_of_a_long() {
        assertThat(Category.values().length).isLessThanOrEqualTo(64);
    }

    @Test
    void a_code_finds_its_member_and_only_that() {
        assertThat(Coded.find(Platform.class, "tiktok")).contains(Platform.TIKTOK);
        assertThat(Coded.find(Platform.class, "TikTok")).isEmpty();
    }

    @Test
    void a_page_ends_where_no_row_follows() {
        assertThat(Page.of(List.of("a", "b"), 2, row -> row).next()).isEmpty();
        assertThat(Page.of(List.of("a", "b", "c"), 2, row -> row)).isEqualTo(new Page<>(List.of("a", "b"), Optional.of("b")));
    }

    @Test
    void a_language_is_a_primary_subtag() {
        assertThat(new Language("fil").code()).isEqualTo("fil");
        assertThatIllegalArgumentException().isThrownBy(() -> new Language("pt-BR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Language("PT"));
    }
}
