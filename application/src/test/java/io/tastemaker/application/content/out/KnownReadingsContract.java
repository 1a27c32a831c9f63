package io.tastemaker.application.content.out;

import static io.tastemaker.application.content.out.ContentFixtures.JUDGE;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that remembers readings does, as long as it does not forget for want of room. */
public abstract class KnownReadingsContract {

    private static final String SEA = Analysis.fingerprint("Sea");
    private static final Findings GLAD = Findings.NOTHING.with(new Sentiment(Mood.POSITIVE, 0.9, 0.8));
    private static final Findings SAD = Findings.NOTHING.with(new Sentiment(Mood.NEGATIVE, -0.9, 0.8));
    private static final Findings ENGLISH = Findings.NOTHING.withLanguage(Guess.of(new Language("en"), 1));

    private KnownReadings known;

    protected abstract KnownReadings known();

    @BeforeEach
    void start() {
        known = known();
    }

    @Test
    void what_a_model_said_is_known_of_this_model_and_text_alone() {
        known.keep(JUDGE, SEA, GLAD, NOON);

        assertThat(known.find(JUDGE, SEA, NOON)).contains(GLAD);
        assertThat(known.find(JUDGE, Analysis.fingerprint("sea"), NOON)).isEmpty();
        assertThat(known.find(new Model(JUDGE.source(), JUDGE.provider(), JUDGE.name(), "8"), SEA, NOON)).isEmpty();
    }

    @Test
    void it_is_known_for_seven_days() {
        known.keep(JUDGE, SEA, GLAD, NOON);

        assertThat(known.find(JUDGE, SEA, NOON.plus(Duration.ofDays(7)).minusNanos(1))).contains(GLAD);
        assertThat(known.find(JUDGE, SEA, NOON.plus(Duration.ofDays(7)))).isEmpty();
    }

    @Test
    void what_is_said_later_of_one_task_leaves_the_others() {
        known.keep(JUDGE, SEA, GLAD, NOON);
        known.keep(JUDGE, SEA, ENGLISH, NOON.plusSeconds(1));
        assertThat(known.find(JUDGE, SEA, NOON.plusSeconds(1))).contains(new Findings(GLAD.sentiment(), ENGLISH.language(), GLAD.category()));

        known.keep(JUDGE, SEA, SAD.withCategory(Guess.of(Category.TRAVEL, 0.5)), NOON.plusSeconds(2));
        assertThat(known.find(JUDGE, SEA, NOON.plusSeconds(2)))
                .contains(SAD.withLanguage(Guess.of(new Language("en"), 1)).withCategory(Guess.of(Category.TRAVEL, 0.5)));
    }

    @Test
    void all_of_it_is_forgotten_when_the_earliest_of_it_is() {
        known.keep(JUDGE, SEA, GLAD, NOON);
        known.keep(JUDGE, SEA, ENGLISH, NOON.plus(Duration.ofDays(6)));

        assertThat(known.find(JUDGE, SEA, NOON.plus(Duration.ofDays(7)))).isEmpty();
    }

    @Test
    void what_is_forgotten_does_not_come_back_with_what_is_said_anew() {
        known.keep(JUDGE, SEA, GLAD, NOON);
        known.keep(JUDGE, SEA, ENGLISH, NOON.plus(Duration.ofDays(7)));

        assertThat(known.find(JUDGE, SEA, NOON.plus(Duration.ofDays(13)))).contains(ENGLISH);
    }
}
