package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.PeopleFixtures.PROGRAM;
import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of invitations does for those that present a token. */
public abstract class MailedInvitationsContract {

    private TeamInvitation invitation;

    protected abstract PlatformTransactions platform();

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract TeamInvitations invitations();

    protected abstract MailedInvitations mailed();

    @BeforeEach
    void anInvitation() {
        TeamId team = newTeam(teams());
        invitation = TeamInvitationsContract.invitation(team, TeamInvitationsContract.BEN, NOON);
        transactions().inTransaction(system(team), "test", () -> invitations().add(invitation));
    }

    @Test
    void an_invitation_of_any_team_is_found_by_its_token() {
        assertThat(platform().reading(PROGRAM, () -> mailed().find(invitation.tokenHash()))).contains(invitation);
        assertThat(platform().reading(PROGRAM, () -> mailed().find("unknown"))).isEmpty();
    }

    @Test
    void a_token_that_was_replaced_is_found_no_more() {
        transactions().inTransaction(system(invitation.team()), "test", () -> invitations().replace(invitation.resent("new", NOON)));

        assertThat(platform().reading(PROGRAM, () -> mailed().find(invitation.tokenHash()))).isEmpty();
    }

    @Test
    void of_two_answers_one_counts() {
        TeamInvitation accepted = invitation.in(new TeamInvitation.State.Accepted(NOON));

        assertThat(platform().inTransaction(PROGRAM, "test", () -> mailed().replace(accepted))).isTrue();
        assertThat(platform().inTransaction(PROGRAM, "test", () -> mailed().replace(accepted))).isFalse();
        assertThat(platform().reading(PROGRAM, () -> mailed().find(invitation.tokenHash()))).contains(accepted);
    }

    @Test
    void an_accepted_invitation_follows_its_person_and_no_other_does() {
        TeamInvitation accepted = invitation.in(new TeamInvitation.State.Accepted(NOON));
        EmailAddress moved = EmailAddress.read(SeededIds.next() + "@example.com").orElseThrow();

        assertThat(platform().inTransaction(PROGRAM, "test", () -> mailed().follow(invitation.email(), moved))).isZero();
        platform().inTransaction(PROGRAM, "test", () -> mailed().replace(accepted));
        assertThat(platform().inTransaction(PROGRAM, "test", () -> mailed().follow(invitation.email(), moved))).isPositive();
        assertThat(platform().reading(PROGRAM, () -> mailed().find(invitation.tokenHash())))
                .hasValueSatisfying(stored -> assertThat(stored.email()).isEqualTo(moved));
    }
}
