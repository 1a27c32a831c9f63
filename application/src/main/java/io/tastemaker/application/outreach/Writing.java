package io.tastemaker.application.outreach;

import io.tastemaker.application.identity.ShowTeam;
import io.tastemaker.application.outreach.out.ResponseLinks;
import io.tastemaker.application.shared.LetterWithLink;
import io.tastemaker.application.shared.LinkToken;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.outreach.Invitation;
import io.tastemaker.domain.outreach.InvitationMessage;
import io.tastemaker.domain.outreach.Placeholder;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes letters to creators and posts them, each with a link of its own and with the way never to be written to again. Links lead to the
 * address from the settings, never to one that a request names.
 */
final class Writing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String REMINDER = "Reminder: ";
    private static final String PAGE = "respond";

    /** The type by which letters and events name an invitation. */
    static final String INVITATION = "invitation";

    private final ResponseLinks links;
    private final Outbox outbox;
    private final Tokens tokens;
    private final ShowTeam showTeam;
    private final PublicUrl publicUrl;

    Writing(ResponseLinks links, Outbox outbox, Tokens tokens, ShowTeam showTeam, PublicUrl publicUrl) {
        this.links = links;
        this.outbox = outbox;
        this.tokens = tokens;
        this.showTeam = showTeam;
        this.publicUrl = publicUrl;
    }

    /** Who writes. */
    record Sender(TeamId team, String name, ZoneId zone) {}

    /** Who writes for the team of an actor. Not for use inside a transaction. */
    Sender sender(TeamId team) {
        Team found = showTeam.handle(new ShowTeam.Query(new Actor.System("outreach", team), team));
        return new Sender(team, found.name(), found.timeZone());
    }

    /** Posts the first letter of an invitation, or the same once more. Inside a transaction of the caller. */
    void invite(Sender sender, Campaign campaign, Creator creator, Invitation invitation, Instant now) {
        String link = link(invitation, now);
        Wording.Written written = written(sender, campaign, creator, invitation.wording(), invitation.expiresAt(), link);
        post(sender, invitation, written.subject(), written.body(), link);
    }

    /** Posts a reminder. Inside a transaction of the caller. */
    void remind(Sender sender, Campaign campaign, Creator creator, Invitation invitation, Instant now) {
        String link = link(invitation, now);
        Wording.Written written = written(sender, campaign, creator, invitation.wording(), invitation.expiresAt(), link);
        post(sender, invitation, REMINDER + written.subject(), "The invitation below waits for your answer until " + day(sender, invitation.expiresAt())
                + ".\n\n" + written.body(), link);
    }

    /** Posts what the team wrote. Inside a transaction of the caller. */
    void answer(Sender sender, Campaign campaign, Invitation invitation, InvitationMessage message, Instant now) {
        String link = link(invitation, now);
        post(sender, invitation, LetterWithLink.line(sender.name()) + " wrote about " + LetterWithLink.line(campaign.name()),
                message.text().replace("\r\n", "\n") + "\n\nTo answer, open this link:\n" + link + "\n", link);
    }

    /** What a letter would look like. */
    Wording.Written preview(Sender sender, Campaign campaign, Creator creator, Wording wording, Instant expiresAt) {
        Wording.Written written = written(sender, campaign, creator, wording, expiresAt, publicUrl.link(PAGE, "…"));
        return new Wording.Written(written.subject(), written.body() + LetterWithLink.footer(sender.name(), publicUrl.link(PAGE, "…")));
    }

    private void post(Sender sender, Invitation invitation, String subject, String body, String link) {
        outbox.post(sender.team(), LetterWithLink.of(invitation.email(), subject, body, sender.name(), link),
                Optional.of(Subject.of(INVITATION, invitation.id())));
    }

    private String link(Invitation invitation, Instant now) {
        LinkToken token = new LinkToken(LinkToken.Kind.INVITATION, tokens.next());
        links.add(List.of(new ResponseLinks.Link(token.hash(), invitation.id(), now)));
        return publicUrl.link(PAGE, token.text());
    }

    private static Wording.Written written(Sender sender, Campaign campaign, Creator creator, Wording wording, Instant expiresAt, String link) {
        Brief brief = campaign.brief();
        String handle = "@" + creator.handle().name();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.CREATOR_NAME, creator.facts().value(Fact.NAME).filter(name -> !name.isBlank()).orElse(handle));
        values.put(Placeholder.HANDLE, handle);
        values.put(Placeholder.PLATFORM, creator.handle().platform().code());
        values.put(Placeholder.CAMPAIGN_NAME, campaign.name());
        values.put(Placeholder.BRIEF, brief.text());
        values.put(Placeholder.WEBSITE, brief.website().orElse(""));
        values.put(Placeholder.STARTS_ON, brief.startsOn().map(Writing::day).orElse(""));
        values.put(Placeholder.ENDS_ON, brief.endsOn().map(Writing::day).orElse(""));
        values.put(Placeholder.TEAM_NAME, sender.name());
        values.put(Placeholder.RESPONSE_LINK, link);
        values.put(Placeholder.EXPIRES_ON, day(sender, expiresAt));
        return wording.written(values);
    }

    private static String day(Sender sender, Instant at) {
        return day(at.atZone(sender.zone()).toLocalDate());
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
