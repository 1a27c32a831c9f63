package io.tastemaker.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.campaigns.Campaign.Status;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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

class CampaignStepTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    /** All that is allowed; every other pair is refused. */
    private static final Map<Status, Map<CampaignStep, Status>> LIFE = Map.of(
            Status.DRAFT, Map.of(CampaignStep.LAUNCH, Status.ACTIVE),
            Status.ACTIVE, Map.of(CampaignStep.PAUSE, Status.PAUSED, CampaignStep.COMPLETE, Status.COMPLETED),
            Status.PAUSED, Map.of(CampaignStep.RESUME, Status.ACTIVE, CampaignStep.COMPLETE, Status.COMPLETED),
            Status.COMPLETED, Map.of(CampaignStep.ARCHIVE, Status.ARCHIVED),
            Status.ARCHIVED, Map.of());

    static Stream<Arguments> everyStateAndStep() {
        return Arrays.stream(Status.values())
                .flatMap(status -> Arrays.stream(CampaignStep.values()).map(step -> Arguments.of(status, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndStep")
    void a_step_leads_where_it_should_or_is_refused_with_those_that_are_allowed(Status status, CampaignStep step) {
        Campaign campaign = at(status);

        Campaign.Move move = campaign.move(step, "user:1", Optional.of("because"), TUESDAY);

        Optional<Status> wanted = Optional.ofNullable(LIFE.get(status).get(step));
        if (wanted.isEmpty()) {
            assertThat(move).isEqualTo(new Campaign.Move.NotAllowed(
                    Arrays.stream(CampaignStep.values()).filter(LIFE.get(status)::containsKey).toList()));
        } else {
            assertThat(move).isInstanceOfSatisfying(Campaign.Move.Moved.class, moved -> {
                assertThat(moved.campaign().status()).isEqualTo(wanted.get());
                assertThat(moved.campaign().version()).isEqualTo(campaign.version() + 1);
                assertThat(moved.transition()).isEqualTo(new Transition(campaign.id(), campaign.version() + 1, step, status, wanted.get(), "user:1",
                        TUESDAY, Optional.of("because")));
            });
        }
    }

    @Test
    void a_campaign_remembers_when_it_was_launched_first() {
        Campaign launched = moved(at(Status.DRAFT), CampaignStep.LAUNCH, MONDAY);
        Campaign resumed = moved(moved(launched, CampaignStep.PAUSE, MONDAY), CampaignStep.RESUME, TUESDAY);

        assertThat(resumed.launchedAt()).contains(MONDAY);
        assertThat(resumed.updatedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void a_launch_names_everything_that_is_missing() {
        Campaign empty = draft(brief("", Set.of(), Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(empty.move(CampaignStep.LAUNCH, "user:1", Optional.empty(), MONDAY))
                .isEqualTo(new Campaign.Move.Incomplete(List.of(LaunchGap.values())));
    }

    @Test
    void a_campaign_whose_last_day_has_passed_cannot_begin_and_may_begin_on_it() {
        Campaign until = draft(lasting(LocalDate.of(2026, 3, 2)));

        assertThat(until.move(CampaignStep.LAUNCH, "user:1", Optional.empty(), MONDAY)).isInstanceOf(Campaign.Move.Moved.class);
        assertThat(until.move(CampaignStep.LAUNCH, "user:1", Optional.empty(), TUESDAY))
                .isEqualTo(new Campaign.Move.Incomplete(List.of(LaunchGap.ENDS_ON)));
    }

    @Test
    void whom_the_public_meets_needs_no_platforms() {
        Brief brief = brief("Come to the fair", Set.of(), Optional.of(Money.of("10", "EUR")), Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.of(LocalDate.of(2026, 4, 1)));

        assertThat(Stream.of("creator", "locker", "event", "qr").map(CampaignKind::of).filter(kind -> LaunchGap.of(kind, brief, LocalDate.MIN).isEmpty()))
                .containsExactly(new CampaignKind.Locker(), new CampaignKind.Event(), new CampaignKind.Qr());
    }

    @ParameterizedTest
    @EnumSource
    void what_was_launched_stays_complete_and_what_is_over_stays_as_it_is(Status status) {
        Campaign campaign = at(status);
        Brief lacking = brief("words", Set.of(Platform.YOUTUBE), Optional.empty(), campaign.brief().startsOn(), campaign.brief().endsOn());

        Campaign.Change change = campaign.change("Name", lacking, TUESDAY);

        switch (status) {
            case DRAFT -> assertThat(change).isInstanceOf(Campaign.Change.Changed.class);
            case ACTIVE, PAUSED -> assertThat(change).isEqualTo(new Campaign.Change.Incomplete(List.of(LaunchGap.BUDGET)));
            case COMPLETED, ARCHIVED -> assertThat(change).isEqualTo(new Campaign.Change.Over());
        }
    }

    @Test
    void a_running_campaign_is_renamed_even_after_its_last_day() {
        Campaign running = moved(draft(lasting(LocalDate.of(2026, 3, 2))), CampaignStep.LAUNCH, MONDAY);

        assertThat(running.change("Late", running.brief(), TUESDAY)).isInstanceOf(Campaign.Change.Changed.class);
    }

    @Test
    void a_campaign_was_launched_unless_it_is_a_draft() {
        Campaign draft = at(Status.DRAFT);

        assertThatIllegalArgumentException().isThrownBy(() -> new Campaign(draft.id(), draft.team(), 2, "Name", draft.kind(), Status.ACTIVE,
                draft.brief(), "user:1", MONDAY, MONDAY, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Campaign(draft.id(), draft.team(), 2, "Name", draft.kind(), Status.DRAFT,
                draft.brief(), "user:1", MONDAY, MONDAY, Optional.of(MONDAY)));
    }

    /** A complete campaign that stands somewhere. */
    static Campaign at(Status status) {
        Campaign draft = draft(lasting(LocalDate.of(2026, 4, 1)));
        return switch (status) {
            case DRAFT -> draft;
            case ACTIVE -> moved(draft, CampaignStep.LAUNCH, MONDAY);
            case PAUSED -> moved(at(Status.ACTIVE), CampaignStep.PAUSE, MONDAY);
            case COMPLETED -> moved(at(Status.ACTIVE), CampaignStep.COMPLETE, MONDAY);
            case ARCHIVED -> moved(at(Status.COMPLETED), CampaignStep.ARCHIVE, MONDAY);
        };
    }

    private static Campaign moved(Campaign campaign, CampaignStep step, Instant now) {
        return ((Campaign.Move.Moved) campaign.move(step, "user:1", Optional.empty(), now)).campaign();
    }

    private static Campaign draft(Brief brief) {
        return Campaign.draft(new CampaignId(new UUID(1, 1)), new TeamId(new UUID(2, 2)), "Spring serum", brief, "user:1", MONDAY);
    }

    private static Brief lasting(LocalDate end) {
        return brief("words", Set.of(Platform.INSTAGRAM), Optional.of(Money.of("10", "EUR")), Optional.of(LocalDate.of(2026, 3, 1)), Optional.of(end));
    }

    private static Brief brief(String text, Set<Platform> platforms, Optional<Money> budget, Optional<LocalDate> from, Optional<LocalDate> to) {
        return new Brief(text, Optional.empty(), Optional.empty(), platforms, Set.of(), Set.of(), budget, from, to);
    }
}
