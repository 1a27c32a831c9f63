package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.StartAnalysis;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.shared.TeamId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Posts read by two programs on one database that are killed in turn. {@code -Dfaults.jobs=10000 -Dfaults.kills=10} is the long form,
 * {@code -Dfaults.seed} kills at other moments.
 */
@Tag("faults")
class ContentFaultsTest {

    private static final int JOBS = Integer.getInteger("faults.jobs", 300);
    private static final int KILLS = Integer.getInteger("faults.kills", 3);
    private static final long SEED = Long.getLong("faults.seed", 20_261_212);
    private static final int TEAMS = 4;
    private static final int LEAST_POSTS = 3;
    private static final int MOST_POSTS = 40;
    private static final int LEASE_SECONDS = 3;
    private static final Duration LONG = Duration.ofMinutes(20);

    /** What ought to be nowhere, with how to count it. */
    private static final Map<String, String> NOWHERE = Map.of(
            "jobs that did not succeed", "operations.job where kind = 'content_analysis' and status <> 'succeeded'",
            "jobs whose report counts other than each post of the creator once", """
                    content.analysis_job a
                     where (a.report->>'read')::bigint + (a.report->>'kept')::bigint <> (
                        select count(*) from content.post p
                         where p.team_id = a.team_id and p.creator_id = (a.options->>'creator')::uuid)""",
            "jobs that looked at a post twice", "content.analysis_job where (report->>'kept')::bigint <> 0",
            "jobs whose report counts the readers otherwise", """
                    content.analysis_job a
                     where jsonb_array_length(a.report->'models') <> 2 or a.report->'fallbacks' <> '{}' or exists (
                        select from jsonb_array_elements(a.report->'models') m where m->>'posts' <> a.report->>'read')""",
            "jobs that told their beginning or their end other than once", """
                    content.analysis_job a
                     where (1, 1) <> (
                        select count(*) filter (where l.message like 'begins with %'), count(*) filter (where l.message like 'ends with %')
                          from content.analysis_log l where l.team_id = a.team_id and l.job_id = a.job_id)""",
            "posts that were not read by the rules as they are", """
                    content.post p left join content.post_analysis a on a.team_id = p.team_id and a.post_id = p.id
                     where a.text_hash is distinct from left(encode(sha256(convert_to(p.caption, 'UTF8')), 'hex'), 32) or exists (
                        select from jsonb_each(a.reading) e
                         where e.value->'by'->>'source' <> 'rule_based' or e.value->'by'->>'fallback' is not null)""",
            "creators without a profile of all their posts", """
                    creators.creator c left join content.profile f on f.team_id = c.team_id and f.creator_id = c.id
                     where f.document is null or f.posts <> (
                        select count(*) from content.post p where p.team_id = c.team_id and p.creator_id = c.id)""",
            "creators that were told nothing about their content", "creators.creator where content_sentiment is null",
            "outdated profiles", "content.profile where outdated_since is not null");

    @TempDir
    Path directory;

    private final IsolationDatabase database = IsolationDatabase.fresh();
    private final List<ChildProgram> programs = new ArrayList<>();

    @AfterEach
    void stop() {
        programs.forEach(ChildProgram::close);
        database.close();
    }

    private ChildProgram serve() {
        Map<String, String> environment = new HashMap<>(database.settings());
        environment.put(Setting.JOB_WORKERS.variable(), "2");
        environment.put(Setting.JOB_LEASE_SECONDS.variable(), Integer.toString(LEASE_SECONDS));
        List<String> options = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
        ChildProgram program = ChildProgram.start(directory, Main.class, options, environment, "serve");
        programs.add(program);
        return program;
    }

