package io.tastemaker.adapters.http;

import static io.tastemaker.adapters.http.JsonPath.at;
import static io.tastemaker.adapters.http.JsonPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.ContentFacts;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.TeamId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read out of posts, as creators show it and searches ask for it. */
class ReadContentStoryTest {

    private static final ContentFacts GLAD_BEAUTY = new ContentFacts(
            Optional.of(new CategoryShares(Map.of(Category.BEAUTY, 62, Category.FOOD, 30, Category.PETS, 8))),
            Set.of(new Language("pt"), new Language("en")), Optional.of(new MoodScore(35)));

    private Program program;
    private String eva;

    @BeforeEach
    void start() {
        program = new Program();
        eva = own("eva");
        own("unread");
        program.learnContent(program.team(), new CreatorId(UUID.fromString(eva)), GLAD_BEAUTY);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private String own(String handle) {
        return text(post("/creators", "{\"platform\":\"instagram\",\"handle\":\"" + handle + "\"}"), "/id");
    }

    private HttpResponse<String> post(String path, String json) {
        return program.server().post("/api/v1" + path, json);
    }

    private HttpResponse<String> search(String filters) {
        HttpResponse<String> answer = post("/creators/search", "{\"filters\":" + filters + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private void finds(String filters, int total, int unknown) {
        HttpResponse<String> answer = search(filters);
        assertThat(at(answer, "/total").asInt()).as(filters).isEqualTo(total);
        assertThat(at(answer, "/excluded_unknown").asInt()).as(filters).isEqualTo(unknown);
    }

    @Test
    void a_creator_shows_what_was_read_and_by_whom() {
        HttpResponse<String> shown = program.server().get("/api/v1/creators/" + eva);

        assertThat(at(shown, "/content_categories").toString()).isEqualTo("[{\"category\":\"beauty\",\"share\":0.62},"
                + "{\"category\":\"food\",\"share\":0.3},{\"category\":\"pets\",\"share\":0.08}]");
        assertThat(at(shown, "/content_languages").toString()).isEqualTo("[\"en\",\"pt\"]");
        assertThat(at(shown, "/content_sentiment").decimalValue()).isEqualByComparingTo("0.35");
        assertThat(at(shown, "/categories")).isEmpty();
        assertThat(text(shown, "/observed/content_sentiment/kind")).isEqualTo("inferred");
        assertThat(text(shown, "/observed/content_categories/source")).isEqualTo("content:rules");
    }

    @Test
    void of_a_locked_creator_the_mood_is_hidden_and_the_rest_is_free() {
        CreatorId verde = program.inCatalogue("ana.verde");
        program.learnContent(TeamId.CATALOGUE, verde, GLAD_BEAUTY);

        HttpResponse<String> locked = program.server().get("/api/v1/creators/" + verde);
        String ranking = text(search("{\"sentiment\":{\"min\":0.9}}"), "/ranking_id");
        JsonNode own = exclusion(ranking, eva);
        JsonNode hidden = exclusion(ranking, verde.toString());

        assertThat(at(locked, "/locked_facts").toString()).isEqualTo("[\"content_sentiment\"]");
        assertThat(at(locked, "/content_sentiment").isNull()).isTrue();
        assertThat(at(locked, "/content_categories")).hasSize(3);
        assertThat(at(locked, "/content_languages")).hasSize(2);
        assertThat(own.toString()).isEqualTo("{\"filter\":\"sentiment\",\"wanted\":{\"min\":0.9},\"found\":0.35}");
        assertThat(hidden.get("found").isNull()).isTrue();
    }

    private JsonNode exclusion(String ranking, String creator) {
        return at(post("/rankings/" + ranking + "/explanations",
                "{\"creator_id\":\"" + creator + "\",\"questions\":[\"excluded_by\"]}"), "/excluded_by/0");
    }

    @Test
    void searches_ask_for_content_by_share_and_mood() {
        finds("{\"content_categories\":[{\"category\":\"beauty\",\"min_share\":0.62}]}", 1, 1);
        finds("{\"content_categories\":[{\"category\":\"beauty\",\"min_share\":0.63}]}", 0, 1);
        finds("{\"content_categories\":[{\"category\":\"food\"}]}", 1, 1);
        finds("{\"content_categories\":[{\"category\":\"pets\"}]}", 0, 1);
        finds("{\"content_categories\":[{\"category\":\"pets\",\"min_share\":0},{\"category\":\"cars\"}]}", 1, 1);
        finds("{\"content_categories\":[{\"category\":\"cars\",\"min_share\":0}]}", 0, 1);
        finds("{\"sentiment\":{\"min\":0.35,\"max\":0.35}}", 1, 1);
        finds("{\"sentiment\":{\"max\":-0.01}}", 0, 1);
        HttpResponse<String> none = search("{\"content_categories\":[{\"category\":\"cars\"},{\"category\":\"art\",\"min_share\":1}]}");
        assertThat(exclusion(text(none, "/ranking_id"), eva).toString()).isEqualTo("{\"filter\":\"content_categories\",\"wanted\":["
                + "{\"category\":\"art\",\"min_share\":1},{\"category\":\"cars\",\"min_share\":0.25}],\"found\":["
                + "{\"category\":\"beauty\",\"share\":0.62},{\"category\":\"food\",\"share\":0.3},"
                + "{\"category\":\"pets\",\"share\":0.08}]}");
    }

    @Test
    void content_stands_in_for_what_is_not_declared_and_the_receipt_says_so() {
        HttpResponse<String> answer = search("{\"categories\":[\"food\"],\"languages\":[\"pt\"]}");

        assertThat(at(answer, "/total").asInt()).isEqualTo(1);
        assertThat(at(answer, "/items/0/creator/categories").toString()).isEqualTo("[\"beauty\",\"food\"]");
        assertThat(at(answer, "/items/0/creator/languages").toString()).isEqualTo("[\"en\",\"pt\"]");
        assertThat(at(answer, "/items/0/score/factors").findValues("state").toString())
                .isEqualTo("[\"missing\", \"inferred\", \"missing\", \"inferred\", \"imported\"]");
        finds("{\"exclude\":{\"categories\":[\"beauty\"]}}", 1, 0);

        program.server().send(program.server().request("/api/v1/creators/" + eva).header("Content-Type", "application/json")
                .header("If-Match", "\"2\"").method("PATCH", HttpRequest.BodyPublishers.ofString("{\"categories\":[\"cars\"]}")));
        finds("{\"categories\":[\"food\"]}", 0, 1);
        finds("{\"categories\":[\"cars\"]}", 1, 1);
        finds("{\"content_categories\":[{\"category\":\"food\"}]}", 1, 1);
    }

    @Test
    void faults_are_named_and_nobody_enters_what_is_read() {
        assertThat(post("/creators/search", """
                {"filters":{"sentiment":{"min":-1.01,"max":0.555},
                 "content_categories":[{"category":"spells","min_share":1.01},{}]}}""").body())
                .contains("#/filters/sentiment/min", "#/filters/sentiment/max", "#/filters/content_categories/0/category",
                        "#/filters/content_categories/0/min_share", "#/filters/content_categories/1/category");
        assertThat(post("/creators/search", "{\"filters\":{\"sentiment\":{}}}").body()).contains("#/filters/sentiment", "min or max");
        assertThat(post("/creators/search", "{\"filters\":{\"sentiment\":{\"min\":0.2,\"max\":0.1}}}").body()).contains("must not exceed");
        assertThat(post("/creators", "{\"platform\":\"x\",\"handle\":\"ola\",\"content_sentiment\":0.5}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_saved_search_keeps_the_share_and_the_vocabulary_names_the_words() {
        HttpResponse<String> saved = post("/saved-searches", """
                {"name":"Glad","search":{"filters":{"sentiment":{"min":0.10},"content_categories":[{"category":"beauty"}]}}}""");

        assertThat(at(saved, "/search/filters/content_categories/0/min_share").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(at(saved, "/search/filters/sentiment/min").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(at(program.server().get("/api/v1/creators/search/filters"), "/filters"))
                .anySatisfy(filter -> assertThat(filter.toString()).contains("\"content_categories\",\"type\":\"list\",\"advanced\":true,"
                        + "\"available\":true,\"dictionary\":\"/api/v1/dictionaries/categories\""))
                .anySatisfy(filter -> assertThat(filter.toString())
                        .contains("\"sentiment\",\"type\":\"range\",\"advanced\":true,\"available\":true"));
    }
}
