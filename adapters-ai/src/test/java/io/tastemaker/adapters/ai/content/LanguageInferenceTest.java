package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageInferenceTest extends RemoteAnalystContract {

    @Override
    ContentAnalyst make(GateLimits limits) {
        return Remotes.classifier(Task.LANGUAGE, models, clock, limits);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[[{\"label\":\"pt\",\"score\":0.75},{\"label\":\"es\",\"score\":0.125},{\"label\":\"it\",\"score\":0.0625},"
                + "{\"label\":\"fr\",\"score\":0.03125}]]",
        "[{\"label\":\"it\",\"score\":0.0625},{\"label\":\"es\",\"score\":0.125},{\"label\":\"pt\",\"score\":0.75}]"
    })
    void the_three_likeliest_are_found(String answer) {
        models.answers(StandInReply.json(200, answer));

        assertThat(Remotes.findings(once(), "a").getFirst().language()).contains(new Guess<>(List.of(new Guess.Likely<>(new Language("pt"), 0.75),
                new Guess.Likely<>(new Language("es"), 0.125), new Guess.Likely<>(new Language("it"), 0.0625))));
    }

    @Test
    void rounding_does_not_make_them_more_than_certain() {
        models.answers(StandInReply.json(200, "[[{\"label\":\"en\",\"score\":1.0},{\"label\":\"nl\",\"score\":0.00001}]]"));

        Guess<Language> guess = Remotes.findings(once(), "a").getFirst().language().orElseThrow();

        assertThat(guess.likely().stream().mapToDouble(Guess.Likely::confidence).sum()).isLessThanOrEqualTo(1 + 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LABEL_0", "english", "EN", "zh-Hans", "e"})
    void what_is_no_code_is_unusable(String label) {
        models.answers(StandInReply.json(200, "[[{\"label\":\"en\",\"score\":0.5},{\"label\":\"" + label + "\",\"score\":0.5}]]"));
        assertThat(Remotes.read(once(), "a")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
    }

    @Test
    void the_text_of_a_post_is_enough() {
        assertThat(Remotes.findings(analyst(), "Gracias por todo, los quiero mucho").getFirst().language().flatMap(Guess::best))
                .hasValueSatisfying(best -> assertThat(best.value()).isEqualTo(new Language("es")));
    }
}
