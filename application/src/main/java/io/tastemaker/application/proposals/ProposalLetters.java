package io.tastemaker.application.proposals;

import io.tastemaker.application.identity.ShowTeam;
import io.tastemaker.application.proposals.out.ProposalInvitations;
import io.tastemaker.application.shared.LetterWithLink;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalInvitation;
import io.tastemaker.domain.shared.TeamId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes to those who are invited to proposals, each letter with a link of its own. */
final class ProposalLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String PAGE = "respond";

    private final ProposalInvitations invitations;
    private final Outbox outbox;
    private final Tokens tokens;
    private final ShowTeam showTeam;
    private final PublicUrl publicUrl;

    ProposalLetters(ProposalInvitations invitations, Outbox outbox, Tokens tokens, ShowTeam showTeam, PublicUrl publicUrl) {
        this.invitations = invitations;
        this.outbox = outbox;
        this.tokens = tokens;
        this.showTeam = showTeam;
        this.publicUrl = publicUrl;
    }

    /** How the team is called that writes. Not for use inside a transaction. */
    String sender(TeamId team) {
        return showTeam.handle(new ShowTeam.Query(new Actor.System("proposals", team), team)).name();
    }

    /** Posts the letter of an invitation. Inside a transaction of the caller. */
    void invite(String sender, Proposal proposal, ProposalInvitation invitation) {
        String link = link(invitation);
        String note = invitation.note().isBlank() ? "" : invitation.note().replace("\r\n", "\n") + "\n\n";
        String body = "Hello,\n\n" + LetterWithLink.line(sender) + " has a proposal for you: " + LetterWithLink.line(proposal.terms().title()) + "\n\n" + note
                + "Read it, ask anything, apply, and say yes or no here:\n" + link + "\n\nThe link works until "
                + DAY.format(invitation.expiresAt().atOffset(ZoneOffset.UTC)) + ", as long as nothing is decided.\n";
        post(sender, proposal, invitation, LetterWithLink.line(sender) + " has a proposal for you", body, link);
    }

    /** Posts what the team wrote. Inside a transaction of the caller. */
    void write(String sender, Proposal proposal, ProposalInvitation invitation, InvitationMessage message) {
        String link = link(invitation);
        post(sender, proposal, invitation, LetterWithLink.line(sender) + " wrote about " + LetterWithLink.line(proposal.terms().title()),
                message.text().replace("\r\n", "\n") + "\n\nTo answer, open this link:\n" + link + "\n", link);
    }

    private void post(String sender, Proposal proposal, ProposalInvitation invitation, String subject, String body, String link) {
        outbox.post(proposal.team(), LetterWithLink.of(invitation.email(), subject, body, sender, link));
    }

    private String link(ProposalInvitation invitation) {
        LinkToken token = new LinkToken(LinkToken.Kind.PROPOSAL, tokens.next());
        invitations.link(token.hash(), invitation);
        return publicUrl.link(PAGE, token.text());
    }
}
