package io.tastemaker.application.content;

import static io.tastemaker.application.content.ContentWorld.JUDGE;
import static io.tastemaker.application.content.ContentWorld.NEARBY;
import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.operations.RepeatJob;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Findings;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Posts read in the background: what is read, what it tells on the way, and what follows. */
class AnalysisJobTest {

    private final ContentWorld world = ContentWorld.withModels();
    private final Creator mara = world.creator(ANA, "mara");

    private Job start() {
        return world.start(ANA, Optional.empty(), false);
    }

    private static Findings whole() {
        return Findings.NOTHING.with(Sentiment.NEUTRAL).withLanguage(Guess.none()).withCategory(Guess.none());
    }

    @Test
    void all_posts_of_the_team_are_read_sixteen_at_a_time_and_the_profiles_follow() {
        Creator otto = world.creator(ANA, "otto");
        world.posts(ANA, mara, 30);
        world.posts(ANA, otto, 10);
        world.posts(OLE, world.creator(OLE, "mara"), 5);
        Job job = start();
        assertThat(job.status()).isEqualTo(Job.Status.QUEUED);

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.judge.asked()).map(asked -> asked.texts().size()).containsExactly(16, 16, 8);
        assertThat(world.report(ANA, job)).isEqualTo(new ContentAnalysis.Report(40, 0, Map.of(JUDGE, 40L), Map.of(), 2));
        assertThat(world.job(ANA, job).progress())
                .isEqualTo(new Job.Progress(40, Optional.of(40L), Optional.of(world.clock.instant())));
        assertThat(List.of(mara, otto)).allSatisfy(creator -> {
            ShowContentProfile.Shown shown = world.profile(ANA, creator.id());
            assertThat(shown.profile().primaryCategory().orElseThrow().value().value()).isEqualTo(Category.PHOTOGRAPHY);
            assertThat(shown.outdatedSince()).isEmpty();
        });
        assertThat(world.profile(ANA, mara.id()).profile().basis().analysed()).isEqualTo(30);
    }

    @Test
    void a_creator_of_the_team_is_told_what_matching_may_rely_on() {
        world.posts(ANA, mara, 4);

        world.analyse(ANA);

        Creator told = world.shown(ANA, mara.id());
        assertThat(told.facts().get(Fact.CONTENT_SENTIMENT))
                .contains(new Observed<>(new MoodScore(75), Observed.Kind.INFERRED, "content:judge", world.clock.instant()));
        assertThat(told.facts().value(Fact.CONTENT_CATEGORIES).orElseThrow().percents())
                .containsExactly(Map.entry(Category.PHOTOGRAPHY, 100));
        assertThat(told.facts().value(Fact.CONTENT_LANGUAGES).orElseThrow()).containsExactly(SmallRules.ENGLISH);
    }

    @Test
    void what_the_creator_is_told_names_everybody_who_read() {
        ContentWorld ruled = ContentWorld.withRules();
        Creator creator = ruled.creator(ANA, "mara");
        ruled.posts(ANA, creator, 3);

        ruled.analyse(ANA);

        assertThat(ruled.shown(ANA, creator.id()).facts().get(Fact.CONTENT_CATEGORIES).orElseThrow().source())
                .isEqualTo("content:language_detector+rules");
    }

    @Test
    void it_tells_how_it_begins_at_every_tenth_and_how_it_ends() {
        world.posts(ANA, mara, 100);
        Job job = start();

        world.worked();

        assertThat(world.log(ANA, job)).containsExactly(
                "begins with 100 posts, read by judge",
                "16 of 100 posts looked at: 16 read, 0 still stood",
                "32 of 100 posts looked at: 32 read, 0 still stood",
                "48 of 100 posts looked at: 48 read, 0 still stood",
                "64 of 100 posts looked at: 64 read, 0 still stood",
                "80 of 100 posts looked at: 80 read, 0 still stood",
                "96 of 100 posts looked at: 96 read, 0 still stood",
                "100 of 100 posts looked at: 100 read, 0 still stood",
                "ends with 1 profile computed anew");
    }

    @Test
    void of_many_posts_no_more_than_ten_steps_are_told() {
        world.posts(ANA, mara, 480);
        Job job = start();

        world.worked();

        assertThat(world.log(ANA, job)).hasSize(12).filteredOn(line -> line.contains("looked at"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("48", "96", "144", "192", "240", "288", "336", "384", "432", "480");
    }

    @Test
    void without_posts_it_ends_at_once() {
        Job job = start();

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.log(ANA, job)).containsExactly("begins with 0 posts, read by judge", "ends with 0 profiles computed anew");
        assertThat(world.report(ANA, job)).isEqualTo(ContentAnalysis.Report.NONE);
    }

    @Test
    void with_the_plug_of_every_model_pulled_on_the_way_it_ends_all_the_same_and_says_what_happened() {
        world.posts(ANA, mara, 48);
        AtomicInteger read = new AtomicInteger();
        world.judge.finds(passage -> {
            if (read.incrementAndGet() == 32) {
                world.judge.isUp(false);
                world.nearby.failsWith(FallbackReason.UNREACHABLE);
            }
            return whole();
        });
        Job job = start();

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        ContentAnalysis.Report report = world.report(ANA, job);
        assertThat(report.read()).isEqualTo(48);
        assertThat(report.fallbacks()).isEqualTo(Map.of(FallbackReason.BREAKER_OPEN, 3L * 16));
        assertThat(report.models()).containsEntry(JUDGE, 32L).hasSize(3);
        assertThat(report.models().entrySet()).filteredOn(used -> used.getKey().source() == Model.Source.RULE_BASED)
                .extracting(Map.Entry::getValue).containsOnly(16L);
        assertThat(world.log(ANA, job)).containsOnlyOnce("the chosen analyst does not answer (breaker_open); the next one does");
        assertThat(world.profile(ANA, mara.id()).profile().basis()).satisfies(basis -> {
            assertThat(basis.analysed()).isEqualTo(48);
            assertThat(basis.fallbacks()).isEqualTo(16);
        });
    }

    @Test
    void each_reason_is_told_when_it_comes_for_the_first_time() {
        world.posts(ANA, mara, 64);
        AtomicInteger calls = new AtomicInteger();
        world.nearby.finds(passage -> {
            world.judge.failsWith(calls.incrementAndGet() < 32 ? FallbackReason.TIMEOUT : FallbackReason.RATE_LIMITED);
            return whole();
        });
        world.judge.failsWith(FallbackReason.TIMEOUT);
        Job job = start();

        world.worked();

        assertThat(world.log(ANA, job)).containsExactly(
                "begins with 64 posts, read by judge",
                "the chosen analyst does not answer (timeout); the next one does",
                "16 of 64 posts looked at: 16 read, 0 still stood",
                "32 of 64 posts looked at: 32 read, 0 still stood",
                "the chosen analyst does not answer (rate_limited); the next one does",
                "48 of 64 posts looked at: 48 read, 0 still stood",
                "64 of 64 posts looked at: 64 read, 0 still stood",
                "ends with 1 profile computed anew");
        assertThat(world.report(ANA, job).models()).isEqualTo(Map.of(NEARBY, 64L));
    }

    @Test
    void what_still_stands_is_kept_and_what_fell_back_is_read_again() {
        world.posts(ANA, mara, 20);
        world.analyse(ANA);
        world.post(ANA, mara, "new", "awful");
        world.judge.failsWith(FallbackReason.FAILED);
        world.analyse(ANA);
        world.judge.finds(passage -> whole());
        Job job = start();

        world.worked();

        ContentAnalysis.Report report = world.report(ANA, job);
        assertThat(report.read()).isEqualTo(1);
        assertThat(report.kept()).isEqualTo(20);
        assertThat(world.judge.asked()).map(asked -> asked.texts().size()).containsExactly(16, 4, 1, 1);
        assertThat(world.log(ANA, job)).contains("21 of 21 posts looked at: 1 read, 20 still stood");
    }

    @Test
    void what_was_read_more_than_seven_days_ago_is_read_again() {
        world.posts(ANA, mara, 2);
        world.analyse(ANA);
        world.later(Duration.ofDays(7));
        Job job = start();

        world.worked();

        assertThat(world.report(ANA, job).read()).isEqualTo(2);
        assertThat(world.judge.asked()).hasSize(2);
    }

    @Test
    void again_reads_even_what_still_stands_and_asks_the_model_anew() {
        world.posts(ANA, mara, 3);
        world.analyse(ANA);
        Job job = world.start(ANA, Optional.empty(), true);

        world.worked();

        assertThat(world.report(ANA, job)).satisfies(report -> {
            assertThat(report.read()).isEqualTo(3);
            assertThat(report.kept()).isZero();
        });
        assertThat(world.judge.asked()).hasSize(2);
    }

    @Test
    void of_one_creator_only_that_ones_posts_are_read() {
        Creator otto = world.creator(ANA, "otto");
        List<Post> maras = world.posts(ANA, mara, 3);
        List<Post> ottos = world.posts(ANA, otto, 3);
        Job job = world.start(ANA, Optional.of(otto.id()), false);

        world.worked();

        assertThat(world.report(ANA, job).read()).isEqualTo(3);
        assertThat(world.report(ANA, job).profiles()).isEqualTo(1);
        assertThat(ottos).allMatch(post -> world.analysed(ANA, post).analysis().isPresent());
        assertThat(maras).allMatch(post -> world.analysed(ANA, post).analysis().isEmpty());
        assertThat(world.profile(ANA, mara.id()).outdatedSince()).isPresent();
    }

    @Test
    void a_creator_that_the_team_does_not_see_cannot_be_asked_for() {
        Creator oles = world.creator(OLE, "ole");

        assertThatThrownBy(() -> world.start(ANA, Optional.of(oles.id()), false)).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.work()).isInstanceOf(RunNextJob.Outcome.Idle.class);
    }

    @Test
    void the_catalogues_posts_are_read_for_the_catalogue_alone() {
        Creator star = world.creator(OPERATOR, "star");
        Post shared = world.posts(OPERATOR, star, 3).getFirst();
        world.posts(ANA, mara, 1);
        Job job = world.start(OPERATOR, Optional.empty(), false);
        assertThat(job.team()).isEqualTo(TeamId.CATALOGUE);

        world.worked();

        assertThat(world.report(OPERATOR, job).read()).isEqualTo(3);
        assertThat(world.analysed(ANA, shared).analysis()).isPresent();
        assertThat(world.shown(ANA, star.id()).facts().value(Fact.CONTENT_SENTIMENT)).contains(new MoodScore(75));
        assertThatThrownBy(() -> world.report(ANA, job)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_a_team_knows_of_a_creator_of_the_catalogue_makes_a_view_of_its_own() {
        Creator star = world.creator(OPERATOR, "star");
        world.posts(OPERATOR, star, 3);
        world.analyse(OPERATOR);
        ContentProfile before = world.profile(OLE, star.id()).profile();
        Creator told = world.shown(OLE, star.id());
        world.judge.finds(passage -> whole());
        world.post(ANA, star, "own1", "awful");
        world.post(ANA, star, "star1", "another text than the catalogue has");
        world.later(Duration.ofHours(1));

        world.analyse(ANA);

        ContentProfile own = world.profile(ANA, star.id()).profile();
        assertThat(own.owner()).isEqualTo(LIMA);
        assertThat(own.basis().posts()).as("three of the catalogue's, one of them as the team knows it, and one more").isEqualTo(4);
        assertThat(world.profile(OLE, star.id()).profile()).isEqualTo(before);
        assertThat(before.owner()).isEqualTo(TeamId.CATALOGUE);
        assertThat(world.shown(ANA, star.id())).as("what the catalogue says is not the team's to change").isEqualTo(told);
    }

    @Test
    void it_stops_between_two_batches_when_it_is_canceled_and_goes_on_from_there_when_it_is_repeated() {
        world.posts(ANA, mara, 50);
        Job job = start();
        world.transactions.disturbAfter(1, () -> world.operations.cancelJob().handle(new CancelJob.Command(ANA, job.id())));

        assertThat(world.worked()).isEqualTo(Job.Status.CANCELED);

        assertThat(world.report(ANA, job).read()).isEqualTo(32);
        assertThat(world.job(ANA, job).progress().done()).isEqualTo(32);
        assertThat(world.operations.repeatJob().handle(new RepeatJob.Command(ANA, job.id()))).isInstanceOf(RepeatJob.Outcome.Queued.class);
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(world.report(ANA, job)).isEqualTo(new ContentAnalysis.Report(50, 0, Map.of(JUDGE, 50L), Map.of(), 1));
        assertThat(world.log(ANA, job)).containsOnlyOnce("begins with 50 posts, read by judge")
                .containsOnlyOnce("32 of 50 posts looked at: 32 read, 0 still stood");
    }

    @Test
    void it_may_be_canceled_among_the_profiles_too() {
        world.posts(ANA, mara, 3);
        world.posts(ANA, world.creator(ANA, "otto"), 3);
        Job job = start();
        world.transactions.disturbAfter(2, () -> world.operations.cancelJob().handle(new CancelJob.Command(ANA, job.id())));

        assertThat(world.worked()).isEqualTo(Job.Status.CANCELED);

        assertThat(world.report(ANA, job).read()).isEqualTo(6);
        assertThat(world.report(ANA, job).profiles()).isEqualTo(1);
    }

    @Test
    void a_job_that_was_given_up_is_taken_up_again_where_it_stood() {
        world.posts(ANA, mara, 40);
        AtomicInteger read = new AtomicInteger();
        world.judge.finds(passage -> {
            if (read.incrementAndGet() > 16) {
                throw new IllegalStateException("a fault of ours");
            }
            return whole();
        });
        Job job = start();
        for (int attempt = 0; attempt < Job.MOST_ATTEMPTS; attempt++) {
            assertThat(world.work()).isInstanceOf(RunNextJob.Outcome.Faulted.class);
            world.later(Duration.ofMinutes(2));
        }
        assertThat(world.job(ANA, job).status()).isEqualTo(Job.Status.FAILED);
        world.judge.finds(passage -> whole());

        world.operations.repeatJob().handle(new RepeatJob.Command(ANA, job.id()));

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(world.report(ANA, job).read()).isEqualTo(40);
    }

    @Test
    void a_model_that_takes_all_the_time_there_is_does_not_lose_the_job_to_another_worker() {
        world.posts(ANA, mara, 40);
        AtomicInteger read = new AtomicInteger();
        world.judge.finds(passage -> {
            if (read.getAndIncrement() % 16 == 0) {
                world.later(world.judge.asked().getLast().within());
                assertThat(world.work()).isInstanceOf(RunNextJob.Outcome.Idle.class);
            }
            return whole();
        });
        Job job = start();

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.report(ANA, job).read()).isEqualTo(40);
        assertThat(world.judge.asked()).extracting(asked -> asked.within()).containsOnly(RunNextJob.LEASE.dividedBy(3));
    }

    @Test
    void a_creator_that_was_removed_on_the_way_does_not_stop_the_rest() {
        Creator otto = world.creator(ANA, "otto");
        world.posts(ANA, mara, 3);
        world.posts(ANA, otto, 3);
        Job job = start();
        world.transactions.disturbAfter(1, () -> world.remove(ANA, mara.id()));

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.profile(ANA, otto.id()).profile().basis().analysed()).isEqualTo(3);
        assertThat(world.report(ANA, job).profiles()).isEqualTo(1);
    }

    @Test
    void jobs_are_listed_the_newest_first_to_their_team_alone() {
        Job first = start();
        world.later(Duration.ofSeconds(1));
        Job second = start();

        assertThat(world.content.listAnalyses().handle(new ListAnalyses.Query(ANA, PageRequest.first(10))).items())
                .extracting(shown -> shown.job().id()).containsExactly(second.id(), first.id());
        assertThat(world.content.listAnalyses().handle(new ListAnalyses.Query(OLE, PageRequest.first(10))).items())
                .isEmpty();
        assertThatThrownBy(() -> world.log(OLE, first)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.content.showAnalysis().handle(
                new ShowAnalysis.Query(ANA, new JobId(new UUID(7, 7))))).isInstanceOf(Refusal.NotFound.class);
    }
}
