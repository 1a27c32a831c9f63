package io.tastemaker.application.content;

import static io.tastemaker.application.content.ContentWorld.key;
import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.LIMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Whoever wants analytics gets them of what is known, while what may have grown old is fetched behind them. */
class YoungPostsTest {

    private static final long GIVEN = 100;
    private static final Duration HALF_A_DAY = SourceState.POSTS_LIFETIME;

    private final ContentWorld world = ContentWorld.withModels();
    private final Creator mara = world.creator(ANA, Account.MARA.handle());
    private int requests;

    YoungPostsTest() {
        world.source.shows(Account.MARA);
        world.till.give(LIMA, GIVEN);
    }

    private AnalysePosts.Outcome analyse(CreatorId creator, boolean dryRun) {
        return world.content.analysePosts().handle(new AnalysePosts.Command(ANA, creator, new AnalysePosts.Which.Latest(12),
                key("request " + requests++), OptionalLong.empty(), dryRun));
    }

    private List<Job> analysedThenFetches() {
        assertThat(analyse(mara.id(), false)).isInstanceOf(AnalysePosts.Outcome.Analysed.class);
        return world.fetches(ANA);
    }

    private void fetched() {
        assertThat(analyse(mara.id(), false)).isInstanceOf(AnalysePosts.Outcome.Fetching.class);
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
    }

    @Test
    void without_any_posts_they_are_fetched_first_and_nothing_is_paid_before() {
        AnalysePosts.Outcome outcome = analyse(mara.id(), false);

        assertThat(outcome).isEqualTo(new AnalysePosts.Outcome.Fetching(world.fetches(ANA).getFirst()));
        assertThat(world.credits(LIMA)).isEqualTo(GIVEN);
        assertThat(analyse(mara.id(), false)).as("asked again while it waits").isEqualTo(outcome);
        world.worked();
        assertThat(analyse(mara.id(), false)).isInstanceOf(AnalysePosts.Outcome.Analysed.class);
    }

    @Test
    void a_dry_run_fetches_nothing() {
        assertThat(analyse(mara.id(), true)).isInstanceOf(AnalysePosts.Outcome.NoPosts.class);
        assertThat(world.fetches(ANA)).isEmpty();
    }

    @Test
    void where_there_is_no_source_there_are_no_posts() {
        Creator elsewhere = ((EnterCreator.Outcome.Entered) world.creators.enterCreator().handle(
                new EnterCreator.Command(ANA, new Handle(Platform.TIKTOK, "mara"), List.of()))).creator();

        assertThat(analyse(elsewhere.id(), false)).isInstanceOf(AnalysePosts.Outcome.NoPosts.class);
    }

    @Test
    void an_account_that_shows_no_posts_is_asked_again_after_half_a_day() {
        world.source.shows(new Account(mara.handle().name(), "Mara", "", 10, 0, false, true, List.of(), List.of()));
        fetched();
        assertThat(analyse(mara.id(), false)).isInstanceOf(AnalysePosts.Outcome.NoPosts.class);
        world.later(HALF_A_DAY);

        assertThat(analyse(mara.id(), false)).isInstanceOf(AnalysePosts.Outcome.Fetching.class);
    }

    @Test
    void posts_that_were_fetched_half_a_day_ago_are_served_and_fetched_anew_behind() {
        fetched();
        world.later(HALF_A_DAY.minusSeconds(1));
        assertThat(analysedThenFetches()).hasSize(1);
        world.later(Duration.ofSeconds(1));

        assertThat(analysedThenFetches()).hasSize(2);

        assertThat(analysedThenFetches()).as("it waits already").hasSize(2);
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(analysedThenFetches()).as("they are young again").hasSize(2);
        assertThat(world.source.asked()).hasSize(2);
    }

    @Test
    void what_never_came_from_a_source_is_not_fetched_behind() {
        world.posts(ANA, mara, 3);

        assertThat(analysedThenFetches()).isEmpty();
    }

    @Test
    void while_the_source_is_down_nothing_is_fetched_behind() {
        fetched();
        world.later(HALF_A_DAY);
        world.source.fails(CreatorSource.Reason.FAILED);
        while (world.source.isUp()) {
            world.source.fetch(Account.PRIVATE.asked(), Duration.ofSeconds(1));
        }

        assertThat(analysedThenFetches()).hasSize(1);
    }

    @Test
    void as_long_as_the_source_wants_to_be_left_alone_nothing_is_fetched_behind() {
        fetched();
        world.source.answers(mara.handle(),
                new CreatorSource.Answer.Unavailable(CreatorSource.Reason.RATE_LIMITED, "slower", Duration.ofHours(1)));
        world.later(HALF_A_DAY);
        assertThat(analysedThenFetches()).hasSize(2);
        assertThat(world.worked()).isEqualTo(Job.Status.FAILED);

        assertThat(analysedThenFetches()).as("in an hour, it said").hasSize(2);

        world.later(Duration.ofHours(1));
        assertThat(analysedThenFetches()).hasSize(3);
    }
}
