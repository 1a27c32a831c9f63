package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.identity.Argon2Passwords;
import io.tastemaker.adapters.integrations.identity.HmacOneTimeCodes;
import io.tastemaker.adapters.integrations.identity.NimbusAccessTokens;
import io.tastemaker.adapters.integrations.identity.OpenIdProviders;
import io.tastemaker.adapters.persistence.identity.JooqApiKeys;
import io.tastemaker.adapters.persistence.identity.JooqChallenges;
import io.tastemaker.adapters.persistence.identity.JooqClosedTeams;
import io.tastemaker.adapters.persistence.identity.JooqDataExports;
import io.tastemaker.adapters.persistence.identity.JooqExternalIdentities;
import io.tastemaker.adapters.persistence.identity.JooqFactors;
import io.tastemaker.adapters.persistence.identity.JooqMailedInvitations;
import io.tastemaker.adapters.persistence.identity.JooqMailedTokens;
import io.tastemaker.adapters.persistence.identity.JooqMemberships;
import io.tastemaker.adapters.persistence.identity.JooqOauthFlows;
import io.tastemaker.adapters.persistence.identity.JooqOwnTeam;
import io.tastemaker.adapters.persistence.identity.JooqPersonalData;
import io.tastemaker.adapters.persistence.identity.JooqPresentedKeys;
import io.tastemaker.adapters.persistence.identity.JooqSessions;
import io.tastemaker.adapters.persistence.identity.JooqStandings;
import io.tastemaker.adapters.persistence.identity.JooqTeamInvitations;
import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.identity.JooqThrottles;
import io.tastemaker.adapters.persistence.identity.JooqUsers;
import io.tastemaker.adapters.persistence.operations.JooqOutbox;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.creators.out.Uploads;
import io.tastemaker.application.identity.AccountUseCases;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.CredentialUseCases;
import io.tastemaker.application.identity.FactorUseCases;
import io.tastemaker.application.identity.InvitationUseCases;
import io.tastemaker.application.identity.OauthRedirects;
import io.tastemaker.application.identity.OauthUseCases;
import io.tastemaker.application.identity.ProfileUseCases;
import io.tastemaker.application.identity.SessionUseCases;
import io.tastemaker.application.identity.SignInLimits;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** People and programs, their teams and how they come in, wired. */
final class People implements AutoCloseable {

    private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(5);

    private final Argon2Passwords argon2 = new Argon2Passwords();
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final JooqPresentedKeys presentedKeys;
    private final OpenIdProviders providers;
    private final TeamUseCases teams;
    private final InvitationUseCases invitations;
    private final ApiKeyUseCases apiKeys;
    private final AccountUseCases accounts;
    private final SessionUseCases sessions;
    private final CredentialUseCases credentials;
    private final ProfileUseCases profiles;
    private final FactorUseCases factors;
    private final OauthUseCases oauth;

    /** The rows of people as strangers reach them, on connections of their own. */
    private record Entrance(JooqPlatformTransactions transactions, JooqUsers users, JooqTeams teams, JooqSessions sessions,
            JooqFactors factors, JooqChallenges challenges, JooqMailedTokens mailedTokens, JooqMailedInvitations invitations) {

        Entrance(Store store, Origin.Trail trail) {
            this(new JooqPlatformTransactions(store.database().entrance(), trail));
        }

        private Entrance(JooqPlatformTransactions transactions) {
            this(transactions, new JooqUsers(transactions), new JooqTeams(transactions), new JooqSessions(transactions),
                    new JooqFactors(transactions), new JooqChallenges(transactions), new JooqMailedTokens(transactions),
                    new JooqMailedInvitations(transactions));
        }
    }

