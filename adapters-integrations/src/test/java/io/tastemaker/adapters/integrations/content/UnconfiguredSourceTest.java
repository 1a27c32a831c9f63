package io.tastemaker.adapters.integrations.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSource.Answer;
import io.tastemaker.application.content.out.CreatorSource.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnconfiguredSourceTest {

    private final UnconfiguredSource source = new UnconfiguredSource();

    @Test
    void it_knows_no_platform_and_is_not_up() {
        assertThat(source.platforms()).isEmpty();
        assertThat(source.isUp()).isFalse();
    }

    @Test
    void who_asks_nevertheless_is_told() {
        assertThat(source.fetch(Decodo.MARA, Duration.ofSeconds(1))).isInstanceOfSatisfying(Answer.Unavailable.class,
                none -> assertThat(none.reason()).isEqualTo(Reason.NOT_CONFIGURED));
    }
}
