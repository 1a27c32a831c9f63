package io.tastemaker.application.identity.out;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;

/** Signed tokens that say who calls, for fifteen minutes at most. Whether the session still lives is asked besides. */
public interface AccessTokens {

    /**
     * What a token says.
     *
     * @param user who
     * @param team for which team
     * @param role with which role when it was issued
     * @param session in which session
     * @param issuedAt when, to the second
     * @param expiresAt until when, to the second
     */
    record Claims(UserId user, TeamId team, Role role, SessionId session, Instant issuedAt, Instant expiresAt) {}

    /** What a presented token is. */
    sealed interface Verdict {
        /**
         * It was signed here and holds now.
         *
         * @param claims what it says
         */
        record Valid(Claims claims) implements Verdict {}

        /** It was signed here and has expired. */
        record Expired() implements Verdict {}

        /** Anything else. */
        record Invalid() implements Verdict {}
    }

    /**
     * Signs a token.
     *
     * @param claims what it says
     * @return its text
     */
    String issue(Claims claims);

    /**
     * Reads a token; whatever the text is, this throws nothing.
     *
     * @param text as presented
     * @param now the time
     * @return what it is
     */
    Verdict read(String text, Instant now);
}
