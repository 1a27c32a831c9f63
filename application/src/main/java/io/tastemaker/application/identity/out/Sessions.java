package io.tastemaker.application.identity.out;

import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions and the chain of refresh tokens of each. Runs inside platform transactions. */
public interface Sessions {

    /**
     * A refresh token as it is kept: never its text.
     *
     * @param hash SHA-256 of the text in lower-case hex
     * @param session whose
     * @param issuedAt when it was handed out
     */
    record RefreshToken(String hash, SessionId session, Instant issuedAt) {}

    /** What became of a token that was presented. */
    sealed interface Rotation {
        /**
         * It was alive and is spent now; its successor is stored.
         *
         * @param session whose
         */
        record Rotated(Session session) implements Rotation {}

        /**
         * It was spent before.
         *
         * @param session whose
         * @param spentAt when
         * @param sealedSuccessor what the rotation stored beside it
         * @param successorIsAlive whether nobody has used the successor yet: then this token is the immediate parent of the living one
         */
        record SpentBefore(Session session, Instant spentAt, String sealedSuccessor, boolean successorIsAlive) implements Rotation {}

        /** Nobody knows it. */
        record Unknown() implements Rotation {}
    }

    /**
     * Begins a session.
     *
     * @param session the session
     * @param first its first refresh token
     */
    void start(Session session, RefreshToken first);

    /**
     * Finds a session.
     *
     * @param id which
     * @return the session, alive or not, or empty
     */
    Optional<Session> find(SessionId id);

    /**
     * Finds the session that a refresh token was handed out in.
     *
     * @param hash the hash of the token, living or spent
     * @return the session, alive or not, or empty
     */
    Optional<Session> ofToken(String hash);

    /**
     * The living sessions of a person.
     *
     * @param user who
     * @param now the time
     * @return the last used first
     */
    List<Session> alive(UserId user, Instant now);

    /**
     * Whether a person signed in from an address before; in sessions that have ended too.
     *
     * @param user who
     * @param address of the network
     * @return true when a session was begun there
     */
    boolean knows(UserId user, String address);

    /**
     * Spends a refresh token and stores its successor, in one statement, so that of many at once exactly one succeeds.
     *
     * @param presentedHash the hash of the token that was presented
     * @param successorHash the hash of the token to follow it
     * @param sealedSuccessor the successor in a form that only the text of the presented token opens
     * @param now the time
     * @return what became of it; a session that has ended counts as unknown
     */
    Rotation rotate(String presentedHash, String successorHash, String sealedSuccessor, Instant now);

    /**
     * Stores that a session was used, and for which team.
     *
     * @param session with the new team, last use and end
     */
    void touch(Session session);

    /**
     * Ends a session; its tokens are worth nothing from now on.
     *
     * @param id which
     * @param now the time
     * @return false when it had ended before
     */
    boolean revoke(SessionId id, Instant now);

    /**
     * Ends the sessions of a person.
     *
     * @param user who
     * @param except one that goes on; empty for none
     * @param now the time
     * @return how many were ended
     */
    int revokeAll(UserId user, Optional<SessionId> except, Instant now);
}
