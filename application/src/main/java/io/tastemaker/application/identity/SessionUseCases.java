package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Standings;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * What can be done with sessions.
 *
 * @param refreshSession gets the next pair of tokens
 * @param logOut ends the session of who asks
 * @param listSessions lists where a person is signed in
 * @param revokeSession ends one of them
 * @param revokeOtherSessions ends all but the one that asks
 * @param authenticateAccessToken turns a token into an actor
 */
public record SessionUseCases(
        RefreshSession refreshSession,
        LogOut logOut,
        ListSessions listSessions,
        RevokeSession revokeSession,
        RevokeOtherSessions revokeOtherSessions,
        AuthenticateAccessToken authenticateAccessToken) {

    /** Builds them from the driven ports. */
    @Inject
    public SessionUseCases(
            PlatformTransactions transactions,
            Users users,
            Sessions sessions,
            Standings standings,
            AccessTokens accessTokens,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(new RefreshSession(
                        transactions, users, sessions, new SessionTokens(users, sessions, accessTokens, ids, tokens, clock), clock),
                new LogOut(transactions, sessions, clock), new ListSessions(transactions, sessions, clock),
                new RevokeSession(transactions, sessions, clock), new RevokeOtherSessions(transactions, sessions, clock),
                new AuthenticateAccessToken(accessTokens, standings, clock));
    }
}
