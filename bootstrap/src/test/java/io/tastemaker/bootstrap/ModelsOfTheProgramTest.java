package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models elsewhere read for the whole program, played by a server that is told to fail. */
class ModelsOfTheProgramTest {

    private static final String KEY = "sk-of-the-tests";
    private static final Duration OPEN = Duration.ofSeconds(121);

    @TempDir
    Path directory;

    private StandInModels models;
    private ContentProgram program;
    private int texts;

    @BeforeEach
    void start() {
        models = new StandInModels();
    }

    private void chat() {
        program = new ContentProgram(Map.of("TASTEMAKER_ANALYSTS", "chat", "TASTEMAKER_CHAT_URL", models.chat().toString(),
                "TASTEMAKER_CHAT_KEY", KEY, "TASTEMAKER_CHAT_MODEL", "stand-in"));
    }

    @AfterEach
    void stop() {
        program.close();
        models.close();
    }

    /** Tells the stand-in what to do, as somebody would who runs it beside the program. */
    private void control(String order) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(models.base().resolve("/control/" + order)).build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    /** Of a text that nobody read before. */
    private JsonNode mood() {
        texts++;
        return program.classified("I love this amazing lipstick, number " + texts).get("sentiment");
    }

    private String origin(JsonNode result) {
        JsonNode by = result.get("produced_by");
        return by.get("source").asText() + " " + by.get("fallback_reason").asText();
    }

    private List<String> states() {
        return program.get("/content/models").get("models").valueStream().filter(model -> model.get("source").asText().equals("remote"))
                .map(model -> model.get("state").asText()).distinct().toList();
    }

    private JsonNode health() {
        HttpResponse<String> answer = program.asOperator("/health");
        assertThat(answer.statusCode()).as("the program works all the same").isEqualTo(200);
        return Api.tree(answer);
    }

    private String analystsHealth() {
        return health().get("components").valueStream().filter(part -> part.get("name").asText().equals("content_analyst")).findFirst()
                .orElseThrow().get("status").asText();
    }

    @Test
    void a_chat_reads_until_it_fails_then_the_rules_and_it_again_when_it_is_well() throws IOException, InterruptedException {
        chat();
        JsonNode read = mood();
        assertThat(origin(read)).isEqualTo("remote null");
        assertThat(read.at("/produced_by/analyst").asText()).isEqualTo("stand-in");
        assertThat(models.asked()).allSatisfy(asked -> assertThat(asked.headers().get("authorization")).isEqualTo("Bearer " + KEY));
        assertThat(states()).containsExactly("up");
        assertThat(analystsHealth()).isEqualTo("up");

        control("fail");
        List<String> failed = IntStream.range(0, 4).mapToObj(number -> origin(mood())).toList();
        assertThat(failed).containsOnly("rule_based failed");
        int asked = models.asked().size();
        assertThat(origin(mood())).isEqualTo("rule_based breaker_open");
        assertThat(models.asked()).as("it is left alone").hasSize(asked);
        assertThat(states()).containsExactly("open");
        assertThat(analystsHealth()).isEqualTo("degraded");
        assertThat(health().get("status").asText()).isEqualTo("degraded");

        control("heal");
        assertThat(origin(mood())).as("before the time is over").isEqualTo("rule_based breaker_open");
        program.clock().advance(OPEN);
        assertThat(origin(mood())).isEqualTo("remote null");
        assertThat(states()).containsExactly("up");
        assertThat(analystsHealth()).isEqualTo("up");
        assertThat(program.asOperator("/metrics").body()).contains("ai_calls_total", "ai_failure_ratio");
    }

    @Test
    void posts_are_read_by_the_models_of_each_task_and_a_fault_of_one_is_of_that_task() throws IOException {
        String language = "/models/papluca/xlm-roberta-base-language-detection";
        program = new ContentProgram(Map.of("TASTEMAKER_ANALYSTS", "inference", "TASTEMAKER_INFERENCE_URL", models.classifiers().toString(),
                "TASTEMAKER_INFERENCE_KEY", KEY));
        models.answersAt(language, StandInReply.json(400, "{\"error\":\"no such model\"}"));
        Path list = directory.resolve("posts.csv");
        Files.writeString(list, "username,id,caption\n" + String.join("", IntStream.range(0, 5).mapToObj(number ->
                "ana,%d,I love this amazing makeup %d\n".formatted(number, number)).toList()));
        String report = program.lists().importPosts(list, "{\"platform\":\"instagram\"}");
        program.ended(report.substring(report.lastIndexOf('/') + 1));
        String job = program.post(202, "/content/analyses", "{}").get("job_id").asText();

        assertThat(program.ended(job).get("status").asText()).isEqualTo("succeeded");
        JsonNode done = program.get("/content/analyses/" + job).get("report");
        assertThat(done.get("fallbacks").toString()).isEqualTo("{\"rejected\":5}");
        assertThat(done.get("read_by").findValuesAsText("source")).contains("remote");
        String creator = program.get("/creators/by-handle/instagram/ana").get("id").asText();
        JsonNode post = program.get("/creators/" + creator + "/posts").at("/items/0/analysis/results");
        assertThat(origin(post.get("sentiment"))).isEqualTo("remote null");
        assertThat(origin(post.get("category"))).isEqualTo("remote null");
        assertThat(post.at("/category/label").asText()).isEqualTo("beauty");
        assertThat(post.at("/language/produced_by/fallback_reason").asText()).isEqualTo("rejected");
        assertThat(post.at("/language/code").asText()).isEqualTo("en");
    }

    @Test
    void whatever_a_model_answers_is_no_fault_of_ours() {
        chat();
        Map<String, StandInReply> replies = Map.of(
                "401", StandInReply.json(401, "{\"error\":\"" + KEY + "\"}"), "404", StandInReply.json(404, "{}"),
                "429", StandInReply.json(429, "{}", "Retry-After", "600"), "no JSON", StandInReply.raw(200, "text/html", "<html>"),
                "nothing said", StandInReply.said(""), "another answer", StandInReply.said("{\"items\":[{\"ref\":99}]}"));
        replies.forEach((what, reply) -> {
            models.answersAt("/v1/chat/completions", reply);
            JsonNode read = mood();
            assertThat(read.at("/produced_by/source").asText()).as(what).isEqualTo("rule_based");
            assertThat(read.at("/produced_by/fallback_reason").asText()).as(what).isIn("rejected", "rate_limited", "unusable_answer");
            assertThat(read.get("label").asText()).as(what).isEqualTo("positive");
        });
    }

    @Test
    void a_model_that_is_not_there_is_stood_in_for() {
        URI nowhere = models.chat();
        models.close();
        program = new ContentProgram(Map.of("TASTEMAKER_ANALYSTS", "chat", "TASTEMAKER_CHAT_URL", nowhere.toString(), "TASTEMAKER_CHAT_MODEL", "none"));

        assertThat(origin(mood())).isEqualTo("rule_based unreachable");
    }
}
