package io.tastemaker.application.identity.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of invitations does. */
public abstract class TeamInvitationsContract {

    static final EmailAddress BEN = new EmailAddress("ben@example.com");
    private static final EmailAddress EVA = new EmailAddress("eva@example.com");

    private TeamId team;

    protected abstract Transactions transactions();

    protected abstract Teams teams();

    protected abstract TeamInvitations invitations();

    @BeforeEach
    void aTeam() {
        team = newTeam(teams());
    }

    static TeamInvitation invitation(TeamId team, EmailAddress email, Instant at) {
        return TeamInvitation.begin(
                new TeamInvitationId(SeededIds.next()), team, email, Role.MANAGER, SeededIds.next().toString(), "user:ana", at);
    }

    private TeamInvitation added(EmailAddress email, Instant at) {
        TeamInvitation invitation = invitation(team, email, at);
        assertThat(write(team, () -> invitations().add(invitation))).isTrue();
        return invitation;
    }

    private <T> T write(TeamId of, Supplier<T> work) {
        return transactions().inTransaction(system(of), "test", work);
    }

    private <T> T reading(Supplier<T> work) {
        return transactions().reading(system(team), work);
    }

    @Test
    void an_invitation_is_found_as_it_was_added() {
        TeamInvitation invitation = added(BEN, NOON);

        assertThat(reading(() -> invitations().find(invitation.id()))).contains(invitation);
        assertThat(reading(() -> invitations().findPending(BEN))).contains(invitation);
        assertThat(reading(() -> invitations().findPending(EVA))).isEmpty();
    }

    @Test
    void another_team_sees_and_changes_none_and_may_invite_the_same_person() {
        TeamInvitation invitation = added(BEN, NOON);
        TeamId other = newTeam(teams());

        assertThat(transactions().reading(system(other), () -> invitations().find(invitation.id()))).isEmpty();
        assertThat(transactions().reading(system(other), () -> invitations().findPending(BEN))).isEmpty();
        assertThat(transactions().reading(system(other), () -> invitations().countOpen(NOON))).isZero();
        assertThat(write(other, () -> invitations().replace(invitation.resent("new", NOON)))).isFalse();
        assertThat(write(other, () -> invitations().revokeAll(NOON))).isZero();
        assertThat(write(other, () -> invitations().add(invitation(other, BEN, NOON)))).isTrue();
    }

    @Test
    void of_one_address_one_invitation_is_pending() {
        TeamInvitation first = added(BEN, NOON);
        assertThat(write(team, () -> invitations().add(invitation(team, BEN, NOON)))).isFalse();

        write(team, () -> invitations().replace(first.in(new TeamInvitation.State.Revoked(NOON))));

        assertThat(write(team, () -> invitations().add(invitation(team, BEN, NOON)))).isTrue();
    }

    @Test
    void the_next_version_replaces_the_one_before_and_no_other() {
        TeamInvitation invitation = added(BEN, NOON);
        TeamInvitation accepted = invitation.in(new TeamInvitation.State.Accepted(NOON.plusSeconds(1)));

        assertThat(write(team, () -> invitations().replace(accepted))).isTrue();
        assertThat(write(team, () -> invitations().replace(invitation.resent("new", NOON)))).isFalse();
        assertThat(reading(() -> invitations().find(invitation.id()))).contains(accepted);
    }

    @Test
    void those_that_are_answered_or_expired_take_no_seat() {
        added(BEN, NOON);
        TeamInvitation revoked = added(EVA, NOON);
        write(team, () -> invitations().replace(revoked.in(new TeamInvitation.State.Revoked(NOON))));

        assertThat(reading(() -> invitations().countOpen(NOON))).isEqualTo(1);
        assertThat(reading(() -> invitations().countOpen(NOON.plus(TeamInvitation.LIFE)))).isZero();
    }

    @Test
    void the_newest_come_first_page_by_page() {
        TeamInvitation old = added(BEN, NOON);
        TeamInvitation young = added(EVA, NOON.plusSeconds(1));

        Page<TeamInvitation> first = reading(() -> invitations().list(PageRequest.first(1)));

        assertThat(first.items()).containsExactly(young);
        assertThat(reading(() -> invitations().list(new PageRequest(1, first.next())))).isEqualTo(new Page<>(List.of(old), Optional.empty()));
    }

    @Test
    void all_pending_ones_are_revoked_at_once() {
        TeamInvitation pending = added(BEN, NOON);

        assertThat(write(team, () -> invitations().revokeAll(NOON.plusSeconds(5)))).isEqualTo(1);
        assertThat(reading(() -> invitations().find(pending.id()))).contains(pending.in(new TeamInvitation.State.Revoked(NOON.plusSeconds(5))));
    }
}
