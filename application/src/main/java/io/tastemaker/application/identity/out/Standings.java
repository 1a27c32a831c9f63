package io.tastemaker.application.identity.out;

import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is left of a sign-in at this moment, whatever an access token says. Works across teams and outside the caller's transaction, since
 * every request asks; an answer may be half a second old, so that what ends a session or changes a role acts within a second on every node.
 */
public interface Standings {

    /**
     * A session of a person whose account may be used.
     *
     * @param user whose
     * @param endsAt when the session ends
     * @param operator whether the person is of the platform's staff
     * @param role what the person is now in the team that was asked for; empty for no member, and when the team is deleted
     */
    record Standing(UserId user, Instant endsAt, boolean operator, Optional<Role> role) {}

    /**
     * Looks a session up.
     *
     * @param session which
     * @param team for which team
     * @return empty when the session is unknown or was ended, or the account is suspended
     */
    Optional<Standing> find(SessionId session, TeamId team);
}
