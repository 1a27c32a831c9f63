package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimiter limiter = new RateLimiter(
            RateLimits.of(Map.of(RateClass.READING, new Rate(3, 6), RateClass.PUBLIC, new Rate(1, 60))), nanos::get);

    private RateLimiter.Standing read() {
        return limiter.spend(RateClass.READING, TestServer.TEAM);
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void each_call_leaves_one_less() {
        assertThat(read().header()).isEqualTo("\"steady\";r=5;t=10");
        assertThat(read().header()).isEqualTo("\"steady\";r=4;t=20");
        assertThat(read().rate().policy()).isEqualTo("\"burst\";q=3;w=1, \"steady\";q=6;w=60");
    }

    @Test
    void a_burst_is_whole_again_after_a_second() {
        IntStream.range(0, 2).forEach(call -> read());
        RateLimiter.Standing last = read();
        RateLimiter.Standing over = read();
        pass(1_000);

        assertThat(last.allowed()).isTrue();
        assertThat(last.header()).isEqualTo("\"burst\";r=0;t=1");
        assertThat(over.allowed()).isFalse();
        assertThat(over.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(IntStream.range(0, 4).filter(call -> read().allowed()).count()).isEqualTo(3);
    }

    @Test
    void in_the_long_run_the_steady_limit_holds() {
        for (int call = 0; call < 6; call++) {
            assertThat(read().allowed()).isTrue();
            pass(500);
        }
        RateLimiter.Standing over = read();

        assertThat(over.allowed()).isFalse();
        assertThat(over.header()).isEqualTo("\"steady\";r=0;t=60");
        assertThat(over.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        pass(7_000);
        assertThat(read().allowed()).isTrue();
    }

    @Test
    void a_refused_call_costs_nothing() {
        IntStream.range(0, 1_000).forEach(call -> read());
        pass(60_000);

        assertThat(read().steady()).isEqualTo(5);
    }

    @Test
    void teams_kinds_and_sources_are_counted_apart() {
        IntStream.range(0, 5).forEach(call -> read());
        limiter.spend(RateClass.PUBLIC, "192.0.2.1");

        assertThat(read().allowed()).isFalse();
        assertThat(limiter.spend(RateClass.READING, TestServer.OTHER_TEAM).allowed()).isTrue();
        assertThat(limiter.spend(RateClass.WRITING, TestServer.TEAM).allowed()).isTrue();
        assertThat(limiter.spend(RateClass.PUBLIC, "192.0.2.1").allowed()).isFalse();
        assertThat(limiter.spend(RateClass.PUBLIC, "192.0.2.2").allowed()).isTrue();
    }

    @Test
    void looking_spends_nothing() {
        assertThat(limiter.look(RateClass.PUBLIC, "192.0.2.1").allowed()).isTrue();
        assertThat(limiter.look(RateClass.PUBLIC, "192.0.2.1").allowed()).isTrue();
        limiter.spend(RateClass.PUBLIC, "192.0.2.1");
        assertThat(limiter.look(RateClass.PUBLIC, "192.0.2.1").allowed()).isFalse();
    }

    @Test
    void a_flood_of_sources_pushes_no_team_out() {
        IntStream.range(0, 3).forEach(call -> read());
        IntStream.range(0, 2 * RateLimiter.MOST_COUNTED).forEach(source -> limiter.spend(RateClass.PUBLIC, "source " + source));

        assertThat(read().allowed()).isFalse();
    }

    @Test
    void no_limit_overflows() {
        RateLimiter free = new RateLimiter(RateLimits.all(Rate.MOST), nanos::get);
        nanos.set(Long.MAX_VALUE / 2);
        free.spend(RateClass.READING, TestServer.TEAM);
        nanos.set(Long.MAX_VALUE / 2 + Duration.ofDays(365).toNanos());

        assertThat(free.spend(RateClass.READING, TestServer.TEAM).steady()).isEqualTo(999_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "50", "50,", "0,10", "10,5", "1,1000001", "1.5,3", "a,b", "1,2,3", "-1,5"})
    void what_is_no_rate_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(text)).withMessageContaining("such as 50,1200");
    }

    @Test
    void a_rate_is_read() {
        assertThat(Rate.of(" 50 , 1200 ")).isEqualTo(new Rate(50, 1_200));
    }
}
