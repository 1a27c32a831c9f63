package io.tastemaker.adapters.http.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private final Asked.Memory memory = new Asked.Memory();
    private final SearchJson body = body();

    private static SearchJson body() {
        return new SearchJson(Optional.empty(), Optional.empty(), Optional.empty(), 20, Optional.empty());
    }

    @Test
    void a_body_is_understood_once_a_day() {
        assertThat(memory.of(body, TODAY)).isSameAs(memory.of(body, TODAY));
    }

    @Test
    void tomorrow_the_same_body_asks_of_tomorrow() {
        memory.of(body, TODAY);

        assertThat(memory.of(body, TODAY.plusDays(1)).criteria().day()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void an_equal_body_that_is_another_object_asks_the_same() {
        assertThat(memory.of(body(), TODAY).criteria()).isEqualTo(memory.of(body, TODAY).criteria());
    }
}
