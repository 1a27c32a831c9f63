package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.access.Refusal;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void who_named_a_version_hears_that_it_is_an_older_one() {
        assertThat(Problems.of(new Refusal.StaleVersion(3), true).code()).isEqualTo(ProblemCode.STALE_VERSION);
    }

    @Test
    void who_named_none_and_came_at_the_same_moment_as_another_hears_of_a_conflict() {
        assertThat(Problems.of(new Refusal.StaleVersion(3), false).code()).isEqualTo(ProblemCode.STATE_CONFLICT);
    }
}
