package io.tastemaker.application.outreach.out;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationTerms;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.InvitationId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;

/** Invitations to test with. */
public final class OutreachFixtures {

    /** Words that fit. */
    public static final Wording WORDING = new Wording("{{campaign_name}} for {{creator_name}}", "Hello {{creator_name}},\n{{response_link}}\n");

    private OutreachFixtures() {}

    /** An invitation with a new id, of a campaign and a creator. */
    public static Invitation invitation(TeamId team, CampaignId campaign, Creator creator, Instant at) {
        Invitation.Invitee invitee = new Invitation.Invitee(campaign, creator.id(), creator.owner(), "ana." + creator.id() + "@example.com");
        return Invitation.begin(
                new InvitationId(SeededIds.next()), team, invitee, WORDING, InvitationTerms.USUAL, "user:ana", at);
    }

    /** The next version, after something happened. */
    public static Invitation after(Invitation invitation, Invitation.Command command, Instant at) {
        return switch (invitation.decide(command, at)) {
            case Invitation.Decision.Moved(Invitation next) -> next;
            case Invitation.Decision.Unchanged unchanged -> throw new AssertionError("unchanged");
            case Invitation.Decision.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}
