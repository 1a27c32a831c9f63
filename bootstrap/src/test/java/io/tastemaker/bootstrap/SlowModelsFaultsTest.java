package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.ai.standin.StandInModels;
import io.tastemaker.application.content.ShowAnalysis;
import io.tastemaker.application.content.StartAnalysis;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every model hangs or fails: texts are read by the rules in time, and the rest of the program does not feel it. */
@Tag("faults")
class SlowModelsFaultsTest {

    private static final int SLICES = Integer.getInteger("faults.slices", 5);
    private static final Duration SLICE = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration OPEN = Duration.ofSeconds(120);
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SLACK = Duration.ofSeconds(3);
    /** So many failures in a row shut the gate of a model. */
    private static final int FAILURES = 4;
    /** As many as there may be calls of one model under way, but for the job's. */
    private static final int READERS = 7;
    private static final Duration PAUSE_OF_READERS = Duration.ofSeconds(1);
    private static final int CREATORS = 2_000;
    private static final int POSTS = 64;
    private static final long SEED = 20_261_214;
    private static final List<String> OTHERS = List.of("GET /wallet", "GET /campaigns", "POST /creators/search");
    private static final Actor OPERATOR = new Actor.Operator("faults", TeamId.CATALOGUE);

    @TempDir
    Path directory;

    private final PulledModels models = new PulledModels(60);
    private final Server server = models.server();
    private final AtomicInteger texts = new AtomicInteger();
    private String token;

    /** How a text was read, and how long that took. */
    private record Answer(JsonNode sentiment, double millis) {
        String source() {
            return sentiment.at("/produced_by/source").asText();
        }

        String reason() {
            return sentiment.at("/produced_by/fallback_reason").asText();
        }
    }

