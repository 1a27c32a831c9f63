package io.tastemaker.domain.operations;

import static io.tastemaker.domain.operations.Health.Status.DEGRADED;
import static io.tastemaker.domain.operations.Health.Status.DOWN;
import static io.tastemaker.domain.operations.Health.Status.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void all_up_is_a_hundred_whatever_the_weights() {
        assertThat(new Health(List.of(part("database", 30, UP), part("jobs", 10, UP))).score()).isEqualTo(100);
        assertThat(new Health(List.of(part("database", 30, UP))).score()).isEqualTo(100);
    }

    @Test
    void what_is_degraded_counts_half_and_the_score_is_rounded_down() {
        Health health = new Health(List.of(part("database", 30, UP), part("cache", 10, UP), part("creator_source", 15, UP),
                part("content_analyst", 15, DEGRADED), part("payments", 10, UP), part("jobs", 10, UP), part("mail", 10, UP)));

        assertThat(health.score()).isEqualTo(92);
        assertThat(health.status()).isEqualTo(DEGRADED);
    }

    @Test
    void the_program_is_down_when_its_database_is() {
        assertThat(new Health(List.of(part("database", 30, DOWN), part("jobs", 10, UP))).status()).isEqualTo(DOWN);
        assertThat(new Health(List.of(part("database", 30, UP), part("jobs", 10, DOWN))).status()).isEqualTo(DEGRADED);
    }

    private static Health.Component part(String name, int weight, Health.Status status) {
        return new Health.Component(name, weight, status, "");
    }
}
