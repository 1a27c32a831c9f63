package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.campaigns.Deliverable.Decision;
import io.tastemaker.domain.campaigns.Deliverable.Move;
import io.tastemaker.domain.campaigns.Deliverable.State;
import io.tastemaker.domain.campaigns.Deliverable.Step;
import io.tastemaker.domain.campaigns.Deliverable.Type;
import io.tastemaker.domain.campaigns.Deliverable.Work;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.DeliverableId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeliverableTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);
    private static final CampaignId CAMPAIGN = new CampaignId(new UUID(1, 1));
    private static final WorkRules FOUR_EYES = WorkRules.of(CAMPAIGN);
    private static final ProofLink PROOF = new ProofLink("https://example.com/reel/1");
    private static final Work OPEN = new Work(Type.REEL, "Reel 1", Optional.empty(), Optional.of(DUE));
    private static final Work FOR_SOMEBODY = new Work(Type.REEL, "Reel 1", Optional.of(new CreatorId(new UUID(2, 2))), Optional.of(DUE));

    /** Where each step leads, by the state it is taken in; every pair that does not stand here is refused. */
    private static final Map<State, Map<Step, State>> WAYS = Map.of(
            State.PLANNED, Map.of(Step.SUBMIT, State.SUBMITTED, Step.CANCEL, State.CANCELED, Step.CHANGE, State.ASSIGNED),
            State.ASSIGNED, Map.of(Step.SUBMIT, State.SUBMITTED, Step.CANCEL, State.CANCELED, Step.CHANGE, State.ASSIGNED),
            State.SUBMITTED, Map.of(Step.APPROVE, State.APPROVED, Step.REJECT, State.REJECTED, Step.REOPEN, State.ASSIGNED, Step.CANCEL,
                    State.CANCELED),
            State.APPROVED, Map.of(Step.REOPEN, State.ASSIGNED),
            State.REJECTED, Map.of(Step.SUBMIT, State.SUBMITTED, Step.CANCEL, State.CANCELED, Step.CHANGE, State.REJECTED),
            State.CANCELED, Map.of(Step.REOPEN, State.ASSIGNED));

    private static Deliverable planned(Work work) {
        return Deliverable.plan(new DeliverableId(new UUID(3, 3)), CAMPAIGN, work, "user:ana", NOON);
    }

    private static Deliverable after(Deliverable deliverable, Move... moves) {
        Deliverable now = deliverable;
        for (Move move : moves) {
            now = ((Decision.Moved) now.take(move, move.step() == Step.SUBMIT ? "user:ben" : "user:ana", FOUR_EYES, NOON)).deliverable();
        }
        return now;
    }

    private static Deliverable in(State state) {
        Deliverable somebodys = planned(FOR_SOMEBODY);
        return switch (state) {
            case PLANNED -> planned(OPEN);
            case ASSIGNED -> somebodys;
            case SUBMITTED -> after(somebodys, new Move.Submit(PROOF));
            case APPROVED -> after(somebodys, new Move.Submit(PROOF), new Move.Approve());
            case REJECTED -> after(somebodys, new Move.Submit(PROOF), new Move.Reject("too dark"));
            case CANCELED -> after(somebodys, new Move.Cancel());
        };
    }

    private static Move move(Step step) {
        return switch (step) {
            case SUBMIT -> new Move.Submit(PROOF);
            case APPROVE -> new Move.Approve();
            case REJECT -> new Move.Reject("too dark");
            case REOPEN -> new Move.Reopen();
            case CANCEL -> new Move.Cancel();
            case CHANGE -> new Move.Change(FOR_SOMEBODY);
        };
    }

    static Stream<Arguments> everyStateWithEveryStep() {
        return Arrays.stream(State.values()).flatMap(state -> Arrays.stream(Step.values()).map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStateWithEveryStep")
    void every_step_in_every_state_leads_where_it_shall_or_is_refused_naming_what_is_allowed(State state, Step step) {
        Deliverable deliverable = in(state);
        Optional<State> end = Optional.ofNullable(WAYS.get(state).get(step));

        Decision decision = deliverable.take(move(step), "user:ana", FOUR_EYES, NOON.plusSeconds(1));

        assertThat(deliverable.state()).isEqualTo(state);
        if (end.isEmpty()) {
            assertThat(decision).isEqualTo(new Decision.NotNow(state, state.allowed()));
            assertThat(Set.copyOf(state.allowed())).isEqualTo(WAYS.get(state).keySet());
        } else {
            Deliverable moved = ((Decision.Moved) decision).deliverable();
            assertThat(moved.state()).isEqualTo(end.get());
            assertThat(moved.version()).isEqualTo(deliverable.version() + 1);
            assertThat(moved.updatedAt()).isEqualTo(NOON.plusSeconds(1));
        }
    }

    @Test
    void of_six_states_with_six_steps_each_twenty_one_pairs_are_refused() {
        long refused = everyStateWithEveryStep().filter(pair -> in((State) pair.get()[0])
                .take(move((Step) pair.get()[1]), "user:ana", FOUR_EYES, NOON) instanceof Decision.NotNow).count();
        assertThat(everyStateWithEveryStep()).hasSize(36);
        assertThat(refused).isEqualTo(36 - WAYS.values().stream().mapToInt(Map::size).sum()).isEqualTo(21);
    }

    @Test
    void who_handed_it_in_may_not_approve_it_unless_the_rules_allow_it() {
        Deliverable handedIn = in(State.SUBMITTED);
        assertThat(handedIn.take(new Move.Approve(), "user:ben", FOUR_EYES, NOON)).isEqualTo(new Decision.OwnWork());
        assertThat(handedIn.take(new Move.Approve(), "user:ben", FOUR_EYES.changed(true), NOON)).isInstanceOf(Decision.Moved.class);
        assertThat(handedIn.take(new Move.Approve(), "user:ana", FOUR_EYES, NOON)).isInstanceOf(Decision.Moved.class);
    }

    @Test
    void that_somebody_approves_own_work_in_the_wrong_state_is_told_by_the_state() {
        assertThat(in(State.APPROVED).take(new Move.Approve(), "user:ben", FOUR_EYES, NOON)).isInstanceOf(Decision.NotNow.class);
    }

    @Test
    void a_submission_keeps_its_proof_and_forgets_what_was_said_to_the_one_before() {
        Deliverable again = after(in(State.REJECTED), new Move.Submit(new ProofLink("https://example.com/reel/2")));
        assertThat(again.review()).isEmpty();
        assertThat(again.submission()).hasValueSatisfying(submission -> {
            assertThat(submission.proof()).hasToString("https://example.com/reel/2");
            assertThat(submission.by()).isEqualTo("user:ben");
        });
    }

    @Test
    void planned_and_assigned_are_told_apart_by_whether_a_creator_is_named() {
        assertThat(planned(OPEN).state()).isEqualTo(State.PLANNED);
        assertThat(after(planned(OPEN), new Move.Change(FOR_SOMEBODY)).state()).isEqualTo(State.ASSIGNED);
        assertThat(after(planned(FOR_SOMEBODY), new Move.Change(OPEN)).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void to_take_an_approval_back_takes_the_right_to_give_it() {
        Map<State, Right> needed = new EnumMap<>(State.class);
        for (State state : State.values()) {
            needed.put(state, in(state).needs(Step.REOPEN));
        }
        assertThat(needed.remove(State.APPROVED)).isEqualTo(Right.APPROVE);
        assertThat(needed.values()).containsOnly(Right.EDIT);
        assertThat(in(State.SUBMITTED).needs(Step.REJECT)).isEqualTo(Right.APPROVE);
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_still_to_be_done_is_overdue_and_not_on_the_day_itself(State state) {
        assertThat(in(state).isOverdue(DUE)).isFalse();
        assertThat(in(state).isOverdue(DUE.plusDays(1))).isEqualTo(List.of(State.PLANNED, State.ASSIGNED, State.REJECTED).contains(state));
    }

    @Test
    void what_people_wrote_is_not_told_to_the_log() {
        List<Change> changes = in(State.ASSIGNED).traits().changesTo(in(State.REJECTED).traits());
        assertThat(changes).contains(new Change("deliverables." + in(State.ASSIGNED).id() + ".status", Optional.of("assigned"), Optional.of("rejected")));
        assertThat(changes.toString()).doesNotContain("too dark", "example.com").contains(".reason", ".proof");
    }

    @Test
    void a_title_and_a_reason_have_their_lengths_in_characters_as_people_count_them() {
        assertThat(new Work(Type.POST, "🎬".repeat(200), Optional.empty(), Optional.empty()).title()).isNotEmpty();
        assertThatThrownBy(() -> new Work(Type.POST, "x".repeat(201), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deliverable.Review(Optional.of(" "), "user:ana", NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
