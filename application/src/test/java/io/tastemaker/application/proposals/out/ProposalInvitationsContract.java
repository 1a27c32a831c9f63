package io.tastemaker.application.proposals.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static io.tastemaker.application.identity.out.TeamFixtures.newTeam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of invitations to proposals does, besides what all parts of proposals do. */
public abstract class ProposalInvitationsContract extends ProposalPartsContract {

    @Test
    void each_link_leads_to_its_invitation_and_one_whose_transaction_failed_nowhere() {
        ProposalInvitation invitation = invitation(proposal, Optional.empty(), NOON);
        String one = SeededIds.next().toString();
        String two = SeededIds.next().toString();
        String lost = SeededIds.next().toString();
        does(team, () -> {
            stores().invitations().add(invitation);
            stores().invitations().link(one, invitation);
            stores().invitations().link(two, invitation);
        });
        assertThatThrownBy(() -> does(team, () -> {
            stores().invitations().link(lost, invitation);
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        ProposalInvitations.Target target = new ProposalInvitations.Target(team, proposal.id(), invitation.id());
        assertThat(stores().invitations().target(one)).contains(target);
        assertThat(stores().invitations().target(two)).contains(target);
        assertThat(stores().invitations().target(lost)).isEmpty();
    }

    @Test
    void messages_are_listed_of_all_or_of_one_invited_and_counted_by_side() {
        ProposalInvitation nova = invitation(proposal, Optional.empty(), NOON);
        ProposalInvitation luz = invitation(proposal, Optional.of(creator), NOON);
        InvitationMessage first = message(nova, InvitationMessage.Side.TEAM, 1);
        InvitationMessage second = message(luz, InvitationMessage.Side.CREATOR, 2);
        InvitationMessage third = message(nova, InvitationMessage.Side.CREATOR, 3);
        does(team, () -> {
            List.of(nova, luz).forEach(stores().invitations()::add);
            List.of(first, second, third).forEach(message -> stores().invitations().write(proposal.id(), message));
        });
        assertThat(messages(team, Optional.empty(), PageRequest.first(9)).items()).containsExactly(third, second, first);
        Page<InvitationMessage> newest = messages(team, Optional.of(nova.id()), PageRequest.first(1));
        assertThat(newest.items()).containsExactly(third);
        assertThat(messages(team, Optional.of(nova.id()), new PageRequest(1, newest.next())).items()).containsExactly(first);
        assertThat(messages(newTeam(teams()), Optional.empty(), PageRequest.first(9)).items()).isEmpty();
        assertThat(read(team, () -> stores().invitations().written(proposal.id(), Optional.empty())))
                .isEqualTo(Map.of(InvitationMessage.Side.TEAM, 1, InvitationMessage.Side.CREATOR, 2));
        assertThat(read(team, () -> stores().invitations().written(proposal.id(), Optional.of(luz.id()))))
                .isEqualTo(Map.of(InvitationMessage.Side.CREATOR, 1));
        assertThat(read(newTeam(teams()), () -> stores().invitations().written(proposal.id(), Optional.empty()))).isEmpty();
        TeamId strangers = newTeam(teams());
        assertThatThrownBy(() -> does(strangers, () -> stores().invitations().write(proposal.id(), message(nova, InvitationMessage.Side.TEAM, 4))))
                .isInstanceOf(RuntimeException.class);
    }

    private Page<InvitationMessage> messages(TeamId reader, Optional<InvitationId> invitation, PageRequest page) {
        return read(reader, () -> stores().invitations().messages(proposal.id(), invitation, page));
    }

    private static InvitationMessage message(ProposalInvitation with, InvitationMessage.Side side, int second) {
        return new InvitationMessage(SeededIds.next(), with.id(), side, "How \"much\"?", "user:ana", NOON.plusSeconds(second));
    }
}
