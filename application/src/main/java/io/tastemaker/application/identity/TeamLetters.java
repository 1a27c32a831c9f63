package io.tastemaker.application.identity;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.TeamInvitation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** What is written to people about teams. Links lead to the address from the settings, never to one that a request names. */
final class TeamLetters {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm '('VV')'", Locale.ENGLISH);

    private final Supplier<String> publicUrl;

    TeamLetters(Supplier<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    Letter invitation(TeamInvitation invitation, Team team, String token) {
        return new Letter(invitation.email().value(), "You are invited to the team " + line(team.name()), written("""
                You are invited to work in the team %s as its %s.

                To join, open this link until %s:
                %s/accept-invitation#%s

                If you do not know this team, do nothing; nobody joins without this link.
                """, line(team.name()), invitation.role().code(), time(invitation.expiresAt(), team.timeZone()), publicUrl.get(), token));
    }

    Letter deletion(EmailAddress to, Team team, Instant deletedAfter) {
        return new Letter(to.value(), "The team " + line(team.name()) + " will be deleted", written("""
                The owner of the team %s wants it deleted.

                It works as before until %s. Then every membership ends and every API key stops working.
                Until then the owner can take it back.
                """, line(team.name()), time(deletedAfter, team.timeZone())));
    }

    Letter restoration(EmailAddress to, Team team) {
        return new Letter(to.value(), "The team " + line(team.name()) + " stays", written("""
                The owner of the team %s has taken its deletion back. Everything stays as it is.
                """, line(team.name())));
    }

    private static String written(String text, Object... parts) {
        return String.format(Locale.ROOT, text, parts);
    }

    private static String time(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    /** A name that somebody chose must not begin a line of its own. */
    private static String line(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }
}
