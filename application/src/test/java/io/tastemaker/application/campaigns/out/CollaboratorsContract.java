package io.tastemaker.application.campaigns.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of collaborators does. */
public abstract class CollaboratorsContract extends InACampaign {

    protected abstract Collaborators collaborators();

    /** Somebody who is a member of the team. */
    protected abstract UserId member(TeamId of);

    @Test
    void a_right_is_found_as_it_was_given_by_its_own_team_only() {
        Collaborator given = given(member(team), Right.EDIT, 0);
        assertThat(find(given.user())).contains(given);
        assertThat(read(newTeam(teams()), () -> collaborators().find(campaign.id(), given.user()))).isEmpty();
        assertThat(read(newTeam(teams()), () -> collaborators().list(campaign.id()))).isEmpty();
        Campaign other = campaign(team);
        assertThat(read(team, () -> collaborators().find(other.id(), given.user()))).isEmpty();
    }

    @Test
    void a_later_right_takes_the_place_of_the_one_before() {
        UserId user = member(team);
        given(user, Right.VIEW, 0);
        Collaborator later = given(user, Right.APPROVE, 1);
        assertThat(read(team, () -> collaborators().list(campaign.id()))).containsExactly(later);
    }

    @Test
    void a_right_that_is_taken_away_is_gone() {
        UserId user = member(team);
        given(user, Right.VIEW, 0);
        assertThat(write(newTeam(teams()), () -> collaborators().remove(campaign.id(), user))).isFalse();
        assertThat(write(team, () -> collaborators().remove(campaign.id(), user))).isTrue();
        assertThat(write(team, () -> collaborators().remove(campaign.id(), user))).isFalse();
        assertThat(find(user)).isEmpty();
    }

    @Test
    void they_are_listed_in_the_order_in_which_they_came() {
        Collaborator second = given(member(team), Right.VIEW, 5);
        Collaborator first = given(member(team), Right.VIEW, 1);
        assertThat(read(team, () -> collaborators().list(campaign.id()))).containsExactly(first, second);
    }

    @Test
    void another_teams_campaign_gets_none() {
        TeamId other = newTeam(teams());
        UserId user = member(other);
        assertThatThrownBy(() -> write(other, () -> {
            collaborators().put(new Collaborator(campaign.id(), user, Right.VIEW, "user:ana", NOON));
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void they_go_with_their_campaign() {
        UserId user = member(team);
        given(user, Right.VIEW, 0);
        does(() -> campaigns().remove(campaign));
        assertThat(find(user)).isEmpty();
    }

    protected Collaborator given(UserId user, Right right, int second) {
        Collaborator collaborator = new Collaborator(campaign.id(), user, right, "user:ana", NOON.plusSeconds(second));
        does(() -> collaborators().put(collaborator));
        return collaborator;
    }

    protected Optional<Collaborator> find(UserId user) {
        return read(team, () -> collaborators().find(campaign.id(), user));
    }
}
