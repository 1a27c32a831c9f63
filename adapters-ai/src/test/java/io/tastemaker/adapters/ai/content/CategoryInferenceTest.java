package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.shared.GateLimits;
import io.tastemaker.adapters.ai.shared.Json;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.out.ContentAnalyst;
import io.tastemaker.application.content.out.ContentAnalyst.Answer;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.shared.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CategoryInferenceTest extends RemoteAnalystContract {

    @Override
    ContentAnalyst make(GateLimits limits) {
        return Remotes.classifier(Task.CATEGORY, models, clock, limits);
    }

    private List<String> phrases() {
        List<String> phrases = new ArrayList<>();
        new CategoryClassifier().parameters().path("candidate_labels").forEach(label -> phrases.add(label.asText()));
        return phrases;
    }

    private String rows(ToDoubleFunction<String> score) {
        return phrases().stream().map(phrase -> "{\"label\":\"" + phrase + "\",\"score\":" + score.applyAsDouble(phrase) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String columns(ToDoubleFunction<String> score) {
        String labels = phrases().stream().map(phrase -> '"' + phrase + '"').collect(Collectors.joining(",", "[", "]"));
        String scores = phrases().stream().map(phrase -> "" + score.applyAsDouble(phrase)).collect(Collectors.joining(",", "[", "]"));
        return "{\"sequence\":\"a\",\"labels\":" + labels + ",\"scores\":" + scores + "}";
    }

    private Optional<Guess<Category>> found(String answer) {
        models.answers(StandInReply.json(200, answer));
        return Remotes.findings(once(), "a").getFirst().category();
    }

    @Test
    void each_category_is_a_phrase_of_its_own_judged_for_itself() {
        Remotes.findings(analyst(), TEXT);

        JsonNode parameters = models.asked().getFirst().json().path("parameters");
        assertThat(parameters.path("multi_label").asBoolean()).isTrue();
        assertThat(parameters.path("hypothesis_template").asText()).contains("{}");
        assertThat(phrases()).hasSameSizeAs(Category.values()).doesNotHaveDuplicates().allMatch(phrase -> phrase.matches("[a-zA-Z ,-]{3,}"));
        assertThat(parameters.path("candidate_labels")).hasSameSizeAs(Category.values());
    }

    @Test
    void what_is_rather_sharesthan_false_is_found_in_every_shape() {
        Map<String, Double> shares = Map.of("food and cooking", 0.75, "travel and tourism", 0.875, "music", 0.4);
        ToDoubleFunction<String> score = phrase -> shares.getOrDefault(phrase, 0.0);
        Guess<Category> guess = new Guess<>(List.of(new Guess.Likely<>(Category.TRAVEL, 0.875), new Guess.Likely<>(Category.FOOD, 0.75)));

        assertThat(found(rows(score))).contains(guess);
        assertThat(found("[" + rows(score) + "]")).contains(guess);
        assertThat(found(columns(score))).contains(guess);
        assertThat(found("[" + columns(score) + "]")).contains(guess);
    }

    @Test
    void of_many_the_three_likeliest_are_found() {
        assertThat(found(rows(phrase -> 0.9)).orElseThrow().likely()).hasSize(3);
    }

    @Test
    void that_it_is_about_nothing_is_a_finding_too() {
        assertThat(found(rows(phrase -> 0.1))).contains(Guess.none());
    }

    @Test
    void an_answer_with_other_phrases_or_fewer_is_unusable() {
        for (String answer : List.of(rows(phrase -> 0.5).replace("food", "arms"), rows(phrase -> 0.5).replaceFirst("\\{[^}]*},", ""),
                rows(phrase -> phrase.equals("music") ? 2 : 0.5), columns(phrase -> 0.5).replaceFirst("0\\.5,", ""))) {
            models.answers(StandInReply.json(200, answer));
            assertThat(Json.read(answer)).isPresent();
            assertThat(Remotes.read(analyst(), "a")).isEqualTo(new Answer.Unread(FallbackReason.UNUSABLE_ANSWER));
        }
    }

    @Test
    void the_text_of_a_post_is_enough() {
        assertThat(Remotes.findings(analyst(), TEXT).getFirst().category().flatMap(Guess::best))
                .hasValueSatisfying(best -> assertThat(best.value()).isEqualTo(Category.PHOTOGRAPHY));
    }
}
