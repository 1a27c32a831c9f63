package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.BreakingTransactions.Killed;
import io.tastemaker.application.content.BreakingTransactions.Moment;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.operations.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job that reads posts is interrupted at every one of its writes, and tells and does the same in the end. */
class InterruptedAnalysisTest {

    /** More than a job of this size writes: three batches, two creators told, two profiles, the end. */
    private static final int MOST_WRITES = 20;

    private static final Duration LEASE_IS_OVER = RunNextJob.LEASE.plusSeconds(1);

    /** A team with forty posts of two creators, of which the chosen model does not answer the last eight. */
    private static final class Story {
        private final ContentWorld world = ContentWorld.withModels();
        private final List<Creator> creators = Stream.of("mara", "otto").map(name -> world.creator(ANA, name)).toList();
        private final List<Post> posts = creators.stream().flatMap(creator -> world.posts(ANA, creator, 20).stream()).toList();
        private final Job job = world.start(ANA, Optional.empty(), false);

        private void assertThatAllIsAsIfNothingHadHappened() {
            Story quiet = new Story();
            quiet.world.work();
            assertThat(world.job(ANA, job).status()).isEqualTo(Job.Status.SUCCEEDED);
            assertThat(world.report(ANA, job)).isEqualTo(quiet.world.report(ANA, quiet.job));
            assertThat(world.report(ANA, job).read()).isEqualTo(40);
            assertThat(world.log(ANA, job)).isEqualTo(quiet.world.log(ANA, quiet.job));
            assertThat(world.job(ANA, job).progress().done()).isEqualTo(40);
            assertThat(posts).allMatch(post -> world.analysed(ANA, post).analysis().isPresent());
            assertThat(creators).allSatisfy(creator -> {
                assertThat(world.profile(ANA, creator.id()).profile().basis().analysed()).isEqualTo(20);
                assertThat(world.profile(ANA, creator.id()).outdatedSince()).isEmpty();
                assertThat(world.shown(ANA, creator.id()).facts().get(Fact.CONTENT_SENTIMENT)).isPresent();
            });
        }
    }

    /** False when the job ended before. */
    private static boolean isKilled(Story story, int write, Moment moment) {
        story.world.transactions.killAfter(write, moment);
        try {
            story.world.work();
            return false;
        } catch (Killed killed) {
            story.world.later(LEASE_IS_OVER);
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_kill_at_whatever_write_loses_nothing_and_counts_nothing_twice(Moment moment) {
        int write = 0;
        for (Story story = new Story(); isKilled(story, write, moment); story = new Story()) {
            story.world.work();

            story.assertThatAllIsAsIfNothingHadHappened();
            write++;
            assertThat(write).isLessThan(MOST_WRITES);
        }
        assertThat(write).as("writes of the job").isGreaterThanOrEqualTo(8);
    }

    @Test
    void even_who_is_killed_at_every_second_write_gets_to_the_end() {
        Story story = new Story();
        int kills = 0;
        while (isKilled(story, 1, Moment.AFTER_THE_COMMIT)) {
            kills++;
            assertThat(kills).isLessThan(MOST_WRITES);
        }

        story.assertThatAllIsAsIfNothingHadHappened();
        assertThat(kills).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_worker_that_slept_while_another_did_the_job_writes_nothing_any_more() {
        int write = 0;
        RunNextJob.Outcome outcome;
        do {
            Story story = new Story();
            story.world.transactions.disturbAfter(write, () -> {
                story.world.later(LEASE_IS_OVER);
                assertThat(story.world.worked()).isEqualTo(Job.Status.SUCCEEDED);
            });

            outcome = story.world.work();

            story.assertThatAllIsAsIfNothingHadHappened();
            write++;
            assertThat(write).isLessThan(MOST_WRITES);
        } while (outcome instanceof RunNextJob.Outcome.Lost);
        assertThat(write).isGreaterThan(8);
    }

    @Test
    void a_program_that_is_stopped_gives_the_job_back_and_goes_on_later() {
        Story story = new Story();
        RunNextJob.Outcome outcome = story.world.operations.runNextJob().handle(new RunNextJob.Command(
                PROGRAM, () -> story.world.judge.asked().size() == 2));
        assertThat(outcome).isInstanceOf(RunNextJob.Outcome.GivenBack.class);
        assertThat(story.world.report(ANA, story.job).read()).isEqualTo(32);

        story.world.work();

        story.assertThatAllIsAsIfNothingHadHappened();
    }
}
