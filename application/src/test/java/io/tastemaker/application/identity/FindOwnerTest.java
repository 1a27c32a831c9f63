package io.tastemaker.application.identity;

import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.PeopleFixtures.person;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindOwnerTest {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teams);
    private final InMemoryOwnTeam ownTeam = new InMemoryOwnTeam(transactions, teams);
    private final FindOwner findOwner = new FindOwner(transactions, ownTeam, new InMemoryMemberships(transactions, users));

    @Test
    void the_owner_is_found_among_the_members_with_the_name_and_the_zone_of_the_team() {
        User ana = newTeamOwner();
        TeamId team = ana.homeTeam();
        User ben = person(team);
        transactions.run(system(team), "test", () -> {
            users.add(ben);
            users.join(Membership.begin(team, ben.id(), Role.ADMIN, NOON.minusSeconds(1)));
            Team found = ownTeam.find().orElseThrow();
            ownTeam.replace(found.changed("Lima Studio", ZoneId.of("America/Lima")));
        });

        assertThat(found(system(team))).isEqualTo(new FindOwner.Outcome.Owned(ana.id(), ana.email(), "Lima Studio", ZoneId.of("America/Lima")));
        assertThat(found(as(ana, Role.OWNER))).isEqualTo(found(system(team)));
    }

    @Test
    void a_team_that_was_made_by_a_command_is_nobodys() {
        TeamId team = transactions.inTransaction(system(TeamId.CATALOGUE), "test", () -> newTeam(teams));

        assertThat(found(system(team))).isEqualTo(new FindOwner.Outcome.Unowned("Team " + team));
    }

    @Test
    void a_team_that_is_deleted_or_never_was_has_no_owner() {
        User ana = newTeamOwner();
        transactions.run(system(ana.homeTeam()), "test",
                () -> ownTeam.replace(ownTeam.find().orElseThrow().in(new Team.State.Deleted(NOON))));

        assertThat(found(system(ana.homeTeam()))).isEqualTo(new FindOwner.Outcome.Gone());
        assertThat(found(system(new TeamId(new UUID(1, 1))))).isEqualTo(new FindOwner.Outcome.Gone());
    }

    @Test
    void who_does_not_own_the_team_does_not_ask() {
        User ana = newTeamOwner();
        assertThatThrownBy(() -> found(as(ana, Role.ADMIN))).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void an_answer_names_nobody_in_a_log() {
        User ana = newTeamOwner();
        assertThat(found(system(ana.homeTeam())).toString()).isEqualTo("Owned[]");
        assertThat(new FindOwner.Outcome.Unowned("Lima Studio")).hasToString("Unowned[]");
    }

    private User newTeamOwner() {
        return newOwner(transactions, teams, users);
    }

    private FindOwner.Outcome found(Actor actor) {
        return findOwner.handle(new FindOwner.Query(actor));
    }

    private static Actor as(User user, Role role) {
        return new Actor.User(user.id(), user.homeTeam(), role, new SessionId(new UUID(1, 2)));
    }
}
