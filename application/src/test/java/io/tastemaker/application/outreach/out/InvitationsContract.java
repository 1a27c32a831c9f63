package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.AtOnce;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of invitations does. */
public abstract class InvitationsContract extends OutreachContract {

    private static final Invitations.Filter ALL = new Invitations.Filter(Optional.empty(), Optional.empty());
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Instant REMINDER = NOON.plus(Duration.ofDays(3));

    protected abstract Invitations invitations();

    @BeforeEach
    void nothingIsDueOfOthers() {
        while (!invitations().claimDue(NOON.plus(Duration.ofDays(3_000)), Duration.ofDays(3_000), 100).isEmpty()) {
            assertThat(invitations().claimDue(NOON, LEASE, 1)).isEmpty();
        }
    }

    @Test
    void an_invitation_is_found_as_it_was_added_by_its_own_team_only() {
        Invitation own = add(invitation(creator(team), NOON));
        Invitation shared = add(invitation(creator(TeamId.CATALOGUE), NOON));
        assertThat(find(team, own)).contains(own);
        assertThat(find(team, shared)).contains(shared);
        assertThat(find(other, own)).isEmpty();
        assertThat(write(team, () -> invitations().hold(own.id()))).contains(own);
        assertThat(write(other, () -> invitations().hold(own.id()))).isEmpty();
    }

    @Test
    void every_state_is_kept_with_all_its_times() {
        for (Invitation.Command command : List.of(Invitation.Command.OPEN, Invitation.Command.REPLY, Invitation.Command.ACCEPT, Invitation.Command.DECLINE,
                Invitation.Command.WITHDRAW, Invitation.Command.BOUNCE, Invitation.Command.RESEND)) {
            Invitation sent = add(invitation(creator(team), NOON));
            Invitation next = OutreachFixtures.after(sent, command, NOON.plusSeconds(60));
            assertThat(write(team, () -> invitations().replace(next))).isTrue();
            assertThat(find(team, sent)).contains(next);
        }
    }

    @Test
    void a_stale_version_and_another_team_replace_nothing() {
        Invitation sent = add(invitation(creator(team), NOON));
        Invitation opened = OutreachFixtures.after(sent, Invitation.Command.OPEN, NOON);
        assertThat(write(other, () -> invitations().replace(opened))).isFalse();
        assertThat(write(team, () -> invitations().replace(opened))).isTrue();
        assertThat(write(team, () -> invitations().replace(OutreachFixtures.after(sent, Invitation.Command.WITHDRAW, NOON)))).isFalse();
        assertThat(find(team, sent)).contains(opened);
    }

    @Test
    void who_has_an_open_invitation_or_accepted_one_gets_no_second_into_the_same_campaign() {
        Creator creator = creator(team);
        Invitation first = add(invitation(creator, NOON));
        assertThat(write(team, () -> invitations().add(List.of(invitation(creator, NOON.plusSeconds(1)))))).isEmpty();
        Invitation elsewhere = OutreachFixtures.invitation(team, campaignOf(team).id(), creator, NOON);
        assertThat(write(team, () -> invitations().add(List.of(elsewhere)))).containsExactly(elsewhere);
        Invitation withdrawn = OutreachFixtures.after(first, Invitation.Command.WITHDRAW, NOON);
        write(team, () -> invitations().replace(withdrawn));
        Invitation second = add(invitation(creator, NOON.plusSeconds(2)));
        write(team, () -> invitations().replace(OutreachFixtures.after(second, Invitation.Command.ACCEPT, NOON.plusSeconds(3))));
        assertThat(write(team, () -> invitations().add(List.of(invitation(creator, NOON.plusSeconds(4)))))).isEmpty();
    }

    @Test
    void some_may_be_added_while_others_are_not() {
        Creator invited = creator(team);
        add(invitation(invited, NOON));
        Invitation fresh = invitation(creator(team), NOON);
        assertThat(write(team, () -> invitations().add(List.of(invitation(invited, NOON), fresh)))).containsExactly(fresh);
    }

