package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

    @Test
    void a_step_that_fails_keeps_no_other_from_being_done_and_comes_again() {
        List<String> done = new ArrayList<>();
        Housekeeping.Step failing = new Housekeeping.Step("failing", () -> {
            done.add("failing");
            throw new IllegalStateException("on purpose");
        });
        try (Housekeeping housekeeping = new Housekeeping(List.of(failing, new Housekeeping.Step("good", () -> done.add("good"))))) {
            housekeeping.tidyUp();
            housekeeping.tidyUp();
        }
        assertThat(done).containsExactly("failing", "good", "failing", "good");
    }
}
