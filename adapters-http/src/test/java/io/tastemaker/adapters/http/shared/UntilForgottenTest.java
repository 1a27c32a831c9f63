package io.tastemaker.adapters.http.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UntilForgottenTest {

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong();
    private final Cache<String, String> cache =
            Caffeine.newBuilder().ticker(now::get).expireAfter(new UntilForgotten(AGAIN)).build();

    @BeforeEach
    void answerOnce() {
        cache.get("question", asked -> "answer");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void what_nobody_asks_for_again_is_gone_after_two_seconds() {
        pass(Duration.ofSeconds(2));
        assertThat(cache.getIfPresent("question")).isNull();
    }

    @Test
    void what_is_asked_for_again_in_time_stays() {
        pass(Duration.ofMillis(1_999));
        assertThat(cache.getIfPresent("question")).isEqualTo("answer");
        pass(AGAIN.minusMillis(1));
        assertThat(cache.getIfPresent("question")).isEqualTo("answer");
    }

    @Test
    void it_is_gone_when_nobody_has_asked_for_so_long() {
        cache.getIfPresent("question");
        pass(AGAIN);
        assertThat(cache.getIfPresent("question")).isNull();
    }
}