    @Test
    void the_last_of_each_creator_is_told() {
        Creator twice = creator(team);
        Creator once = creator(team);
        Creator never = creator(team);
        Invitation first = add(invitation(twice, NOON));
        write(team, () -> invitations().replace(OutreachFixtures.after(first, Invitation.Command.WITHDRAW, NOON)));
        Invitation last = add(invitation(twice, NOON.plusSeconds(5)));
        Invitation only = add(invitation(once, NOON));
        List<CreatorId> asked = List.of(twice.id(), once.id(), never.id());
        assertThat(read(team, () -> invitations().latest(campaign.id(), asked))).isEqualTo(Map.of(twice.id(), last, once.id(), only));
        assertThat(read(other, () -> invitations().latest(campaign.id(), asked))).isEmpty();
        assertThat(read(team, () -> invitations().latest(campaign.id(), List.of()))).isEmpty();
    }

    @Test
    void pages_concatenate_to_the_whole_the_newest_first_and_filters_narrow_it() {
        List<Invitation> newestFirst = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            newestFirst.addFirst(add(invitation(creator(team), NOON.plusSeconds(second))));
        }
        List<Invitation> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after);
            Page<Invitation> page = read(team, () -> invitations().list(ALL, request));
            seen.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).isEqualTo(newestFirst);
        Invitation opened = OutreachFixtures.after(newestFirst.getFirst(), Invitation.Command.OPEN, NOON);
        write(team, () -> invitations().replace(opened));
        assertThat(list(team, new Invitations.Filter(Optional.empty(), Optional.of(Invitation.Status.OPENED)))).containsExactly(opened);
        assertThat(list(team, new Invitations.Filter(Optional.of(campaign.id()), Optional.empty()))).hasSize(5);
        assertThat(list(team, new Invitations.Filter(Optional.of(campaignOf(team).id()), Optional.empty()))).isEmpty();
        assertThat(list(other, ALL)).isEmpty();
    }

    @Test
    void what_is_due_is_taken_up_once_until_its_lease_ends_or_it_was_done() {
        Invitation invitation = add(invitation(creator(team), NOON));
        assertThat(due(REMINDER.minusMillis(1))).isEmpty();
        assertThat(due(REMINDER)).containsExactly(new Invitations.Due(team, invitation.id()));
        assertThat(due(REMINDER.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(due(REMINDER.plus(LEASE))).containsExactly(new Invitations.Due(team, invitation.id()));
        Invitation reminded = OutreachFixtures.after(invitation, Invitation.Command.REMIND, REMINDER.plus(LEASE));
        write(team, () -> invitations().replace(reminded));
        assertThat(due(reminded.remindAt().orElseThrow().minusMillis(1))).isEmpty();
        assertThat(due(reminded.remindAt().orElseThrow())).hasSize(1);
        write(team, () -> invitations().replace(OutreachFixtures.after(reminded, Invitation.Command.ACCEPT, REMINDER.plus(LEASE))));
        assertThat(due(NOON.plus(Duration.ofDays(400)))).isEmpty();
    }

    @Test
    void the_longest_due_comes_first_and_never_more_than_asked() {
        Invitation late = add(invitation(creator(team), NOON.plusSeconds(5)));
        Invitation early = add(invitation(creator(team), NOON));
        assertThat(invitations().claimDue(REMINDER.plusSeconds(9), LEASE, 1)).containsExactly(new Invitations.Due(team, early.id()));
        assertThat(invitations().claimDue(REMINDER.plusSeconds(9), LEASE, 1)).containsExactly(new Invitations.Due(team, late.id()));
    }

    @Test
    void many_who_take_up_what_is_due_never_have_the_same() {
        for (int number = 0; number < 40; number++) {
            add(invitation(creator(team), NOON));
        }
        List<Invitations.Due> taken = AtOnce.call(8, number -> invitations().claimDue(REMINDER, LEASE, 5)).stream().flatMap(List::stream).toList();
        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    private List<Invitations.Due> due(Instant now) {
        return invitations().claimDue(now, LEASE, 100);
    }

    private List<Invitation> list(TeamId reader, Invitations.Filter filter) {
        return read(reader, () -> invitations().list(filter, PageRequest.first(100))).items();
    }

    private Invitation invitation(Creator creator, Instant at) {
        return OutreachFixtures.invitation(team, campaign.id(), creator, at);
    }

    private Invitation add(Invitation invitation) {
        assertThat(write(team, () -> invitations().add(List.of(invitation)))).containsExactly(invitation);
        return invitation;
    }

    private Optional<Invitation> find(TeamId reader, Invitation invitation) {
        return read(reader, () -> invitations().find(invitation.id()));
    }
}
