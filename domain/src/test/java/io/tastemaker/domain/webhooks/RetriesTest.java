package io.tastemaker.domain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.webhooks.Retries.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private static Duration pause(int attempts, Optional<Duration> wish, int seed) {
        return Duration.between(NOON, ((Decision.Again) Retries.after(attempts, NOON, NOON, wish, seed)).at());
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 15", "3, 45", "4, 135", "5, 405", "6, 1215", "7, 3645", "8, 10935", "9, 32805"})
    void each_pause_is_three_times_as_long_a_fifth_more_or_less(int attempts, long seconds) {
        long[] millis = IntStream.range(0, 2_000).mapToLong(seed -> pause(attempts, Optional.empty(), seed).toMillis()).toArray();
        assertThat(LongStream.of(millis)).allMatch(pause -> pause >= seconds * 800 && pause <= seconds * 1_200);
        assertThat(IntStream.range(0, 2_000).filter(seed -> millis[seed] < seconds * 900).count()).isBetween(300L, 700L);
        assertThat(IntStream.range(0, 2_000).filter(seed -> millis[seed] > seconds * 1_100).count()).isBetween(300L, 700L);
    }

    @Test
    void the_same_delivery_waits_the_same_whenever_it_is_decided() {
        assertThat(pause(3, Optional.empty(), 42)).isEqualTo(pause(3, Optional.empty(), 42));
    }

    @Test
    void ten_attempts_fit_into_a_day_and_the_tenth_is_the_last() {
        for (int seed = 0; seed < 500; seed++) {
            Instant now = NOON;
            for (int attempt = 1; attempt < Retries.MOST_ATTEMPTS; attempt++) {
                now = ((Decision.Again) Retries.after(attempt, NOON, now, Optional.empty(), seed)).at();
            }
            assertThat(now).isBefore(NOON.plus(Retries.PATIENCE));
            assertThat(Retries.after(Retries.MOST_ATTEMPTS, NOON, now, Optional.empty(), seed)).isEqualTo(new Decision.GiveUp());
        }
    }

    @Test
    void after_a_day_it_is_given_up_however_often_it_was_sent() {
        Instant end = NOON.plus(Retries.PATIENCE);
        assertThat(Retries.after(2, NOON, end.minusMillis(1), Optional.empty(), 1)).isEqualTo(new Decision.Again(end));
        assertThat(Retries.after(2, NOON, end, Optional.empty(), 1)).isEqualTo(new Decision.GiveUp());
    }

    @Test
    void a_wish_counts_when_it_is_longer_than_the_pause_and_up_to_an_hour() {
        assertThat(pause(1, Optional.of(Duration.ofMinutes(2)), 1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(1, Optional.of(Duration.ofDays(3)), 1)).isEqualTo(Duration.ofHours(1));
        assertThat(pause(5, Optional.of(Duration.ofSeconds(1)), 1)).isEqualTo(pause(5, Optional.empty(), 1));
    }
}
