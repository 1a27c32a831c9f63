package io.tastemaker.application.content;

import static io.tastemaker.application.shared.Actors.ANA;
import static io.tastemaker.application.shared.Actors.OPERATOR;
import static io.tastemaker.application.shared.Actors.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.content.out.CreatorSource;
import io.tastemaker.application.content.out.CreatorSourceContract.Account;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.operations.Job;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Profiles that somebody asked for lately are kept young. */
class DueCreatorsTest {

    private static final Duration A_DAY = SourceState.PROFILE_LIFETIME;

    private final ContentWorld world = ContentWorld.withModels();

    private FetchDueCreators.Outcome round() {
        return world.content.fetchDueCreators().handle(new FetchDueCreators.Command(PROGRAM));
    }

    private static FetchDueCreators.Outcome done(int fetched, int failed) {
        return new FetchDueCreators.Outcome.Done(fetched, failed);
    }

    /** A creator of the catalogue whom the source knows and somebody has asked for. */
    private Creator fetched(String name) {
        world.source.shows(new Account(name, name, "", 1_000, 10, false, false, List.of(), List.of()));
        Creator creator = world.creator(OPERATOR, name);
        world.content.fetchCreator().handle(new FetchCreator.Command(ANA, new FindCreator.Which.ById(creator.id())));
        assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        return creator;
    }

    @Test
    void what_is_a_day_old_is_fetched_anew() {
        Creator mara = fetched("mara");
        world.later(A_DAY);
        assertThat(round()).as("a day old, and not older").isEqualTo(done(0, 0));
        world.later(Duration.ofMinutes(1));

        assertThat(round()).isEqualTo(done(1, 0));

        assertThat(world.sourceState(ANA, mara.id()).fetchedAt()).contains(world.clock.instant());
        assertThat(world.profile(ANA, mara.id()).isStale()).isFalse();
    }

    @Test
    void one_node_does_the_round_of_a_minute() {
        fetched("mara");
        world.later(A_DAY.plusMinutes(1));

        assertThat(round()).isEqualTo(done(1, 0));
        assertThat(round()).isInstanceOf(FetchDueCreators.Outcome.NotNow.class);
        world.later(Duration.ofMinutes(1));
        assertThat(round()).isEqualTo(done(0, 0));
    }

    @Test
    void whom_nobody_asked_for_in_thirty_days_is_left_to_grow_old() {
        Creator mara = fetched("mara");
        world.later(FetchDueCreators.INTEREST.plusSeconds(1));

        assertThat(round()).isEqualTo(done(0, 0));

        assertThat(world.profile(ANA, mara.id()).isStale()).isTrue();
    }

    @Test
    void whoever_failed_is_left_alone_as_long_as_the_source_wants_it() {
        fetched("mara");
        world.later(A_DAY.plusMinutes(1));
        world.source.fails(CreatorSource.Reason.RATE_LIMITED);
        assertThat(round()).isEqualTo(done(0, 1));
        world.source.recovers();
        world.later(Duration.ofMinutes(1));

        assertThat(round()).isEqualTo(done(1, 0));
    }

    @Test
    void an_account_that_vanished_is_asked_for_once_a_day() {
        Creator mara = fetched("mara");
        world.source.answers(mara.handle(), new CreatorSource.Answer.Unknown());
        world.later(A_DAY.plusMinutes(1));
        assertThat(round()).isEqualTo(done(0, 1));
        world.later(Duration.ofHours(12));
        assertThat(round()).isEqualTo(done(0, 0));
        world.later(Duration.ofHours(12));

        assertThat(round()).isEqualTo(done(0, 1));
    }

    @Test
    void a_creator_that_was_removed_meanwhile_does_not_stop_the_round() {
        Creator mara = fetched("mara");
        fetched("otto");
        world.later(A_DAY.plusMinutes(1));
        world.remove(OPERATOR, mara.id());

        assertThat(round()).isEqualTo(done(1, 0));

        assertThat(world.source.asked()).map(handle -> handle.name()).containsExactly("mara", "otto", "otto");
    }

    @Test
    void a_round_ends_when_the_source_goes_down_and_there_is_none_until_it_is_back() {
        IntStream.rangeClosed(1, 8).forEach(number -> fetched("creator" + number));
        world.later(A_DAY.plusMinutes(1));
        world.source.fails(CreatorSource.Reason.UNREACHABLE);

        assertThat(round()).as("then its breaker is open").isEqualTo(done(0, 5));

        world.later(Duration.ofSeconds(59));
        assertThat(round()).isInstanceOf(FetchDueCreators.Outcome.NotNow.class);
        world.source.recovers();
        world.later(Duration.ofSeconds(1));
        assertThat(round()).isEqualTo(done(8, 0));
    }

    @Test
    void what_another_node_has_fetched_meanwhile_is_not_fetched_twice() {
        fetched("mara");
        Creator otto = fetched("otto");
        world.later(A_DAY.plusMinutes(1));
        world.transactions.disturbAfter(1, () -> {
            world.content.fetchCreator().handle(new FetchCreator.Command(ANA, new FindCreator.Which.ById(otto.id())));
            assertThat(world.worked()).isEqualTo(Job.Status.SUCCEEDED);
        });

        assertThat(round()).isEqualTo(done(1, 0));

        assertThat(world.source.asked()).map(handle -> handle.name()).containsExactly("mara", "otto", "mara", "otto");
    }

    @Test
    void more_than_twenty_take_another_round() {
        IntStream.rangeClosed(1, 23).forEach(number -> fetched("creator" + number));
        world.later(A_DAY.plusMinutes(1));

        assertThat(round()).isEqualTo(done(20, 0));
        world.later(Duration.ofMinutes(1));
        assertThat(round()).isEqualTo(done(3, 0));
    }
}