    @Test
    @Timeout(3_000)
    void killed_programs_end_every_job_and_read_every_post_once() {
        Settings settings = Settings.from(database.settings());
        try (Application application = new Application(settings, Store.open(settings))) {
            List<WrittenPosts.Author> authors = authors(application);
            long posts = authors.stream().mapToLong(WrittenPosts.Author::posts).sum();
            List<ChildProgram> pair = new ArrayList<>(List.of(serve(), serve()));
            pair.forEach(ChildProgram::address);
            long begun = System.nanoTime();
            kill(application, authors, pair);
            Patience.until("the end of all jobs", LONG, () -> Optional.of(ended()).filter(count -> count == JOBS));
            double seconds = (System.nanoTime() - begun) / 1e9;
            Patience.until("profiles that a kill left behind", Duration.ofMinutes(2),
                    () -> Optional.of(count("content.profile where outdated_since is not null")).filter(count -> count == 0));

            String takenOver = "operations.job where lease_token > 1";
            long slowest = ask("coalesce(max(extract(epoch from finished_at - started_at) * 1000 / (lease_token - 1)), 0)::bigint from "
                    + takenOver);
            System.out.printf("R-CONTENT-1: %d jobs of %d owners over %d posts, 2 programs, %d kills: %.1f s (%.1f jobs, %.0f posts a"
                            + " second, starts included); %d jobs taken over, the slowest %d ms after its first start (lease"
                            + " %d ms); %d posts read, %d analyses, %d profiles (%d of them counted by jobs) (seed %d)%n",
                    JOBS, TEAMS + 1, posts, KILLS, seconds, JOBS / seconds, posts / seconds, count(takenOver), slowest,
                    LEASE_SECONDS * 1_000, ask("sum((report->>'read')::bigint) from content.analysis_job"), count("content.post_analysis"),
                    count("content.profile"), ask("sum((report->>'profiles')::bigint) from content.analysis_job"), SEED);
            assertThat(NOWHERE.keySet().stream().collect(Collectors.toMap(what -> what, what -> count(NOWHERE.get(what)))))
                    .as("seed " + SEED).allSatisfy((what, count) -> assertThat(count).as(what).isZero());
            assertThat(count("operations.job where kind = 'content_analysis'")).isEqualTo(JOBS);
            assertThat(count("content.post_analysis")).isEqualTo(posts);
            assertThat(count("content.profile")).isEqualTo(JOBS);
            assertThat(count("content.profile_day")).isBetween((long) JOBS, 2L * JOBS);
            assertThat(count(takenOver)).as("a kill that hit nobody at work proves nothing").isPositive();
            assertThat(slowest).isLessThan(LEASE_SECONDS * 1_000 + 10_000);
        }
    }

    /** Some private ones of several teams, and some of the catalogue, in an order of chance. */
    private static List<WrittenPosts.Author> authors(Application application) {
        SplittableRandom random = new SplittableRandom(SEED);
        WrittenPosts written = new WrittenPosts(application, SEED);
        List<TeamId> owners = new ArrayList<>(IntStream.range(0, TEAMS).mapToObj(number -> team(application, number)).toList());
        owners.add(TeamId.CATALOGUE);
        List<WrittenPosts.Author> authors = new ArrayList<>();
        for (int owner = 0; owner < owners.size(); owner++) {
            int creators = JOBS * (owner + 1) / owners.size() - JOBS * owner / owners.size();
            authors.addAll(written.write(owners.get(owner),
                    random.ints(creators, LEAST_POSTS, MOST_POSTS + 1).boxed().toList()));
        }
        Collections.shuffle(authors, new Random(SEED));
        return authors;
    }

    private static TeamId team(Application application, int number) {
        return switch (application.people().teams().createTeam().handle(new CreateTeam.Command(
                new Actor.Operator("faults", TeamId.CATALOGUE), "Team " + number, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created created -> created.team().id();
            case CreateTeam.Outcome.TooMany tooMany -> throw new AssertionError("an operator owns no team");
        };
    }

    /** Queues the jobs part by part; in the middle of each part one of the two programs dies, and another takes its place. */
    private void kill(Application application, List<WrittenPosts.Author> authors, List<ChildProgram> pair) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            List<WrittenPosts.Author> part = authors.subList(JOBS * kill / KILLS, JOBS * (kill + 1) / KILLS);
            long moment = ended() + part.size() / 4 + random.nextInt(part.size() / 2);
            CompletableFuture<Void> queued = CompletableFuture.runAsync(() -> part.forEach(author -> start(application, author)));
            Patience.until(moment + " jobs", LONG, () -> Optional.of(ended()).filter(count -> count >= moment));
            int victim = random.nextInt(2);
            pair.get(victim).kill();
            pair.set(victim, serve());
            pair.get(victim).address();
            queued.join();
        }
    }

    private static void start(Application application, WrittenPosts.Author author) {
        application.analysing().useCases().startAnalysis().handle(new StartAnalysis.Command(
                new Actor.Operator("faults", author.team()), new ContentAnalysis.Options(Optional.of(author.creator()), false)));
    }

    private long ended() {
        return count("operations.job where finished_at is not null");
    }

    private long count(String what) {
        return ask("count(*) from " + what);
    }

    private long ask(String question) {
        return Long.parseLong(database.names("select " + question).getFirst());
    }
}
