package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of rules of work does. */
public abstract class WorkRulebooksContract extends InACampaign {

    protected abstract WorkRulebooks rulebooks();

    @Test
    void nothing_is_found_until_somebody_says_something() {
        assertThat(find(team)).isEmpty();
        WorkRules rules = WorkRules.of(campaign.id()).changed(true);
        assertThat(write(team, () -> rulebooks().replace(rules))).isTrue();
        assertThat(find(team)).contains(rules);
        assertThat(find(newTeam(teams()))).isEmpty();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_a_stale_one_nothing() {
        WorkRules second = WorkRules.of(campaign.id()).changed(true);
        does(() -> rulebooks().replace(second));
        assertThat(write(team, () -> rulebooks().replace(second))).isFalse();
        assertThat(write(team, () -> rulebooks().replace(second.changed(false).changed(true)))).isFalse();
        assertThat(write(team, () -> rulebooks().replace(second.changed(false)))).isTrue();
        assertThat(find(team)).contains(second.changed(false));
    }

    @Test
    void another_teams_campaign_gets_none() {
        TeamId other = newTeam(teams());
        assertThatThrownBy(() -> write(other, () -> rulebooks().replace(WorkRules.of(campaign.id()).changed(true))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void they_go_with_their_campaign() {
        does(() -> rulebooks().replace(WorkRules.of(campaign.id()).changed(true)));
        does(() -> campaigns().remove(campaign));
        assertThat(find(team)).isEmpty();
    }

    private Optional<WorkRules> find(TeamId reader) {
        return read(reader, () -> rulebooks().find(campaign.id()));
    }
}
