package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.PeopleFixtures.newOwner;
import static io.tastemaker.application.identity.out.PeopleFixtures.person;
import static io.tastemaker.application.identity.out.PeopleFixtures.session;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.Standings.Standing;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every look at a sign-in says. */
public abstract class StandingsContract {

    protected abstract PlatformTransactions transactions();

    protected abstract Teams teams();

    protected abstract Users users();

    protected abstract Sessions sessions();

    /** One that remembers nothing from before. */
    protected abstract Standings standings();

    @Test
    void a_member_stands_with_the_role_of_now() {
        User ana = newOwner(transactions(), teams(), users());
        Session session = begin(ana);
        assertThat(standings().find(session.id(), ana.homeTeam()))
                .contains(new Standing(ana.id(), session.expiresAt(), false, Optional.of(Role.OWNER)));
    }

    @Test
    void who_is_no_member_of_the_team_has_no_role_there() {
        User ana = newOwner(transactions(), teams(), users());
        Session session = begin(ana);
        assertThat(standings().find(session.id(), TeamFixtures.newTeam(teams())))
                .contains(new Standing(ana.id(), session.expiresAt(), false, Optional.empty()));
    }

    @Test
    void an_operator_is_known_as_such() {
        User operator = person(TeamId.CATALOGUE);
        transactions().run(PROGRAM, "test", () -> users().add(operator));
        Session session = begin(operator);
        assertThat(standings().find(session.id(), TeamId.CATALOGUE))
                .contains(new Standing(operator.id(), session.expiresAt(), true, Optional.empty()));
    }

    @Test
    void a_session_that_was_ended_or_never_was_does_not_stand() {
        User ana = newOwner(transactions(), teams(), users());
        Session session = begin(ana);
        transactions().inTransaction(PROGRAM, "test", () -> sessions().revoke(session.id(), NOON));
        assertThat(standings().find(session.id(), ana.homeTeam())).isEmpty();
        assertThat(standings().find(new SessionId(SeededIds.next()), ana.homeTeam())).isEmpty();
    }

    @Test
    void a_suspended_account_does_not_stand() {
        User ana = newOwner(transactions(), teams(), users());
        Session session = begin(ana);
        transactions().inTransaction(PROGRAM, "test", () -> users().replace(ana.suspended(NOON)));
        assertThat(standings().find(session.id(), ana.homeTeam())).isEmpty();
    }

    private Session begin(User person) {
        Session session = session(person, NOON);
        transactions().run(PROGRAM, "test", () -> sessions().start(
                session, new Sessions.RefreshToken("hash " + SeededIds.next(), session.id(), NOON)));
        return session;
    }
}