    /**
     * Wires them.
     *
     * @param between puts something between the program and its passwords
     * @param seats how many members a team may have
     * @param uploads what the purge of a closed team removes
     */
    People(Settings settings, KeptKeys keptKeys, Store store, Origin.Trail trail, JooqTransactions transactions, JooqPlatformTransactions platform,
            AcrossTeams acrossTeams, UnaryOperator<Passwords> between, Seats seats, Jobs jobs, Uploads uploads, SecretBox secretBox, Outbox outbox,
            PublicUrl publicUrl, Ids ids, Tokens tokens, InstantSource clock) {
        this.passwords = between.apply(argon2);
        this.accessTokens = new NimbusAccessTokens(keptKeys.keys(settings.tokenKeys(), "token").map(Secret::bytes).toList());
        this.presentedKeys = new JooqPresentedKeys(acrossTeams, transactions);
        this.providers = new OpenIdProviders(settings.providers(), PROVIDER_PATIENCE, clock);
        JooqTeams teamRows = new JooqTeams(platform);
        JooqOwnTeam ownTeam = new JooqOwnTeam(transactions);
        JooqUsers users = new JooqUsers(platform);
        JooqMemberships memberships = new JooqMemberships(transactions);
        JooqTeamInvitations teamInvitations = new JooqTeamInvitations(transactions);
        JooqApiKeys keyRows = new JooqApiKeys(transactions);
        JooqSessions sessionRows = new JooqSessions(platform);
        JooqThrottles throttles = new JooqThrottles(new AcrossTeams(store.database().entrance()));
        Entrance entrance = new Entrance(store, trail);
        JooqOutbox letters = new JooqOutbox(transactions, entrance.transactions(), acrossTeams, secretBox, ids, clock);
        HmacOneTimeCodes codes = new HmacOneTimeCodes();

        this.teams = new TeamUseCases(platform, transactions, teamRows, ownTeam, users, memberships, teamInvitations, keyRows,
                new JooqClosedTeams(platform, acrossTeams), uploads, outbox, passwords, ids, tokens, clock, publicUrl::origin,
                settings.teamDeletion());
        this.apiKeys = new ApiKeyUseCases(transactions, ownTeam, keyRows, presentedKeys, ids, tokens, clock);
        this.invitations = new InvitationUseCases(entrance.transactions(), transactions, entrance.teams(), ownTeam, entrance.users(),
                memberships, teamInvitations, entrance.invitations(), seats, letters, passwords, throttles, SignInLimits.DEFAULT, ids, tokens,
                clock, publicUrl::origin);
        this.accounts = new AccountUseCases(entrance.transactions(), entrance.users(), entrance.teams(), entrance.sessions(),
                entrance.factors(), entrance.challenges(), entrance.mailedTokens(), passwords, accessTokens, throttles, letters, ids, tokens,
                publicUrl, SignInLimits.DEFAULT, clock);
        this.factors = new FactorUseCases(entrance.transactions(), entrance.users(), entrance.sessions(), entrance.factors(),
                entrance.challenges(), passwords, codes, accessTokens, throttles, secretBox, ids, tokens, clock);
        this.oauth = new OauthUseCases(entrance.transactions(), entrance.users(), entrance.teams(), entrance.sessions(), entrance.factors(),
                entrance.challenges(), new JooqExternalIdentities(entrance.transactions()), new JooqOauthFlows(entrance.transactions()),
                providers, new OauthRedirects(publicUrl, settings.redirects()), passwords, codes, accessTokens, throttles, secretBox,
                ids, tokens, clock);
        this.credentials = new CredentialUseCases(entrance.transactions(), entrance.users(), entrance.sessions(), entrance.mailedTokens(),
                entrance.invitations(), passwords, throttles, letters, tokens, publicUrl, SignInLimits.DEFAULT, clock);
        this.profiles = new ProfileUseCases(platform, transactions, users, sessionRows, new JooqMailedTokens(platform),
                new JooqPersonalData(transactions, acrossTeams), new JooqDataExports(platform, acrossTeams), jobs, passwords, throttles, ids,
                SignInLimits.DEFAULT, clock);
        this.sessions = new SessionUseCases(
                platform, users, sessionRows, new JooqStandings(acrossTeams), accessTokens, ids, tokens, clock);
    }

    TeamUseCases teams() {
        return teams;
    }

    InvitationUseCases invitations() {
        return invitations;
    }

    ApiKeyUseCases apiKeys() {
        return apiKeys;
    }

    AccountUseCases accounts() {
        return accounts;
    }

    SessionUseCases sessions() {
        return sessions;
    }

    CredentialUseCases credentials() {
        return credentials;
    }

    ProfileUseCases profiles() {
        return profiles;
    }

    FactorUseCases factors() {
        return factors;
    }

    OauthUseCases oauth() {
        return oauth;
    }

    Passwords passwords() {
        return passwords;
    }

    AccessTokens accessTokens() {
        return accessTokens;
    }

    /** Close it before the store: it writes down the last uses of keys. */
    @Override
    public void close() {
        providers.close();
        argon2.close();
        presentedKeys.close();
    }
}
