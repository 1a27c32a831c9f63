package io.tastemaker.application.outreach.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.outreach.Invitation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of links does. */
public abstract class ResponseLinksContract extends OutreachContract {

    protected abstract Invitations invitations();

    protected abstract ResponseLinks links();

    @Test
    void each_link_of_an_invitation_leads_to_it() {
        Invitation invitation = added();
        String one = SeededIds.next().toString();
        String two = SeededIds.next().toString();
        write(team, () -> {
            links().add(List.of(new ResponseLinks.Link(one, invitation.id(), NOON), new ResponseLinks.Link(two, invitation.id(), NOON)));
            return true;
        });
        ResponseLinks.Target target = new ResponseLinks.Target(team, invitation.id());
        assertThat(links().find(one)).contains(target);
        assertThat(links().find(two)).contains(target);
        assertThat(links().find("nobody was sent this")).isEmpty();
    }

    @Test
    void a_link_whose_transaction_failed_leads_nowhere() {
        Invitation invitation = added();
        String hash = SeededIds.next().toString();
        assertThatThrownBy(() -> write(team, () -> {
            links().add(List.of(new ResponseLinks.Link(hash, invitation.id(), NOON)));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(links().find(hash)).isEmpty();
    }

    private Invitation added() {
        Invitation invitation = OutreachFixtures.invitation(team, campaign.id(), creator(team), NOON);
        write(team, () -> invitations().add(List.of(invitation)));
        return invitation;
    }
}
