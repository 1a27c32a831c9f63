package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.integrations.standin.Mischief;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models and sources that say nothing, or never stop: whoever asks is answered in time, and jobs end. */
@Tag("faults")
class SilentModelsFaultsTest {

    /** A caller waits 20 s for models; this is with some time to go there and back on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(28);

    @TempDir
    Path directory;

    private StandInModels models;
    private StandInCreatorSource source;
    private ContentProgram program;

    @BeforeEach
    void start() {
        models = new StandInModels();
        source = new StandInCreatorSource(InstantSource.system());
        program = new ContentProgram(Map.of("TASTEMAKER_ANALYSTS", "chat", "TASTEMAKER_CHAT_URL", models.chat().toString(),
                "TASTEMAKER_CHAT_MODEL", "stand-in", "DECODO_API_KEY", StandInCreatorSource.KEY, "DECODO_API_BASE", source.base().toString()));
    }

    @AfterEach
    void stop() {
        program.close();
        source.close();
        models.close();
    }

    @Test
    void a_model_that_hangs_is_not_waited_for_longer_than_the_caller_waits() {
        models.hang();
        long begun = System.nanoTime();
        JsonNode read = program.classified("I love this amazing lipstick");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        assertThat(read.at("/sentiment/produced_by/source").asText()).isEqualTo("rule_based");
        assertThat(read.at("/sentiment/produced_by/fallback_reason").asText()).isEqualTo("timeout");
        assertThat(read.at("/sentiment/label").asText()).isEqualTo("positive");
    }

    @Test
    void a_job_that_reads_posts_ends_though_the_model_hangs() throws IOException {
        Path list = directory.resolve("posts.csv");
        Files.writeString(list, "username,id,caption\n" + String.join("", IntStream.range(0, 100).mapToObj(number ->
                "ana,%d,I love this amazing makeup %d\n".formatted(number, number)).toList()));
        String report = program.lists().importPosts(list, "{\"platform\":\"instagram\"}");
        program.ended(report.substring(report.lastIndexOf('/') + 1));
        models.hang();
        String job = program.post(202, "/content/analyses", "{}").get("job_id").asText();

        Patience.until("the job to end", Duration.ofMinutes(6), () ->
                Optional.of(program.get("/jobs/" + job)).filter(shown -> shown.get("finished_at").isTextual()));
        JsonNode done = program.get("/content/analyses/" + job);
        assertThat(done.at("/job/status").asText()).isEqualTo("succeeded");
        assertThat(done.at("/report/read").asInt()).isEqualTo(100);
        assertThat(done.at("/report/fallbacks").has("breaker_open")).as("it is left alone in the end").isTrue();
        List<String> log = program.get("/content/analyses/" + job + "/log").get("items").findValuesAsText("message");
        assertThat(log).anyMatch(line -> line.contains("timeout")).anyMatch(line -> line.contains("breaker_open"));
    }

    @ParameterizedTest
    @EnumSource(value = Mischief.class, names = {"HANG", "DRIP", "HUGE", "RESET", "CUT_OFF", "ERROR"})
    void a_source_that_does_not_answer_keeps_one_job_busy_and_nobody_else(Mischief mischief) {
        String creator = program.post(201, "/creators", "{\"platform\":\"instagram\",\"handle\":\"mara\"}").get("id").asText();
        source.always(mischief);
        String job = program.post(202, "/creators/" + creator + "/refresh", "").get("job_id").asText();

        for (String path : List.of("/creators/" + creator + "/content-profile", "/creators/" + creator + "/posts", "/jobs", "/content/models")) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = program.ask(path, "application/json");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(Duration.ofSeconds(10));
        }
        JsonNode ended = Patience.until("the job to end", Duration.ofSeconds(90), () ->
                Optional.of(program.get("/jobs/" + job)).filter(shown -> shown.get("finished_at").isTextual()));
        assertThat(ended.get("status").asText()).isEqualTo("failed");
        assertThat(program.get("/creators/" + creator + "/content-profile").at("/freshness/last_failure/reason").asText())
                .isIn("timeout", "unreachable", "unusable_answer", "failed");
    }
}
