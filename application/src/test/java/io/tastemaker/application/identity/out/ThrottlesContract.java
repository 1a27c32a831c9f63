package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Throttles.Limit;
import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.application.shared.out.SeededIds;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every counter of attempts does. */
public abstract class ThrottlesContract {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Limit THREE = new Limit(3, WINDOW);

    private final String bucket = "login:" + SeededIds.next();

    protected abstract Throttles throttles();

    @Test
    void so_many_attempts_go_on_and_the_next_waits_for_the_end_of_the_window() {
        for (int second = 0; second < 3; second++) {
            assertThat(throttles().count(bucket, THREE, NOON.plusSeconds(second))).isZero();
        }
        assertThat(throttles().count(bucket, THREE, NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(throttles().count(bucket, THREE, NOON.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_new_window_begins_with_the_first_attempt_after_the_old_one() {
        for (int attempt = 0; attempt < 9; attempt++) {
            throttles().count(bucket, THREE, NOON);
        }
        assertThat(throttles().count(bucket, THREE, NOON.plus(WINDOW))).isZero();
        assertThat(throttles().count(bucket, THREE, NOON.plus(WINDOW).plusSeconds(1))).isZero();
    }

    @Test
    void an_attempt_older_than_the_window_it_meets_waits_for_no_more_than_a_window() {
        Limit one = new Limit(1, WINDOW);
        throttles().count(bucket, one, NOON);
        assertThat(throttles().count(bucket, one, NOON.minusMillis(300))).isEqualTo(WINDOW);
    }

    @Test
    void each_bucket_is_counted_for_itself() {
        for (int attempt = 0; attempt < 9; attempt++) {
            throttles().count(bucket, THREE, NOON);
        }
        assertThat(throttles().count("login:" + SeededIds.next(), THREE, NOON)).isZero();
    }

    @Test
    void of_many_parallel_attempts_exactly_as_many_as_are_allowed_go_on() {
        Limit ten = new Limit(10, WINDOW);
        assertThat(AtOnce.call(100, number -> throttles().count(bucket, ten, NOON))).filteredOn(Duration::isZero).hasSize(10);
    }

    @Test
    void what_is_old_is_purged() {
        throttles().count(bucket, THREE, NOON);
        String younger = "login:" + SeededIds.next();
        Limit one = new Limit(1, WINDOW);
        throttles().count(younger, one, NOON.plusSeconds(1));
        assertThat(throttles().purge(NOON)).isPositive();
        assertThat(throttles().count(bucket, one, NOON.plusSeconds(1))).as("forgotten").isZero();
        assertThat(throttles().count(younger, one, NOON.plusSeconds(2))).as("remembered").isPositive();
    }
}
