package io.tastemaker.application.content.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.application.content.out.ContentAnalyst.Passage;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryAnalystTest extends ContentAnalystContract {

    private static final List<Passage> TEXT = List.of(new Passage("good", Optional.empty()));

    private final InMemoryAnalyst analyst = new InMemoryAnalyst(new Model(Model.Source.LOCAL, "memory", "any", "1"), EnumSet.allOf(Task.class));

    @Override
    protected ContentAnalyst analyst() {
        return analyst;
    }

    @Test
    void it_finds_what_it_is_told_to_find() {
        analyst.finds(text -> Findings.NOTHING.with(Sentiment.NEUTRAL));

        assertThat(ask()).isEqualTo(new Answer.Read(List.of(Findings.NOTHING.with(Sentiment.NEUTRAL))));
        assertThat(analyst.asked()).hasSize(1);
    }

    @Test
    void it_fails_as_it_is_told_to() {
        assertThat(analyst.failsWith(FallbackReason.TIMEOUT).read(TEXT, Set.of(Task.SENTIMENT), Duration.ofSeconds(1)))
                .isEqualTo(new Answer.Unread(FallbackReason.TIMEOUT));
        assertThat(analyst.asked()).hasSize(1);
    }

    @Test
    void while_it_is_down_it_is_not_asked() {
        analyst.isUp(false);
        assertThat(analyst.isUp()).isFalse();
        assertThat(ask()).isEqualTo(new Answer.Unread(FallbackReason.BREAKER_OPEN));
        assertThat(analyst.asked()).isEmpty();

        assertThat(analyst.isUp(true).read(TEXT, Set.of(Task.LANGUAGE), Duration.ofSeconds(1))).isInstanceOf(Answer.Read.class);
    }

    private Answer ask() {
        return analyst.read(TEXT, Set.of(Task.SENTIMENT), Duration.ofSeconds(1));
    }
}
