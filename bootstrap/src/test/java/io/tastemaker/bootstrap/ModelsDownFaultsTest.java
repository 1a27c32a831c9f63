package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tastemaker.adapters.ai.standin.Asked;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.adapters.ai.standin.StandInReply;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.ListAnalysisLog;
import io.tastemaker.application.content.ShowAnalysis;
import io.tastemaker.application.content.StartAnalysis;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job whose models fail, hang and go away on the way. {@code -Dfaults.posts} reads more posts than a few hundred. */
@Tag("faults")
class ModelsDownFaultsTest {

    private static final int POSTS = Integer.getInteger("faults.posts", 320);
    private static final long SEED = 20_261_213;
    private static final int BATCH = 16;
    private static final int TASKS = 3;
    /** Questions, a batch each, after which the models are pulled. */
    private static final int BATCHES_BEFORE = 6;
    private static final int LEASE_SECONDS = 12;
    private static final Duration OPEN = Duration.ofSeconds(120);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final StandInReply FAILURE = StandInReply.json(500, "{}");
    private static final Actor OPERATOR = new Actor.Operator("faults", TeamId.CATALOGUE);

    private static final String ALL_BY = """
            content.post_analysis a join content.post p on p.team_id = a.team_id and p.id = a.post_id
             where (select count(*) from jsonb_each(a.reading) e
                     where e.value->'by'->>'source' = '%s' and (e.value->'by'->>'fallback' is not null) = %s) = 3""";
    private static final String BY_MODELS = ALL_BY.formatted("remote", false);
    private static final String BY_RULES_INSTEAD = ALL_BY.formatted("rule_based", true);

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final PulledModels models = new PulledModels(LEASE_SECONDS);
    private final ContentUseCases content = models.server().application().analysing().useCases();

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    @Timeout(400)
    void a_job_ends_while_every_model_is_pulled_and_the_next_one_reads_again_what_the_rules_had_to_read() {
        new WrittenPosts(models.server().application(), SEED).write(TeamId.CATALOGUE, List.of(POSTS));
        AtomicInteger questions = new AtomicInteger();
        models.chat().answersBy(asked -> {
            if (questions.incrementAndGet() <= BATCHES_BEFORE) {
                return StandInModels.plausible(asked);
            }
            models.classifiers().fail();
            return FAILURE;
        });
        long begun = System.nanoTime();
        JobId first = start();
        has(first, FallbackReason.FAILED);
        models.both(StandInModels::hang);
        has(first, FallbackReason.TIMEOUT);
        models.goAway();
        ShowAnalysis.Shown pulled = ended(first);
        double seconds = (System.nanoTime() - begun) / 1e9;
        ContentAnalysis.Report report = pulled.analysis().report();
        long byModels = count(BY_MODELS);
        List<String> fallen = texts(BY_RULES_INSTEAD);
        String lastOfModels = models.database().names("select max(p.id::text) from " + BY_MODELS).getFirst();
        String firstOfRules = models.database().names("select min(p.id::text) from " + BY_RULES_INSTEAD).getFirst();

        models.comeBack();
        models.clock().advance(OPEN.plusSeconds(1));
        long again = System.nanoTime();
        ShowAnalysis.Shown healed = ended(start());
        double secondsAgain = (System.nanoTime() - again) / 1e9;
        ContentAnalysis.Report after = healed.analysis().report();

        System.out.printf("R-CONTENT-2: %d posts, after %d of them both models failed, hung and went away: %s after %.1f s, %d read by the"
                        + " model, %d by the rules, results by reason %s; after they came back: %s after %.1f s, %d read, %d kept,"
                        + " %d fallbacks%n",
                POSTS, BATCHES_BEFORE * BATCH, pulled.job().status().code(), seconds, byModels, fallen.size(),
                new TreeMap<>(report.fallbacks()), healed.job().status().code(), secondsAgain, after.read(), after.kept(),
                after.fallbacks().size());
        assertThat(pulled.job().status()).as(log(first).toString()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(report.read()).isEqualTo(POSTS);
        assertThat(byModels).isEqualTo(BATCHES_BEFORE * BATCH);
        assertThat(fallen).as("the rest, each result of it with a reason").hasSize(POSTS - BATCHES_BEFORE * BATCH);
        assertThat(lastOfModels).isLessThan(firstOfRules);
        assertThat(report.fallbacks()).containsOnlyKeys(
                FallbackReason.FAILED, FallbackReason.TIMEOUT, FallbackReason.UNREACHABLE, FallbackReason.BREAKER_OPEN);
        assertThat(report.fallbacks().values().stream().mapToLong(Long::longValue).sum()).isEqualTo((long) TASKS * fallen.size());
        assertThat(log(first)).filteredOn(line -> line.contains("does not answer")).hasSize(4);

        assertThat(healed.job().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(after.read()).isEqualTo(fallen.size());
        assertThat(after.kept()).isEqualTo(byModels);
        assertThat(after.fallbacks()).isEmpty();
        assertThat(count(BY_MODELS)).isEqualTo(POSTS);
        assertThat(models.chat().asked().stream().flatMap(asked -> texts(asked).stream()).toList())
                .as("each of these once, and no other").containsExactlyInAnyOrderElementsOf(fallen);
        assertThat(models.classifiers().asked()).isEmpty();
    }

    private JobId start() {
        return content.startAnalysis()
                .handle(new StartAnalysis.Command(OPERATOR, new ContentAnalysis.Options(Optional.empty(), false))).id();
    }

    private ShowAnalysis.Shown show(JobId job) {
        return content.showAnalysis().handle(new ShowAnalysis.Query(OPERATOR, job));
    }

    private void has(JobId job, FallbackReason reason) {
        Patience.until(reason.code(), LONG,
                () -> Optional.of(show(job).analysis().report().fallbacks()).filter(fallbacks -> fallbacks.containsKey(reason)));
    }

    private ShowAnalysis.Shown ended(JobId job) {
        return Patience.until("the end of the job", LONG, () -> Optional.of(show(job)).filter(shown -> shown.job().status().isFinal()));
    }

    private List<String> log(JobId job) {
        return content.listAnalysisLog().handle(new ListAnalysisLog.Query(OPERATOR, job, PageRequest.first(PageRequest.MOST)))
                .items().stream().map(LogLine::message).toList();
    }

    private long count(String what) {
        return Long.parseLong(models.database().names("select count(*) from " + what).getFirst());
    }

    private List<String> texts(String of) {
        return models.database().names("select p.caption from " + of);
    }

    /** The texts in a question to the chat. */
    private List<String> texts(Asked asked) {
        try {
            List<String> texts = new ArrayList<>();
            JsonNode posts = mapper.readTree(asked.json().at("/messages/1/content").asText());
            posts.forEach(post -> texts.add(post.get("text").asText()));
            return texts;
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(asked.body(), unreadable);
        }
    }
}
