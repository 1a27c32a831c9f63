package io.tastemaker.adapters.ai.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInModelsTest {

    private final StandInModels models = new StandInModels();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        models.close();
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(models.base().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    private String asked() throws IOException, InterruptedException {
        return post("/control/asked", "").body();
    }

    @ParameterizedTest
    @CsvSource({"I love this amazing photo, positive", "the worst phone ever. I hate it, negative", "a chair, neutral"})
    void a_classifier_tells_moods(String text, String mood) throws IOException, InterruptedException {
        JsonNode answer = StandInJson.read(post("/models/any/sentiment", "{\"inputs\":\"" + text + "\"}").body());
        assertThat(answer.path(0)).hasSize(3);
        assertThat(answer.path(0).path(0).path("label").asText()).isEqualTo(mood);
    }

    @ParameterizedTest
    @CsvSource({"the cat is with you, en", "muito obrigado por tudo, pt", "gracias por todo los quiero, es", "das ist nicht die Katze, de"})
    void a_classifier_tells_languages(String text, String language) throws IOException, InterruptedException {
        JsonNode answer = StandInJson.read(post("/models/any/language", "{\"inputs\":\"" + text + "\"}").body());
        assertThat(answer.path(0).path(0).path("label").asText()).isEqualTo(language);
    }

    @Test
    void a_classifier_judges_phrases() throws IOException, InterruptedException {
        JsonNode answer = StandInJson.read(post("/models/any", "{\"inputs\":\"my dog in the gym\",\"parameters\":{\"candidate_labels\":"
                + "[\"pets\",\"fitness and training\",\"music\"]}}").body());
        assertThat(answer).hasSize(3);
        assertThat(answer.path(2).path("label").asText()).isEqualTo("music");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}", "{\"inputs\":\"\"}", "{\"inputs\":[\"a\",\"b\"]}", "<html>"})
    void what_is_no_question_is_refused(String body) throws IOException, InterruptedException {
        assertThat(post("/models/any", body).statusCode()).isEqualTo(400);
    }

    @Test
    void from_outside_it_is_told_to_fail_and_to_heal() throws IOException, InterruptedException {
        assertThat(post("/control/fail", "").statusCode()).isEqualTo(200);
        assertThat(post("/models/any", "{\"inputs\":\"a\"}").statusCode()).isEqualTo(500);
        assertThat(post("/v1/chat/completions", "{}").statusCode()).isEqualTo(500);
        assertThat(asked()).isEqualTo("{\"asked\":2}");

        post("/control/heal", "");
        assertThat(post("/models/any", "{\"inputs\":\"a\"}").statusCode()).isEqualTo(200);
        assertThat(post("/control/elsewhere", "").statusCode()).isEqualTo(404);
    }

    @Test
    void from_outside_it_is_told_to_hang() throws IOException, InterruptedException {
        post("/control/hang", "");
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request("/models/any", "{\"inputs\":\"a\"}"), HttpResponse.BodyHandlers.ofString());
        assertThat(post("/control/asked", "").statusCode()).isEqualTo(200);
        models.close();
        assertThat(waiting).failsWithin(Duration.ofSeconds(30));
    }
}
