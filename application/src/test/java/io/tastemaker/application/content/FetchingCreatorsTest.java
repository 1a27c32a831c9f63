package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.BEN;
import static io.tastemaker.application.shared.Actors.LIMA;
import static io.tastemaker.application.shared.Actors.OLE;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.content.BreakingTransactions.Killed;
import io.tastemaker.application.content.BreakingTransactions.Moment;
import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.operations.RepeatJob;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Profiles fetched from their platform because somebody asked for them. */
class FetchingCreatorsTest {

    private static final Handle MARA = Account.MARA.asked();
    private static final Duration A_DAY = SourceState.PROFILE_LIFETIME;

    private final ContentWorld world = showing(ContentWorld.withModels());

    private static ContentWorld showing(ContentWorld world) {
        world.source.shows(Account.MARA);
        return world;
    }

    private FetchCreator.Outcome fetch(Actor actor, Handle handle) {
        return world.content.fetchCreator().handle(new FetchCreator.Command(actor, new FindCreator.Which.ByHandle(handle)));
    }

    private FetchCreator.Outcome fetch(Actor actor, Creator creator) {
        return world.content.fetchCreator().handle(new FetchCreator.Command(actor, new FindCreator.Which.ById(creator.id())));
    }

    private static Job queued(FetchCreator.Outcome outcome) {
        assertThat(outcome).isInstanceOf(FetchCreator.Outcome.Queued.class);
        return ((FetchCreator.Outcome.Queued) outcome).job();
    }

    private Creator show(Actor actor, Handle handle) {
        return world.creators.showCreator().handle(new ShowCreator.Query(actor, new FindCreator.Which.ByHandle(handle)));
    }

    private Creator fetched() {
        queued(fetch(ANA, MARA));
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        return show(ANA, MARA);
    }

    private List<AnalysedPost> posts(Actor actor, CreatorId creator) {
        return world.content.listPosts().handle(new ListPosts.Query(actor, creator, PageRequest.first(10))).items();
    }

    @Test
    void an_account_that_nobody_knows_becomes_a_creator_of_the_catalogue() {
        Job job = queued(fetch(BEN, MARA));
        assertThat(job.team()).isEqualTo(LIMA);

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        Creator creator = show(OLE, MARA);
        assertThat(creator.inCatalogue()).isTrue();
        assertThat(creator.facts().value(Fact.FOLLOWERS)).contains(Account.MARA.followers());
        assertThat(posts(OLE, creator.id())).hasSize(2).allMatch(post -> post.isFresh(world.clock.instant()));
        ShowContentProfile.Shown shown = world.profile(OLE, creator.id());
        assertThat(shown.profile().basis().analysed()).isEqualTo(2);
        assertThat(shown.outdatedSince()).isEmpty();
        assertThat(shown.isStale()).isFalse();
        assertThat(shown.source().orElseThrow().fetchedAt()).contains(world.clock.instant());
        assertThat(shown.source().orElseThrow().related()).map(account -> account.handle().name()).containsExactly("otto.cooks");
    }

    @Test
    void a_profile_is_not_fetched_again_within_a_day() {
        Creator creator = fetched();
        Instant at = world.clock.instant();
        world.later(A_DAY.minusSeconds(1));

        assertThat(fetch(ANA, MARA)).isEqualTo(new FetchCreator.Outcome.Fresh(creator, at));
        assertThat(fetch(OLE, creator)).isEqualTo(new FetchCreator.Outcome.Fresh(creator, at));

        world.later(Duration.ofSeconds(1));
        queued(fetch(OLE, creator));
    }

