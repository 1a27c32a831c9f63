package io.tastemaker.domain.identity;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * That somebody with an address may join a team. Only the hash of the mailed token is kept.
 *
 * @param id which invitation
 * @param team into which team
 * @param version 1 at birth, one more with every change
 * @param email to whom it was mailed; only that person can accept it
 * @param role what the person will be in the team, never its owner
 * @param tokenHash SHA-256 of the mailed token in lower-case hex
 * @param invitedBy the label of the actor who invited
 * @param createdAt when the first letter was written
 * @param expiresAt when the token stops working
 * @param state what became of it
 */
public record TeamInvitation(
        TeamInvitationId id,
        TeamId team,
        long version,
        EmailAddress email,
        Role role,
        String tokenHash,
        String invitedBy,
        Instant createdAt,
        Instant expiresAt,
        State state) {

    /** How long a mailed token works. */
    public static final Duration LIFE = Duration.ofDays(7);

    /** What became of an invitation. */
    public sealed interface State {
        /** Nobody has answered it; it may have expired. */
        record Pending() implements State {}

        /**
         * The person joined.
         *
         * @param at when
         */
        record Accepted(Instant at) implements State {
            /** Checks that there is a time. */
            public Accepted {
                Objects.requireNonNull(at, "at");
            }
        }

        /**
         * The team took it back, or replaced it.
         *
         * @param at when
         */
        record Revoked(Instant at) implements State {
            /** Checks that there is a time. */
            public Revoked {
                Objects.requireNonNull(at, "at");
            }
        }
    }

    /**
     * Checks the role.
     *
     * @throws IllegalArgumentException when the version is below 1 or the role is the owner's
     */
    public TeamInvitation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(tokenHash, "tokenHash");
        Objects.requireNonNull(invitedBy, "invitedBy");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(state, "state");
        if (version < 1 || role == Role.OWNER) {
            throw new IllegalArgumentException("a version from 1 on, and nobody is invited as the owner");
        }
    }

    /**
     * A new invitation.
     *
     * @param id its id
     * @param team into which team
     * @param email to whom
     * @param role what the person will be
     * @param tokenHash SHA-256 of the mailed token
     * @param invitedBy the label of the actor who invites
     * @param now the time
     * @return version 1, pending for {@link #LIFE}
     */
    public static TeamInvitation begin(
            TeamInvitationId id, TeamId team, EmailAddress email, Role role, String tokenHash, String invitedBy, Instant now) {
        return new TeamInvitation(id, team, 1, email, role, tokenHash, invitedBy, now, now.plus(LIFE), new State.Pending());
    }

    /**
     * Whether it can be accepted.
     *
     * @param now the time
     * @return true while it is pending and has not expired
     */
    public boolean isOpen(Instant now) {
        return state instanceof State.Pending && now.isBefore(expiresAt);
    }

    /**
     * What became of it, as one word.
     *
     * @param now the time
     * @return {@code pending}, {@code expired}, {@code accepted} or {@code revoked}
     */
    public String status(Instant now) {
        return switch (state) {
            case State.Pending pending -> now.isBefore(expiresAt) ? "pending" : "expired";
            case State.Accepted accepted -> "accepted";
            case State.Revoked revoked -> "revoked";
        };
    }

    /**
     * The invitation with a new token; the old one works no more.
     *
     * @param newTokenHash SHA-256 of the new token
     * @param now the time
     * @return the next version, pending for {@link #LIFE} from now on
     */
    public TeamInvitation resent(String newTokenHash, Instant now) {
        return new TeamInvitation(id, team, version + 1, email, role, newTokenHash, invitedBy, createdAt, now.plus(LIFE), state);
    }

    /**
     * The invitation with another end.
     *
     * @param newState what became of it
     * @return the next version
     */
    public TeamInvitation in(State newState) {
        return new TeamInvitation(id, team, version + 1, email, role, tokenHash, invitedBy, createdAt, expiresAt, newState);
    }

    /** Names nobody and no hash: what is printed may end in a log. */
    @Override
    public String toString() {
        return "TeamInvitation[" + id + " version " + version + "]";
    }

    /**
     * What the audit log shows of it.
     *
     * @return the traits
     */
    public Traits traits() {
        return Traits.NONE.withheld("email", email).with("role", role).with("expires_at", expiresAt).with("status", status(createdAt));
    }
}
