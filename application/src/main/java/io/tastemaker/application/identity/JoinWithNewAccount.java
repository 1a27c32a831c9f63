package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.MailedInvitations;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Opens an account for somebody who was invited, and joins the team. The mailed token proves the address. */
public final class JoinWithNewAccount {

    private static final String LANGUAGE = "en";

    private final PlatformTransactions platform;
    private final MailedInvitations invitations;
    private final Users users;
    private final Teams teams;
    private final Passwords passwords;
    private final Ids ids;
    private final InstantSource clock;

    JoinWithNewAccount(PlatformTransactions platform, MailedInvitations invitations, Users users, Teams teams, Passwords passwords,
            Ids ids, InstantSource clock) {
        this.platform = platform;
        this.invitations = invitations;
        this.users = users;
        this.teams = teams;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param token as it was mailed
     * @param fullName 1 to 200 characters
     * @param password 8 to 128 code points
     */
    public record Command(Anonymous caller, String token, String fullName, String password) {
        @Override
        public String toString() {
            return "Command[]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The account exists, and the person is a member.
         *
         * @param user the account
         * @param team of which team
         * @param role what the person is in it
         */
        record Joined(User user, Team team, Role role) implements Outcome {}

        /** The token was right and is too old. */
        record Expired() implements Outcome {}

        /** The token is unknown, used, replaced or revoked. */
        record Invalid() implements Outcome {}

        /** The address has an account; sign in with it and accept. Only who holds the mailed token learns that. */
        record HasAccount() implements Outcome {}

        /**
         * The password is not taken.
         *
         * @param faults what is wrong with it, at least one
         */
        record WeakPassword(Set<PasswordRules.Fault> faults) implements Outcome {}
    }

    /**
     * Opens the account and joins.
     *
     * @param command what is wanted
     * @return what came of it
     */
    public Outcome handle(Command command) {
        Instant now = clock.instant();
        Actor nobody = new Actor.System("invitations", TeamId.CATALOGUE);
        Optional<TeamInvitation> found = platform.reading(nobody, () -> TokenText
                .read(TokenText.Kind.MAILED, command.token()).flatMap(token -> invitations.find(token.hash())))
                .filter(invitation -> invitation.state() instanceof TeamInvitation.State.Pending);
        if (found.isEmpty()) {
            return new Outcome.Invalid();
        }
        TeamInvitation invitation = found.get();
        if (!invitation.isOpen(now)) {
            return new Outcome.Expired();
        }
        if (platform.reading(nobody, () -> users.findByEmail(invitation.email())).isPresent()) {
            return new Outcome.HasAccount();
        }
        return switch (PasswordRules.judge(command.password(), invitation.email())) {
            case PasswordRules.Judgement.Refused(Set<PasswordRules.Fault> faults) -> new Outcome.WeakPassword(faults);
            case PasswordRules.Judgement.Acceptable acceptable ->
                join(invitation, command.fullName().strip(), passwords.hash(command.password()), now);
        };
    }

    private Outcome join(TeamInvitation invitation, String fullName, String passwordHash, Instant now) {
        Actor program = new Actor.System("invitations", invitation.team());
        return platform.inTransaction(program, "team_invitation.accept", () -> {
            Optional<Team> team = teams.find(invitation.team()).filter(found -> !(found.state() instanceof Team.State.Deleted));
            if (team.isEmpty() || !invitations.replace(invitation.in(new TeamInvitation.State.Accepted(now)))) {
                return new Outcome.Invalid();
            }
            Team home = Team.personal(new TeamId(ids.next()), fullName, ZoneId.of("UTC"), now);
            User user = new User(new UserId(ids.next()), 1, invitation.email(), fullName, Optional.of(passwordHash), home.id(),
                    ZoneId.of("UTC"), LANGUAGE, now, Optional.empty());
            if (!new NewAccounts(users, teams).found(user, home)) {
                throw new IllegalStateException("the address got an account at this very moment");
            }
            Membership membership = Membership.begin(invitation.team(), user.id(), invitation.role(), now);
            users.join(membership);
            platform.about(Subject.of("member", user.id()), membership.traits().made());
            return new Outcome.Joined(user, team.get(), invitation.role());
        });
    }
}
