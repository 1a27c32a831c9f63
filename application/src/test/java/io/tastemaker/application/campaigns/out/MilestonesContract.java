package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.MilestoneId;
import io.tastemaker.domain.shared.TeamId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of milestones does. */
public abstract class MilestonesContract extends InACampaign {

    protected abstract Milestones milestones();

    @Test
    void a_milestone_is_found_as_it_was_added_by_its_own_team_only() {
        Milestone milestone = added("Shoot", 1, 0);
        assertThat(find(milestone)).contains(milestone);
        assertThat(read(newTeam(teams()), () -> milestones().find(campaign.id(), milestone.id()))).isEmpty();
        assertThat(read(newTeam(teams()), () -> milestones().list(campaign.id()))).isEmpty();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        Milestone first = added("Shoot", 1, 0);
        Milestone second = first.changed("Cut", first.dueOn().plusDays(1), 3, true, NOON);
        assertThat(write(newTeam(teams()), () -> milestones().replace(second))).isFalse();
        assertThat(write(team, () -> milestones().replace(second))).isTrue();
        assertThat(write(team, () -> milestones().replace(first.changed("Late", first.dueOn(), 0, false, NOON)))).isFalse();
        assertThat(find(first)).contains(second);
    }

    @Test
    void only_the_version_that_was_seen_is_removed() {
        Milestone first = added("Shoot", 1, 0);
        Milestone second = first.changed("Cut", first.dueOn(), 0, false, NOON);
        does(() -> milestones().replace(second));
        assertThat(write(team, () -> milestones().remove(first))).isFalse();
        assertThat(write(newTeam(teams()), () -> milestones().remove(second))).isFalse();
        assertThat(write(team, () -> milestones().remove(second))).isTrue();
        assertThat(find(first)).isEmpty();
    }

    @Test
    void they_are_listed_by_position_then_by_day() {
        Milestone last = added("Report", 1, 9);
        Milestone second = added("Shoot", 5, 2);
        Milestone first = added("Brief", 3, 2);
        assertThat(read(team, () -> milestones().list(campaign.id()))).containsExactly(first, second, last);
    }

    @Test
    void another_teams_campaign_gets_none() {
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> {
            milestones().add(milestone("Shoot", 1, 0));
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void they_go_with_their_campaign() {
        Milestone milestone = added("Shoot", 1, 0);
        does(() -> campaigns().remove(campaign));
        assertThat(find(milestone)).isEmpty();
    }

    private Optional<Milestone> find(Milestone milestone) {
        return read(team, () -> milestones().find(campaign.id(), milestone.id()));
    }

    private Milestone milestone(String name, int day, int position) {
        return new Milestone(new MilestoneId(SeededIds.next()), campaign.id(), 1, name, LocalDate.of(2026, 10, day), position, Optional.empty(),
                "user:ana", NOON);
    }

    private Milestone added(String name, int day, int position) {
        Milestone milestone = milestone(name, day, position);
        does(() -> milestones().add(milestone));
        return milestone;
    }
}
