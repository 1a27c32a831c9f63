package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Task;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentInferenceTest extends RemoteAnalystContract {

    private static final String PATH = "/models/cardiffnlp/twitter-roberta-base-sentiment-latest";

    @Override
    ContentAnalyst make(GateLimits limits) {
        return Remotes.classifier(Task.SENTIMENT, models, clock, limits);
    }

    private Sentiment mood(String answer) {
        models.answers(StandInReply.json(200, answer));
        return Remotes.findings(once(), "a").getFirst().sentiment().orElseThrow();
    }

    @Test
    void it_is_one_model_for_one_task() {
        assertThat(analyst().tasks()).isEqualTo(Set.of(Task.SENTIMENT));
        assertThat(analyst().model()).isEqualTo(
                new Model(Model.Source.REMOTE, "127.0.0.1", "cardiffnlp/twitter-roberta-base-sentiment-latest", "latest"));
    }

    @Test
    void each_text_is_a_question_of_its_own() {
        Remotes.findings(analyst(), Collections.nCopies(16, TEXT).toArray(String[]::new));

        assertThat(models.asked()).hasSize(16).allSatisfy(asked -> {
            assertThat(asked.path()).isEqualTo(PATH);
            assertThat(asked.json().path("inputs").asText()).isEqualTo(TEXT);
            assertThat(asked.json().path("truncate").asBoolean()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[[{\"label\":\"positive\",\"score\":0.75},{\"label\":\"neutral\",\"score\":0.125},{\"label\":\"negative\",\"score\":0.125}]]",
        "[{\"label\":\"negative\",\"score\":0.125},{\"label\":\"neutral\",\"score\":0.125},{\"label\":\"positive\",\"score\":0.75}]",
        "[[{\"label\":\"LABEL_0\",\"score\":0.125},{\"label\":\"LABEL_1\",\"score\":0.125},{\"label\":\"LABEL_2\",\"score\":0.75,\"novelty\":1}]]",
        "{\"labels\":[\"POSITIVE\",\"NEUTRAL\",\"NEGATIVE\"],\"scores\":[0.75,0.125,0.125]}"
    })
    void every_shape_of_an_answer_is_read(String answer) {
        assertThat(mood(answer)).isEqualTo(new Sentiment(Mood.POSITIVE, 0.625, 0.75));
    }

    @ParameterizedTest
    @CsvSource({"positive, 0.75", "neutral, 0", "negative, -0.75"})
    void the_likeliest_label_alone_is_enough(String label, double score) {
        Sentiment mood = mood("[[{\"label\":\"" + label + "\",\"score\":0.75}]]");
        assertThat(mood.mood().code()).isEqualTo(label);
        assertThat(mood.score()).isEqualTo(score);
        assertThat(mood.confidence()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[[{\"label\":\"positive\",\"score\":0.5},{\"label\":\"LABEL_2\",\"score\":0.5}]]",
        "[[{\"label\":\"positive\",\"score\":0.5},{\"label\":\"positive\",\"score\":0.5}]]",
        "[[{\"label\":\"positive\",\"score\":0.5},{\"label\":\"joy\",\"score\":0.5}]]", "[[{\"score\":0.5}]]", "[[{\"label\":\"positive\"}]]",
        "[[{\"label\":\"positive\",\"score\":-0.1}]]", "[[],[]]",
        "[[{\"label\":\"positive\",\"score\":0.5}],[{\"label\":\"positive\",\"score\":0.5}]]",
        "{\"label\":\"positive\",\"score\":0.5}", "{\"labels\":[\"positive\"],\"scores\":[0.5,0.5]}", "{\"labels\":\"positive\",\"scores\":0.5}"
    })
    void another_answer_is_unusable(String answer) {
        models.answers(StandInReply.json(200, answer));
        assertThat(Remotes.read(once(), "a")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void a_text_that_the_model_refuses_is_left_out(int status) {
        models.answersBy(asked -> asked.body().contains("too long")
                ? StandInReply.json(status, "{\"error\":\"x\"}") : StandInModels.plausible(asked));

        List<Findings> found = Remotes.findings(once(), "too long", TEXT, "too long", TEXT, TEXT);

        assertThat(found).extracting(each -> each.sentiment().isPresent()).containsExactly(false, true, false, true, true);
        assertThat(models.asked()).hasSize(5);
    }

    @Test
    void a_text_whose_answer_is_garbage_is_left_out() {
        models.answersBy(asked -> asked.body().contains("odd") ? StandInReply.json(200, "[[{\"label\":\"joy\",\"score\":1}]]")
                : StandInModels.plausible(asked));
        assertThat(Remotes.findings(once(), TEXT, "odd", TEXT)).extracting(each -> each.sentiment().isPresent()).containsExactly(true, false, true);
        assertThat(once().isUp()).isTrue();
    }

    @Test
    void who_is_not_let_in_does_not_ask_for_every_text() {
        models.answers(StandInReply.json(401, "{}"));
        assertThat(Remotes.read(once(), Collections.nCopies(16, TEXT).toArray(String[]::new))).isEqualTo(new Answer.Unread(FallbackReason.REJECTED));
        assertThat(models.asked()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_model_that_goes_down_in_the_middle_leaves_what_it_read() {
        Semaphore others = new Semaphore(0);
        models.answersBy(asked -> exchange -> {
            if (asked.body().contains("last")) {
                others.acquire(2);
                StandInReply.json(500, "{}").to(exchange);
            } else {
                others.release();
                StandInModels.plausible(asked).to(exchange);
            }
        });
        assertThat(Remotes.findings(once(), TEXT, TEXT, "last")).extracting(each -> each.sentiment().isPresent()).containsExactly(true, true, false);
    }

    @Test
    void a_model_that_is_being_loaded_is_waited_for() {
        models.answersAt(PATH, StandInReply.json(503, "{\"error\":\"Model is currently loading\",\"estimated_time\":0.02}"),
                StandInReply.json(200, "[[{\"label\":\"positive\",\"score\":0.75}]]"));
        assertThat(Remotes.findings(analyst(), "a").getFirst().sentiment()).isPresent();
        assertThat(models.asked()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/models, /models/some/model%20one", "/hf-inference/models/, /hf-inference/models/some/model%20one", "/predict, /predict", "/, /",
        "'', /", "/models-of-ours, /models-of-ours"})
    void a_base_holds_many_models_or_is_one(String base, String path) {
        URI address = URI.create(models.base() + base);
        try (InferenceAnalyst analyst = new InferenceAnalyst(Task.SENTIMENT, Remotes.endpoint(address, "some/model one"), "1", clock)) {
            assertThat(Remotes.findings(analyst, TEXT).getFirst().sentiment()).isPresent();
        }
        assertThat(models.asked().getFirst().path()).isEqualTo(path.replace("%20", " "));
    }
}
