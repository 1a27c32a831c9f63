package io.tastemaker.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.identity.out.InMemoryAccessTokens;
import io.tastemaker.application.identity.out.InMemoryChallenges;
import io.tastemaker.application.identity.out.InMemoryDataExports;
import io.tastemaker.application.identity.out.InMemoryFactors;
import io.tastemaker.application.identity.out.InMemoryMailedTokens;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemoryPersonalData;
import io.tastemaker.application.identity.out.InMemorySessions;
import io.tastemaker.application.identity.out.InMemoryStandings;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryThrottles;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.shared.TeamId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as people meet it, in memory: they sign up, open their mail and sign in. */
public final class People {

    public static final String PASSWORD = "correct horse battery";
    public static final Source LAPTOP = new Source("192.0.2.7", "Firefox");
    public static final Source ELSEWHERE = new Source("198.51.100.9", "curl");

    private static final PublicUrl URL = () -> "https://app.example.com";
    private static final Pattern LINK = Pattern.compile("https://app\\.example\\.com/[a-z-]+#(\\S+)");

    final HandClock clock;
    final InMemoryTransactions transactions;
    final InMemoryUsers users;
    final InMemoryTeams teams;
    final InMemorySessions sessions;
    final InMemoryOutbox outbox;
    final InMemoryFactors factors;
    final InMemoryChallenges challenges;
    final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
    final Passwords passwords;
    final InMemoryIds ids;
    final InMemoryTokens tokens;
    final InMemoryPersonalData personalData;
    final InMemoryDataExports exports;
    private final InMemoryJobs jobs;
    private final AccountUseCases accounts;
    private final SessionUseCases sessionUseCases;
    private final CredentialUseCases credentials;
    private final ProfileUseCases profiles;

    /** People without teams of their own, yet. */
    public People() {
        this(new HandClock(), new InMemoryTransactions(), new InMemoryPasswords());
    }

    People(HandClock clock, InMemoryTransactions transactions, Passwords passwords) {
        this(clock, transactions, new InMemoryTeams(transactions), new InMemoryIds(), new InMemoryTokens(), passwords, SignInLimits.DEFAULT);
    }

    /** People beside other parts of a program. */
    public People(HandClock clock, InMemoryTransactions transactions, InMemoryTeams teams, InMemoryIds ids, InMemoryTokens tokens,
            Passwords passwords, SignInLimits limits) {
        this.clock = clock;
        this.transactions = transactions;
        this.teams = teams;
        this.users = new InMemoryUsers(transactions, teams);
        this.sessions = new InMemorySessions(transactions);
        this.outbox = new InMemoryOutbox(transactions);
        this.factors = new InMemoryFactors(transactions);
        this.challenges = new InMemoryChallenges(transactions);
        this.passwords = passwords;
        this.ids = ids;
        this.tokens = tokens;
        this.personalData = new InMemoryPersonalData(transactions, users);
        this.exports = new InMemoryDataExports(transactions, users);
        this.jobs = new InMemoryJobs(transactions);
        InMemoryMailedTokens mailedTokens = new InMemoryMailedTokens(transactions);
        InMemoryThrottles throttles = new InMemoryThrottles();
        this.accounts = new AccountUseCases(transactions, users, teams, sessions, factors, challenges, mailedTokens, passwords, accessTokens,
                throttles, outbox, ids, tokens, URL, limits, clock);
        this.credentials = new CredentialUseCases(
                transactions, users, sessions, mailedTokens, new InMemoryTeamInvitations(transactions).mailed(), passwords, throttles, outbox,
                tokens, URL, limits, clock);
        this.profiles = new ProfileUseCases(transactions, transactions, users, sessions, mailedTokens, personalData, exports, jobs, passwords,
                throttles, ids, limits, clock);
        this.sessionUseCases = new SessionUseCases(
                transactions, users, sessions, new InMemoryStandings(transactions, users, sessions), accessTokens, ids, tokens, clock);
    }

    /** How people get an account. */
    public AccountUseCases accounts() {
        return accounts;
    }

    /** What they do with sessions. */
    public SessionUseCases sessions() {
        return sessionUseCases;
    }

    /** How they change what they sign in with. */
    public CredentialUseCases credentials() {
        return credentials;
    }

    /** What they do with their accounts. */
    public ProfileUseCases profiles() {
        return profiles;
    }

    /** What they queued. */
    public InMemoryJobs jobs() {
        return jobs;
    }

    /** The accounts. */
    public InMemoryUsers users() {
        return users;
    }

    /** The mail. */
    public InMemoryOutbox outbox() {
        return outbox;
    }

    SignUp.Outcome signUp(String email) {
        return signUp(email, PASSWORD, Optional.of("Lima Studio"));
    }

    SignUp.Outcome signUp(String email, String password, Optional<String> company) {
        return accounts.signUp().handle(new SignUp.Command(Anonymous.CALLER, new EmailAddress(email), password, "Ana Lima", company,
                Map.of("product_updates", true), ZoneId.of("America/Sao_Paulo"), "pt-BR", LAPTOP));
    }

    /** The token in the newest letter to an address. */
    public String mailed(String email) {
        Letter letter = outbox.lettersTo(email).getLast();
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group(1);
    }

    ConfirmSignUp.Outcome confirm(String token) {
        return accounts.confirmSignUp().handle(new ConfirmSignUp.Command(Anonymous.CALLER, token, LAPTOP));
    }

    /** Somebody with an account, signed in. */
    public SignedIn member(String email) {
        signUp(email);
        return ((ConfirmSignUp.Outcome.Confirmed) confirm(mailed(email))).signedIn();
    }

    LogIn.Outcome logIn(String email, String password, Source source) {
        return accounts.logIn().handle(new LogIn.Command(Anonymous.CALLER, email, password, source));
    }

    SignedIn in(LogIn.Outcome outcome) {
        assertThat(outcome).isInstanceOf(LogIn.Outcome.In.class);
        return ((LogIn.Outcome.In) outcome).signedIn();
    }

    RefreshSession.Outcome refresh(String token) {
        return refresh(token, Optional.empty());
    }

    RefreshSession.Outcome refresh(String token, Optional<TeamId> team) {
        return sessionUseCases.refreshSession().handle(new RefreshSession.Command(Anonymous.CALLER, token, team));
    }

    SignedIn refreshed(RefreshSession.Outcome outcome) {
        assertThat(outcome).isInstanceOf(RefreshSession.Outcome.Refreshed.class);
        return ((RefreshSession.Outcome.Refreshed) outcome).signedIn();
    }

    AuthenticateAccessToken.Outcome authenticate(String token) {
        return sessionUseCases.authenticateAccessToken().handle(new AuthenticateAccessToken.Query(Anonymous.CALLER, token));
    }

    Actor actor(SignedIn signedIn) {
        AuthenticateAccessToken.Outcome outcome = authenticate(signedIn.accessToken());
        assertThat(outcome).isInstanceOf(AuthenticateAccessToken.Outcome.Authenticated.class);
        return ((AuthenticateAccessToken.Outcome.Authenticated) outcome).actor();
    }

    <T> T look(Supplier<T> work) {
        return transactions.reading(SignUp.PROGRAM, work);
    }
}
