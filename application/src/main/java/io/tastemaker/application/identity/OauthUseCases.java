package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.ExternalIdentities;
import io.tastemaker.application.identity.out.Factors;
import io.tastemaker.application.identity.out.IdentityProviders;
import io.tastemaker.application.identity.out.OauthFlows;
import io.tastemaker.application.identity.out.OneTimeCodes;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * How people sign in with other providers.
 *
 * @param listProviders names the providers
 * @param startOauth sends a person to one
 * @param finishOauth takes the sign-in up when it comes back
 * @param listIdentities shows which accounts are linked
 * @param unlinkIdentity takes a link away
 */
public record OauthUseCases(
        ListProviders listProviders,
        StartOauth startOauth,
        FinishOauth finishOauth,
        ListIdentities listIdentities,
        UnlinkIdentity unlinkIdentity) {

    /** Builds them from the driven ports, and where people may be sent back to. */
    @Inject
    public OauthUseCases(
            PlatformTransactions transactions,
            Users users,
            Teams teams,
            Sessions sessions,
            Factors factors,
            Challenges challenges,
            ExternalIdentities identities,
            OauthFlows flows,
            IdentityProviders providers,
            OauthRedirects redirects,
            Passwords passwords,
            OneTimeCodes codes,
            AccessTokens accessTokens,
            Throttles throttles,
            SecretBox box,
            Ids ids,
            Tokens tokens,
            InstantSource clock) {
        this(new ListProviders(providers),
                new StartOauth(transactions, providers, flows, throttles,
                        new OwnerCheck(transactions, users, sessions, passwords, throttles, new SecondFactor(factors, codes, box), clock),
                        redirects, box, tokens, clock),
                new FinishOauth(transactions, users, providers, identities, flows, new NewAccounts(users, teams),
                        new Entrance(factors, challenges, new SessionTokens(users, sessions, accessTokens, ids, tokens, clock), ids, tokens,
                                clock),
                        box, ids, clock),
                new ListIdentities(transactions, identities), new UnlinkIdentity(transactions, users, identities));
    }
}
