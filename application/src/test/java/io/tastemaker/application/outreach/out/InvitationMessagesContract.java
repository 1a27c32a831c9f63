package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of messages does. */
public abstract class InvitationMessagesContract extends OutreachContract {

    protected abstract Invitations invitations();

    protected abstract InvitationMessages messages();

    @Test
    void messages_are_listed_page_by_page_the_oldest_first_to_their_own_team_only() {
        Invitation invitation = OutreachFixtures.invitation(team, campaign.id(), creator(team), NOON);
        write(team, () -> invitations().add(List.of(invitation)));
        List<InvitationMessage> written = new ArrayList<>();
        for (int second = 0; second < 3; second++) {
            InvitationMessage message = new InvitationMessage(SeededIds.next(), invitation.id(),
                    second == 1 ? InvitationMessage.Side.TEAM : InvitationMessage.Side.CREATOR, "What about\nmoney? \uD83C\uDF3F", "user:ana",
                    NOON.plusSeconds(second));
            write(team, () -> {
                messages().add(message);
                return true;
            });
            written.add(message);
        }
        Page<InvitationMessage> first = read(team, () -> messages().list(invitation.id(), PageRequest.first(2)));
        Page<InvitationMessage> second = read(team, () -> messages().list(invitation.id(), new PageRequest(2, first.next())));
        assertThat(Stream.concat(first.items().stream(), second.items().stream())).containsExactlyElementsOf(written);
        assertThat(second.next()).isEmpty();
        assertThat(read(team, () -> messages().count(invitation.id()))).isEqualTo(3);
        assertThat(read(other, () -> messages().count(invitation.id()))).isZero();
        assertThat(read(other, () -> messages().list(invitation.id(), PageRequest.first(2))).items()).isEmpty();
    }
}