    @Test
    void a_record_of_the_team_is_fetched_for_the_team_alone() {
        Creator own = world.creator(ANA, MARA.name());

        queued(fetch(ANA, MARA));
        world.worked();

        assertThat(world.shown(ANA, own.id()).facts().value(Fact.FOLLOWERS)).contains(Account.MARA.followers());
        assertThat(posts(ANA, own.id())).hasSize(2).allMatch(post -> post.post().owner().equals(LIMA));
        assertThatThrownBy(() -> show(OLE, MARA)).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.sourceState(ANA, own.id()).owner()).isEqualTo(LIMA);
    }

    @Test
    void posts_that_are_fetched_while_the_models_are_down_are_read_by_the_rules_and_say_why() {
        world.judge.isUp(false);
        world.nearby.failsWith(FallbackReason.TIMEOUT);

        Creator creator = fetched();

        assertThat(posts(ANA, creator.id())).allSatisfy(post -> assertThat(post.analysis().orElseThrow().reading().origins())
                .allMatch(by -> by.fallback().equals(Optional.of(FallbackReason.BREAKER_OPEN))));
    }

    @Test
    void a_failure_keeps_what_is_known_and_says_when_to_ask_again() {
        Creator creator = fetched();
        Instant before = world.clock.instant();
        world.source.fails(CreatorSource.Reason.TIMEOUT);
        world.later(A_DAY);
        Job job = queued(fetch(ANA, creator));

        assertThat(world.worked()).isEqualTo(Job.Status.FAILED);

        assertThat(world.job(ANA, job).failure()).contains("as the test wants it (timeout)");
        ShowContentProfile.Shown shown = world.profile(ANA, creator.id());
        assertThat(shown.profile().basis().posts()).isEqualTo(2);
        assertThat(shown.isStale()).isTrue();
        assertThat(shown.source().orElseThrow().fetchedAt()).contains(before);
        assertThat(shown.source().orElseThrow().failure()).contains(new SourceState.Failure("timeout", "as the test wants it",
                world.clock.instant(), world.clock.instant().plusSeconds(60)));
    }

    @Test
    void a_fetch_that_failed_can_be_repeated() {
        Creator creator = fetched();
        world.source.fails(CreatorSource.Reason.UNREACHABLE);
        world.later(A_DAY);
        Job job = queued(fetch(ANA, creator));
        world.worked();
        world.source.recovers();

        assertThat(world.operations.repeatJob().handle(new RepeatJob.Command(ANA, job.id()))).isInstanceOf(RepeatJob.Outcome.Queued.class);
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.profile(ANA, creator.id()).isStale()).isFalse();
        assertThat(world.sourceState(ANA, creator.id()).failure()).isEmpty();
    }

    @Test
    void an_account_that_there_is_not_makes_no_creator() {
        Handle nobody = new Handle(Platform.INSTAGRAM, "nobody.at.all");
        Job job = queued(fetch(ANA, nobody));

        assertThat(world.worked()).isEqualTo(Job.Status.FAILED);

        assertThat(world.job(ANA, job).failure()).contains("there is no such account on Instagram (unknown_account)");
        assertThatThrownBy(() -> show(ANA, nobody)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_creator_whose_account_there_is_not_is_left_alone_for_a_day() {
        Creator creator = world.creator(ANA, "nobody.at.all");
        queued(fetch(ANA, creator));

        world.worked();

        assertThat(world.sourceState(ANA, creator.id())).satisfies(state -> {
            assertThat(state.fetchedAt()).isEmpty();
            assertThat(state.failure().orElseThrow().reason()).isEqualTo("unknown_account");
            assertThat(state.failure().orElseThrow().retryAt()).isEqualTo(world.clock.instant().plus(A_DAY));
        });
        assertThat(world.profile(ANA, creator.id()).isStale()).as("never fetched, so not stale").isFalse();
    }

    @Test
    void who_asks_while_the_job_waits_gets_the_same_job() {
        Job first = queued(fetch(ANA, MARA));

        assertThat(queued(fetch(BEN, MARA))).isEqualTo(first);
        assertThat(queued(fetch(ANA, world.creator(ANA, "otto.cooks")))).isNotEqualTo(first);
    }

    @Test
    void what_two_teams_ask_for_is_fetched_once() {
        Creator creator = fetched();
        world.later(A_DAY);
        queued(fetch(ANA, creator));
        queued(fetch(OLE, creator));

        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);

        assertThat(world.source.asked()).hasSize(2);
    }

    @Test
    void a_platform_without_a_source_is_not_fetched() {
        assertThat(fetch(ANA, new Handle(Platform.TIKTOK, "mara.bakes"))).isInstanceOf(FetchCreator.Outcome.NoSource.class);
        assertThat(world.fetches(ANA)).isEmpty();
    }

    @Test
    void a_creator_that_was_removed_meanwhile_is_not_made_again() {
        Creator own = world.creator(ANA, MARA.name());
        Job job = queued(fetch(ANA, own));
        world.remove(ANA, own.id());

        assertThat(world.worked()).isEqualTo(Job.Status.FAILED);

        assertThat(world.job(ANA, job).failure()).contains("the creator is not there any more");
        assertThatThrownBy(() -> show(ANA, MARA)).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.source.asked()).isEmpty();
    }

    @Test
    void creators_of_another_team_cannot_be_fetched() {
        Creator oles = world.creator(OLE, "ole");

        assertThatThrownBy(() -> fetch(ANA, oles)).isInstanceOf(Refusal.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_kill_at_whatever_write_leaves_nothing_half_done(Moment moment) {
        int write = 0;
        while (isKilled(false, write, moment)) {
            write++;
        }
        assertThat(write).as("facts, posts, readings, conclusions, the profile").isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_kill_while_a_known_creator_is_fetched_leaves_nothing_half_done_either(Moment moment) {
        int write = 0;
        while (isKilled(true, write, moment)) {
            write++;
        }
        assertThat(write).isEqualTo(5);
    }

    private static boolean isKilled(boolean isKnown, int write, Moment moment) {
        ContentWorld killed = showing(ContentWorld.withModels());
        if (isKnown) {
            killed.creator(OPERATOR, MARA.name());
        }
        killed.content.fetchCreator().handle(new FetchCreator.Command(ANA, new FindCreator.Which.ByHandle(MARA)));
        killed.transactions.killAfter(write, moment);
        boolean isKilled = false;
        try {
            killed.work();
        } catch (Killed kill) {
            isKilled = true;
            killed.later(RunNextJob.LEASE.plusSeconds(1));
            assertThat(killed.worked()).isEqualTo(Job.Status.SUCCEEDED);
        }
        Creator creator = killed.creators.showCreator().handle(new ShowCreator.Query(OPERATOR, new FindCreator.Which.ByHandle(MARA)));
        ShowContentProfile.Shown shown = killed.profile(OPERATOR, creator.id());
        assertThat(shown.profile().basis().posts()).isEqualTo(2);
        assertThat(shown.profile().basis().analysed()).isEqualTo(2);
        assertThat(shown.outdatedSince()).isEmpty();
        return isKilled;
    }
}