    @BeforeEach
    void signUp() {
        token = Api.tree(new Visitor(server).member("owner@example.com")).get("access_token").asText();
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private Browser browser() {
        Browser browser = new Browser(server.address(), "reader");
        browser.signedIn(token);
        return browser;
    }

    /** Has a text read that was never read before. */
    private Answer classify(Browser browser) {
        int number = texts.incrementAndGet();
        long begun = System.nanoTime();
        JsonNode answer = browser.call(200, "POST", "/content/classify",
                "{\"items\":[{\"text\":\"I love this trip, number " + number + "\"}]}", "Idempotency-Key", "text-" + number);
        return new Answer(answer.at("/items/0/sentiment"), (System.nanoTime() - begun) / 1e6);
    }

    private List<Answer> classifyAtOnce(int count) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = IntStream.range(0, count).mapToObj(number -> readers.submit(() -> classify(browser()))).toList();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    @Test
    @Tag("figures")
    @Timeout(400)
    void while_every_model_hangs_the_rules_answer_within_the_deadline_and_at_once_when_the_gates_are_shut() throws Exception {
        Answer before = classify(browser());
        models.both(StandInModels::hang);
        List<Answer> late = new ArrayList<>();
        int rounds = 0;
        for (List<Answer> round = classifyAtOnce(FAILURES); round.stream().anyMatch(answer -> answer.millis() > 1_000);
                round = classifyAtOnce(FAILURES)) {
            late.addAll(round);
            rounds++;
        }
        Browser browser = browser();
        List<Answer> quick = Stream.generate(() -> classify(browser)).limit(100).toList();
        models.both(StandInModels::heal);
        models.clock().advance(OPEN.plusSeconds(1));
        Answer after = classify(browser);

        System.out.printf("R-CONTENT-2: every model hangs: %d texts in %d rounds of %d at once were read by %s (%s) after %.1f s, the"
                        + " slowest after %.1f s; then the gates are shut (%s): p50 %.1f ms, p95 %.1f ms, slowest %.1f ms; before %s, after"
                        + " they are well %s%n",
                late.size(), rounds, FAILURES, late.getFirst().source(), late.getFirst().reason(), percentile(millis(late), 0) / 1_000,
                percentile(millis(late), 1) / 1_000, quick.getFirst().reason(), percentile(millis(quick), 0.5),
                percentile(millis(quick), 0.95), percentile(millis(quick), 1), before.source(), after.source());
        assertThat(before.source()).isEqualTo("remote");
        assertThat(late).allSatisfy(answer -> {
            assertThat(answer.source() + " " + answer.reason()).isIn("rule_based timeout", "rule_based breaker_open");
            assertThat(answer.millis()).isLessThan(DEADLINE.plus(SLACK).toMillis());
        });
        assertThat(rounds).as("after so many failures in a row no model is waited for").isOne();
        assertThat(quick).allSatisfy(answer -> assertThat(answer.source() + " " + answer.reason()).isEqualTo("rule_based breaker_open"));
        assertThat(percentile(millis(quick), 0.95)).as("in ms").isLessThanOrEqualTo(50);
        assertThat(after.source()).isEqualTo("remote");
    }

    @Test
    @Timeout(120)
    void while_the_chosen_model_hangs_the_next_ones_read_within_the_deadline() {
        models.chat().hang();
        Answer answer = classify(browser());

        System.out.printf("R-CONTENT-2: the chat hangs: the classifiers read a text (%s, %s) after %.1f s%n",
                answer.source(), answer.reason(), answer.millis() / 1_000);
        assertThat(answer.source() + " " + answer.reason()).isEqualTo("remote timeout");
        assertThat(answer.millis()).isLessThan(DEADLINE.plus(SLACK).toMillis());
    }

    @Test
    @Tag("figures")
    @Timeout(400)
    void while_models_hang_or_are_left_alone_everything_else_is_as_fast_as_before() throws Exception {
        fillCatalogue();
        new WrittenPosts(server.application(), SEED).write(TeamId.CATALOGUE, List.of(POSTS));
        slice(); // warm up
        List<Double> before = new ArrayList<>();
        List<Double> hanging = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            before.add(percentile(slice(), 0.99));
            hanging.add(percentile(sliceWhileAllHangs(), 0.99));
        }
        models.both(StandInModels::fail);
        while (!classifyAtOnce(FAILURES).stream().allMatch(answer -> answer.millis() < 1_000)) {
            assertThat(texts.get()).as("the gates are never shut").isLessThan(10_000);
        }
        List<Double> beforeShut = new ArrayList<>();
        List<Double> shut = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            beforeShut.add(percentile(slice(), 0.99));
            shut.add(percentile(sliceWithReaders(new CountDownLatch(1)), 0.99));
        }
        told("hang, " + READERS + " readers and a job waiting for them", before, hanging);
        told("are left alone, " + READERS + " readers reading by the rules", beforeShut, shut);
        assertThat(percentile(hanging, 0.5)).isLessThanOrEqualTo(1.5 * percentile(before, 0.5));
        assertThat(percentile(shut, 0.5)).isLessThanOrEqualTo(1.5 * percentile(beforeShut, 0.5));
    }

    private static void told(String models, List<Double> before, List<Double> meanwhile) {
        System.out.printf("R-CONTENT-2: models %s: p99 of %s %.1f ms before (%s), %.1f ms meanwhile (%s), ratio %.2f%n", models,
                String.join(", ", OTHERS), percentile(before, 0.5), rounded(before), percentile(meanwhile, 0.5), rounded(meanwhile),
                percentile(meanwhile, 0.5) / percentile(before, 0.5));
    }

    /** Readers, and a job, wait for the models all the while; then the models answer after all, and everything ends well. */
    private List<Double> sliceWhileAllHangs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        models.both(model -> model.answersBy(asked -> exchange -> {
            release.await();
            StandInModels.plausible(asked).to(exchange);
        }));
        JobId job = server.application().analysing().useCases().startAnalysis().handle(
                new StartAnalysis.Command(OPERATOR, new ContentAnalysis.Options(Optional.empty(), true))).id();
        List<Double> slice = sliceWithReaders(release);
        Patience.until("the end of the job", LONG, () -> Optional.of(server.application().analysing().useCases().showAnalysis()
                .handle(new ShowAnalysis.Query(OPERATOR, job))).filter(shown -> shown.job().status().isFinal()));
        return slice;
    }

    private List<Double> sliceWithReaders(CountDownLatch release) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reading = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                Browser browser = browser();
                reading.add(readers.submit(() -> {
                    while (!over.get()) {
                        classify(browser);
                        Thread.sleep(PAUSE_OF_READERS);
                    }
                    return over;
                }));
            }
            List<Double> slice = slice();
            over.set(true);
            release.countDown();
            for (Future<?> one : reading) {
                one.get();
            }
            return slice;
        }
    }

    /** Calls the other routes in turn from two clients for a while; gives how long each call took, in milliseconds. */
    private List<Double> slice() throws Exception {
        List<Double> all = Collections.synchronizedList(new ArrayList<>());
        long end = System.nanoTime() + SLICE.toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                Browser browser = browser();
                running.add(clients.submit(() -> {
                    for (int call = 0; System.nanoTime() < end; call++) {
                        String[] route = OTHERS.get(call % OTHERS.size()).split(" ");
                        long begun = System.nanoTime();
                        HttpResponse<String> answer = browser.send(route[0], route[1], route[0].equals("POST") ? "{}" : "");
                        all.add((System.nanoTime() - begun) / 1e6);
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return all;
    }

    private void fillCatalogue() throws IOException {
        Path list = directory.resolve("catalogue.csv");
        WriteSample.write(list, CREATORS, SEED, LocalDate.of(2026, 6, 30));
        new Imports(server.application(), new PrintStream(PrintStream.nullOutputStream())).run(OPERATOR, list,
                new CreatorImport.Options(Optional.empty(), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty()));
    }

    private static List<Double> millis(List<Answer> answers) {
        return answers.stream().map(Answer::millis).toList();
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.clamp((long) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1));
    }

    private static String rounded(List<Double> values) {
        return String.join(" ", values.stream().map(value -> "%.1f".formatted(value)).toList());
    }
}
