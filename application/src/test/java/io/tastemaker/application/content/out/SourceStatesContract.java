package io.tastemaker.application.content.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.content.out.SourceStates.Due;
import io.tastemaker.application.creators.out.CreatorFixtures;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.content.SourceState;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of source states does. */
public abstract class SourceStatesContract {

    /** Nothing else in the store was asked for so late. */
    private static final Instant LATE = NOON.plus(Duration.ofDays(9_000));
    private static final Instant DAY_BEFORE = LATE.minus(SourceState.PROFILE_LIFETIME);

    private TeamId team;
    private TeamId other;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract Creators creators();

    protected abstract SourceStates states();

    @BeforeEach
    void makeTeams() {
        team = newTeam(teams());
        other = newTeam(teams());
    }

    @Test
    void a_state_is_found_as_it_was_saved_last_and_by_its_team_only() {
        SourceState asked = new SourceState(team, creator(team).id(), "decodo", Optional.empty(), NOON.plusNanos(1_999), Optional.empty(),
                List.of());
        assertThat(find(team, asked)).isEmpty();
        save(asked);
        assertThat(find(team, asked)).contains(asked);

        SourceState failed = asked.fetched(NOON.plusSeconds(1).plusNanos(1_999), List.of(
                        new SourceState.RelatedAccount(new Handle(Platform.INSTAGRAM, "ben"), Optional.of("Ben \"B\" 🌱")),
                        new SourceState.RelatedAccount(new Handle(Platform.TIKTOK, "cleo"), Optional.empty())))
                .failed(new SourceState.Failure("rate_limited", "wants fewer \"calls\"", NOON.plusNanos(5_999), NOON.plusSeconds(60)));
        save(failed);
        assertThat(find(team, asked)).contains(failed);
        assertThat(find(other, asked)).isEmpty();

        save(failed.fetched(NOON, List.of()));
        assertThat(find(team, asked)).contains(failed.fetched(NOON, List.of()));
    }

    @Test
    void everybody_sees_the_state_of_a_creator_of_the_catalogue_and_only_its_own_transactions_write_it() {
        SourceState state = new SourceState(TeamId.CATALOGUE, creator(TeamId.CATALOGUE).id(), "decodo", Optional.of(NOON), NOON,
                Optional.empty(), List.of());
        save(state);

        assertThat(find(team, state)).contains(state);
        assertThatThrownBy(() -> transactions().run(system(team), "test", () -> states().save(state.wanted(NOON.plusSeconds(1)))))
                .isInstanceOf(RuntimeException.class);
        assertThat(find(other, state)).contains(state);
    }

    @Test
    void what_was_never_or_long_ago_fetched_is_due_the_longest_waiting_first() {
        SourceState never = due(team, Optional.empty());
        SourceState longAgo = due(other, Optional.of(DAY_BEFORE.minusSeconds(9)));
        SourceState lately = due(TeamId.CATALOGUE, Optional.of(DAY_BEFORE.minusSeconds(1)));
        SourceState fresh = due(team, Optional.of(DAY_BEFORE));

        assertThat(states().due(DAY_BEFORE, LATE, LATE, 100)).contains(due(never), due(longAgo), due(lately)).doesNotContain(due(fresh))
                .containsSubsequence(due(never), due(longAgo), due(lately));
        assertThat(states().due(DAY_BEFORE.minusSeconds(5), LATE, LATE, 100)).contains(due(never), due(longAgo)).doesNotContain(due(lately));
    }

    @Test
    void what_nobody_asked_for_since_is_not_due() {
        SourceState state = due(team, Optional.empty());

        assertThat(states().due(DAY_BEFORE, state.wantedAt(), LATE, 100)).contains(due(state));
        assertThat(states().due(DAY_BEFORE, state.wantedAt().plusNanos(1_000), LATE, 100)).doesNotContain(due(state));
    }

    @Test
    void what_failed_is_left_alone_until_its_time() {
        SourceState state = due(team, Optional.of(NOON));
        save(state.failed(new SourceState.Failure("timeout", "", LATE, LATE.plusSeconds(60))));

        assertThat(states().due(DAY_BEFORE, LATE, LATE.plusSeconds(60).minusNanos(1_000), 100)).doesNotContain(due(state));
        assertThat(states().due(DAY_BEFORE, LATE, LATE.plusSeconds(60), 100)).contains(due(state));
        save(state);
        assertThat(states().due(DAY_BEFORE, LATE, LATE, 100)).as("without a failure").contains(due(state));
    }

    @Test
    void no_more_come_than_are_wanted() {
        for (int number = 0; number < 4; number++) {
            due(team, Optional.of(NOON));
        }

        assertThat(states().due(DAY_BEFORE, LATE, LATE, 3)).hasSize(3);
    }

    private SourceState due(TeamId owner, Optional<Instant> fetchedAt) {
        SourceState state = new SourceState(owner, creator(owner).id(), "decodo", fetchedAt, LATE, Optional.empty(), List.of());
        save(state);
        return state;
    }

    private static Due due(SourceState state) {
        return new Due(state.owner(), state.creator());
    }

    private Creator creator(TeamId owner) {
        Creator creator = CreatorFixtures.bare(owner, "c." + SeededIds.next()); // the catalogue is shared by all tests
        transactions().run(system(owner), "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private void save(SourceState state) {
        transactions().run(system(state.owner()), "test", () -> states().save(state));
    }

    private Optional<SourceState> find(TeamId reader, SourceState state) {
        return transactions().reading(system(reader), () -> states().find(state.creator()));
    }
}
