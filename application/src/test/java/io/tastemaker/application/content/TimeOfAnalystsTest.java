package io.tastemaker.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.InMemoryAnalyst;
import io.tastemaker.application.content.out.InMemoryKnownReadings;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Task;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a caller's patience is divided among the models. */
class TimeOfAnalystsTest {

    private static final Set<Task> ALL = EnumSet.allOf(Task.class);
    private static final Duration PATIENCE = Duration.ofSeconds(27);

    private final HandClock clock = new HandClock();
    private final InMemoryAnalyst chat = analyst("chat", ALL);
    private final InMemoryAnalyst moods = analyst("moods", Set.of(Task.SENTIMENT));
    private final InMemoryAnalyst languages = analyst("languages", Set.of(Task.LANGUAGE));

    /** Says nothing until its time is over. */
    private record Hanging(InMemoryAnalyst real, HandClock clock) implements ContentAnalyst {
        @Override
        public Model model() {
            return real.model();
        }

        @Override
        public Set<Task> tasks() {
            return real.tasks();
        }

        @Override
        public boolean isUp() {
            return real.isUp();
        }

        @Override
        public Answer read(List<Passage> texts, Set<Task> tasks, Duration within) {
            real.read(texts, tasks, within);
            clock.advance(within);
            return new Answer.Unread(FallbackReason.TIMEOUT);
        }
    }

    private static InMemoryAnalyst analyst(String name, Set<Task> tasks) {
        return new InMemoryAnalyst(new Model(Model.Source.REMOTE, "tests", name, "1"), tasks);
    }

    private Hanging hanging(InMemoryAnalyst real) {
        return new Hanging(real, clock);
    }

    private Reading read(ContentAnalyst... models) {
        Analysts chain = new Analysts(List.of(models), List.of(), new InMemoryKnownReadings(), clock);
        return chain.read(List.of("a text"), ALL, PATIENCE).getFirst();
    }

    private static List<Duration> times(InMemoryAnalyst analyst) {
        return analyst.asked().stream().map(InMemoryAnalyst.Asked::within).toList();
    }

    @Test
    void who_is_the_only_one_has_all_the_time() {
        read(chat);

        assertThat(times(chat)).containsExactly(PATIENCE);
    }

    @Test
    void who_hangs_leaves_a_third_of_the_time_to_the_next_who_answers() {
        Reading reading = read(hanging(chat), moods);

        assertThat(times(chat)).containsExactly(Duration.ofSeconds(18));
        assertThat(times(moods)).containsExactly(Duration.ofSeconds(9));
        assertThat(reading.sentiment().orElseThrow().by().model()).isEqualTo(moods.model());
        assertThat(reading.sentiment().orElseThrow().by().fallback()).isEqualTo(Optional.of(FallbackReason.TIMEOUT));
    }

    @Test
    void when_all_hang_each_of_them_is_asked_and_the_caller_waits_no_longer() {
        read(hanging(chat), hanging(moods), hanging(languages));

        assertThat(times(moods)).containsExactly(Duration.ofSeconds(6));
        assertThat(times(languages)).containsExactly(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(HandClock.START.plus(PATIENCE));
    }

    @Test
    void who_has_nothing_left_to_do_is_left_no_time() {
        read(moods, hanging(languages), hanging(analyst("other moods", Set.of(Task.SENTIMENT))));

        assertThat(times(moods)).as("languages follow").containsExactly(Duration.ofSeconds(18));
        assertThat(times(languages)).as("the mood is known").containsExactly(PATIENCE);
    }
}
