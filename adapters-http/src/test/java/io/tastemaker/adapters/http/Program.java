package io.tastemaker.adapters.http;

import io.tastemaker.adapters.http.billing.BillingAdminRoutes;
import io.tastemaker.adapters.http.billing.CheckoutRoutes;
import io.tastemaker.adapters.http.billing.CouponAdminRoutes;
import io.tastemaker.adapters.http.billing.PackAdminRoutes;
import io.tastemaker.adapters.http.billing.PaymentRoutes;
import io.tastemaker.adapters.http.billing.SubscriptionRoutes;
import io.tastemaker.adapters.http.billing.WebhookRoutes;
import io.tastemaker.adapters.http.campaigns.CampaignRoutes;
import io.tastemaker.adapters.http.campaigns.MatchRoutes;
import io.tastemaker.adapters.http.campaigns.ShortlistRoutes;
import io.tastemaker.adapters.http.creators.CreatorRoutes;
import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.creators.UnlockRoutes;
import io.tastemaker.adapters.http.identity.AccountRoutes;
import io.tastemaker.adapters.http.identity.ApiKeyRoutes;
import io.tastemaker.adapters.http.identity.CredentialRoutes;
import io.tastemaker.adapters.http.identity.FactorRoutes;
import io.tastemaker.adapters.http.identity.InvitationRoutes;
import io.tastemaker.adapters.http.identity.MemberRoutes;
import io.tastemaker.adapters.http.identity.OauthRoutes;
import io.tastemaker.adapters.http.identity.PersonalDataRoutes;
import io.tastemaker.adapters.http.identity.ProfileRoutes;
import io.tastemaker.adapters.http.identity.SessionRoutes;
import io.tastemaker.adapters.http.identity.TeamRoutes;
import io.tastemaker.adapters.http.identity.UserAdminRoutes;
import io.tastemaker.adapters.http.matching.ExplanationRoutes;
import io.tastemaker.adapters.http.matching.SavedSearchRoutes;
import io.tastemaker.adapters.http.matching.SearchRoutes;
import io.tastemaker.adapters.http.matching.VocabularyRoutes;
import io.tastemaker.adapters.http.operations.AuditRoutes;
import io.tastemaker.adapters.http.operations.HealthRoutes;
import io.tastemaker.adapters.http.operations.JobRoutes;
import io.tastemaker.adapters.http.operations.MetricsRoutes;
import io.tastemaker.adapters.http.shared.Authenticator;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.TestServer;
import io.tastemaker.adapters.http.wallets.PricingAdminRoutes;
import io.tastemaker.adapters.http.wallets.PricingRoutes;
import io.tastemaker.adapters.http.wallets.TransactionRoutes;
import io.tastemaker.adapters.http.wallets.WalletAdminRoutes;
import io.tastemaker.adapters.http.wallets.WalletRoutes;
import io.tastemaker.application.billing.BillingPages;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.billing.out.InMemoryAccounts;
import io.tastemaker.application.billing.out.InMemoryCoupons;
import io.tastemaker.application.billing.out.InMemoryInbox;
import io.tastemaker.application.billing.out.InMemoryOrders;
import io.tastemaker.application.billing.out.InMemoryPaymentProvider;
import io.tastemaker.application.billing.out.InMemoryReconciliations;
import io.tastemaker.application.billing.out.InMemorySignedNotices;
import io.tastemaker.application.billing.out.InMemoryTopUpPacks;
import io.tastemaker.application.billing.out.SignedNotices;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.CloseTeams;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.InvitationUseCases;
import io.tastemaker.application.identity.People;
import io.tastemaker.application.identity.SignInLimits;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.WaysIn;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemorySeats;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryThrottles;
import io.tastemaker.application.identity.out.InMemoryUsers;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The whole API over use cases that keep everything in memory, with two teams. */
public final class Program implements AutoCloseable {

    private static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);

    private static final String OPERATORS_KEY = "tmk_operator_of_the_tests";

    /** What the payment provider signs with. */
    public static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    private final HandClock clock = new HandClock();
    private final InMemoryIds ids = new InMemoryIds();
    private final Origin.Trail trail = new Origin.Trail();
    private final InMemoryTransactions transactions = new InMemoryTransactions(trail);
    private final AuditUseCases audit = new AuditUseCases(transactions, new InMemoryAuditLog(transactions));
    private final InMemoryTeams teamStore = new InMemoryTeams(transactions);
    private final InMemoryApiKeys keyStore = new InMemoryApiKeys(transactions);
    private final InMemoryTeamInvitations invitationStore = new InMemoryTeamInvitations(transactions);
    private final People visitors =
            new People(clock, transactions, teamStore, ids, new InMemoryTokens(), new InMemoryPasswords(), SignInLimits.DEFAULT);
    private final WaysIn ways = new WaysIn(visitors);
    private final InMemoryUsers users = visitors.users();
    private final InMemoryOutbox outbox = visitors.outbox();
    private final InMemorySeats seats = new InMemorySeats();
    private final TeamUseCases teams = teams();
    private final InvitationUseCases invitations = invitations();
    private final Map<String, Actor.User> people = new ConcurrentHashMap<>();
    private final ApiKeyUseCases apiKeys = new ApiKeyUseCases(transactions, new InMemoryOwnTeam(transactions, teamStore), keyStore,
            keyStore.presented(), ids, new InMemoryTokens(), clock);
    private final AtomicReference<Health.Status> database = new AtomicReference<>(Health.Status.UP);
    private final OperationsUseCases operations;
    private final List<Route> routes;
    private final TestServer server;
    private final Till till = new Till(transactions, new InMemoryWallets(transactions, teamStore), new InMemoryTariffs("standard"), ids, clock,
            teams.showCreditCap());
    private final InMemoryPaymentProvider payments = new InMemoryPaymentProvider(
            clock, Map.of("standard", Money.of("199.00", "USD"), "premium", Money.of("499.00", "USD")));
    private final AtomicReference<SignedNotices> notices =
            new AtomicReference<>(new InMemorySignedNotices(Optional.of(WEBHOOK_SECRET), clock));
    private final InMemoryCreators creatorStore = new InMemoryCreators(transactions);
    private final CreatorUseCases creators =
            new CreatorUseCases(transactions, creatorStore, new InMemoryFavorites(transactions), ids, clock);
    private final TeamId team = team("Lima Studio");
    private final TeamId otherTeam = team("Oslo Agency");
    private final String otherKey = key(otherTeam, Role.MANAGER, EnumSet.allOf(Scope.class));

    /** Starts it. */
    public Program() {
        InMemoryJobs jobs = visitors.jobs();
        WalletUseCases wallets = till.useCases();
        InMemoryUploads uploads = new InMemoryUploads();
        InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
        CreatorImportUseCases imports = new CreatorImportUseCases(
                transactions, jobs, creatorStore, new InMemoryCreatorImports(transactions), uploads, new InMemoryListFiles(uploads), ids,
                        clock);
        MatchingUseCases matching = new MatchingUseCases(
                creators, wallets, transactions, new InMemoryCatalogues(creatorStore), new InMemoryRankings(clock),
                new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
        CampaignUseCases campaigns = new CampaignUseCases(
                transactions, campaignStore, new InMemoryMatches(transactions, campaignStore),
                new InMemoryShortlists(transactions, campaignStore), creators, matching, wallets, ids, clock);
        HealthProbe probe = () -> new Health.Component("database", 30, database.get(), "3 connections");
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(imports.job(), visitors.profiles().dataExportJob()),
                List.of(probe), List.of(), clock);
        BillingUseCases billing = billing(wallets);
        routes = Stream.of(
                        new CheckoutRoutes(billing).routes(), new SubscriptionRoutes(billing).routes(), new PaymentRoutes(billing).routes(),
                        new WebhookRoutes(billing).routes(), new BillingAdminRoutes(billing, clock).routes(),
                        new CouponAdminRoutes(billing, clock).routes(), new PackAdminRoutes(billing).routes(),
                        new CreatorRoutes(creators, wallets).routes(), new UnlockRoutes(new UnlockUseCases(transactions, creators, wallets), wallets).routes(),
                        new WalletRoutes(wallets).routes(), new TransactionRoutes(wallets).routes(), new PricingRoutes(wallets).routes(),
                        new WalletAdminRoutes(wallets, clock).routes(), new PricingAdminRoutes(wallets).routes(), new ImportRoutes(imports).routes(), new CampaignRoutes(campaigns).routes(),
                        new ShortlistRoutes(campaigns).routes(), new MatchRoutes(campaigns, wallets, clock).routes(),
                        new SearchRoutes(matching, campaigns, wallets, clock).routes(), new ExplanationRoutes(matching, wallets).routes(),
                        new SavedSearchRoutes(matching).routes(), new VocabularyRoutes().routes(), new JobRoutes(operations).routes(),
                        new TeamRoutes(teams).routes(), new MemberRoutes(teams).routes(), new InvitationRoutes(invitations, clock).routes(),
                        new ApiKeyRoutes(apiKeys, clock).routes(), new AccountRoutes(visitors.accounts()).routes(),
                        new SessionRoutes(visitors.sessions()).routes(), new FactorRoutes(ways.factors()).routes(),
                        new OauthRoutes(ways.oauth()).routes(),
                        new AuditRoutes(audit).routes(),
                        new CredentialRoutes(visitors.credentials()).routes(), new ProfileRoutes(visitors.profiles()).routes(),
                        new UserAdminRoutes(visitors.profiles()).routes(), new PersonalDataRoutes(visitors.profiles()).routes(),
                        new HealthRoutes(operations, "1.0.0-test", "007", clock).routes(), new MetricsRoutes(operations).routes())
                .flatMap(List::stream)
                .toList();
        String ownKey = key(team, Role.MANAGER, EnumSet.allOf(Scope.class));
        server = new TestServer(
                routes, authenticator(), ownKey, new InMemoryIdempotentCalls(transactions), clock, trail);
    }

    private BillingUseCases billing(WalletUseCases wallets) {
        InMemoryOrders orders = new InMemoryOrders(transactions);
        BillingUseCases.Rows rows = new BillingUseCases.Rows(new InMemoryAccounts(transactions, orders), orders,
                new InMemoryCoupons(transactions), new InMemoryTopUpPacks(transactions), new InMemoryInbox(transactions),
                new InMemoryReconciliations(transactions));
        BillingPages pages = new BillingPages(URI.create("https://example.com/billing-done"),
                URI.create("https://example.com/billing-canceled"), URI.create("https://example.com/billing-account"),
                Set.of("https://app.example.com"));
        return new BillingUseCases(rows, payments, (body, signature) -> notices.get().read(body, signature), transactions, transactions,
                outbox, teams, wallets, () -> pages, 7, () -> "https://example.com", ids, clock);
    }

    private TeamUseCases teams() {
        InMemoryMemberships memberships = new InMemoryMemberships(transactions, users);
        return new TeamUseCases(transactions, transactions, teamStore, new InMemoryOwnTeam(transactions, teamStore), users, memberships,
                invitationStore, keyStore, new InMemoryClosedTeams(transactions, teamStore), new InMemoryUploads(), outbox,
                new InMemoryPasswords(), ids, new InMemoryTokens(), clock, () -> "https://example.com", Duration.ofDays(14));
    }

    private InvitationUseCases invitations() {
        InMemoryMemberships memberships = new InMemoryMemberships(transactions, users);
        return new InvitationUseCases(transactions, transactions, teamStore, new InMemoryOwnTeam(transactions, teamStore), users, memberships,
                invitationStore, invitationStore.mailed(), seats, outbox, new InMemoryPasswords(), new InMemoryThrottles(),
                SignInLimits.DEFAULT, ids, new InMemoryTokens(), clock, () -> "https://example.com");
    }

    /** Besides what is presented elsewhere, people present a key here; what they may do is what they are in the team at that moment. */
    private Authenticator authenticator() {
        Authenticator usual = Authenticator.of(apiKeys.authenticateApiKey(), visitors.sessions().authenticateAccessToken());
        return new Authenticator() {
            @Override
            public Verdict key(String key) {
                if (key.equals(OPERATORS_KEY)) {
                    return new Verdict.Known(OPERATOR);
                }
                return Optional.ofNullable(people.get(key))
                        .map(person -> transactions.reading(OPERATOR, () -> users.membership(person.team(), person.id())
                                .<Actor>map(membership -> new Actor.User(person.id(), person.team(), membership.role(), person.session()))
                                .<Verdict>map(Verdict.Known::new)
                                .orElseGet(Verdict.Unknown::new)))
                        .orElseGet(() -> usual.key(key));
            }

            @Override
            public Verdict token(String token) {
                return usual.token(token);
            }
        };
    }

    /** Who signs up, in and out, and their mail. */
    public People people() {
        return visitors;
    }

    /** The clock of all use cases. */
    public HandClock clock() {
        return clock;
    }

    /** A person with an account and a personal team. */
    public Person person(String name) {
        TeamId home = team(name);
        User user = new User(new UserId(ids.next()), 1, new EmailAddress(name + "@example.com"), name, Optional.empty(), home, ZoneOffset.UTC,
                "en", clock.instant(), Optional.empty());
        transactions.run(OPERATOR, "test", () -> {
            users.add(user);
            users.join(Membership.begin(home, user.id(), Role.OWNER, clock.instant()));
        });
        return new Person(user, home, key(user, home));
    }

    /** What a person presents to work for a team. */
    public String key(User user, TeamId of) {
        String key = "tmk_person_" + ids.next().toString().replace("-", "");
        people.put(key, new Actor.User(user.id(), of, Role.MEMBER, new SessionId(ids.next())));
        return key;
    }

    /**
     * Somebody to call as.
     *
     * @param user the account
     * @param home the personal team
     * @param key what is presented to work for it
     */
    public record Person(User user, TeamId home, String key) {}

    /** The letters that were written to somebody, the oldest first. */
    public List<Letter> lettersTo(User user) {
        return outbox.lettersTo(user.email().value());
    }

    /** The letters that were written to an address, the oldest first. */
    public List<Letter> lettersTo(String address) {
        return outbox.lettersTo(address);
    }

    /** Limits the seats of a team. */
    public void seats(TeamId of, int most) {
        seats.limit(of, most);
    }

    /** Moves the clock. */
    public void later(Duration time) {
        clock.advance(time);
    }

    /** Prices, plans and wallets. */
    public Till till() {
        return till;
    }

    /** Who takes the money. */
    public InMemoryPaymentProvider payments() {
        return payments;
    }

    /** Nobody set a secret that the payment provider signs with. */
    public void forgetWebhookSecret() {
        notices.set(new InMemorySignedNotices(Optional.empty(), clock));
    }

    /** The team whose key requests carry. */
    public TeamId team() {
        return team;
    }

    /** Another team. */
    public TeamId otherTeam() {
        return otherTeam;
    }

    /** A creator of the catalogue. */
    public CreatorId inCatalogue(String handle, Facts.Stated<?>... facts) {
        EnterCreator.Command command = new EnterCreator.Command(OPERATOR, new Handle(Platform.INSTAGRAM, handle), List.of(facts));
        return switch (creators.enterCreator().handle(command)) {
            case EnterCreator.Outcome.Entered(Creator made) -> made.id();
            case EnterCreator.Outcome.AlreadyThere(Creator there) -> there.id();
        };
    }

    /** What an operator presents. */
    public String operatorKey() {
        return OPERATORS_KEY;
    }

    /** Deletes the teams that are due. */
    public void closeTeams() {
        teams.closeTeams().handle(new CloseTeams.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)));
    }

    private TeamId team(String name) {
        return switch (teams.createTeam().handle(new CreateTeam.Command(OPERATOR, name, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created(var made) -> made.id();
            case CreateTeam.Outcome.TooMany() -> throw new IllegalStateException("an operator owns no team");
        };
    }

    private String key(TeamId owner, Role role, Set<Scope> scopes) {
        Actor actor = new Actor.System("test", owner);
        return switch (apiKeys.createApiKey().handle(new CreateApiKey.Command(actor, "test", role, scopes, Optional.empty()))) {
            case CreateApiKey.Outcome.Created(var key, String text) -> text;
            case CreateApiKey.Outcome.UnknownTeam() -> throw new IllegalStateException("no such team");
        };
    }

    /** The server. */
    public TestServer server() {
        return server;
    }

    /** Second factors and other providers. */
    public WaysIn ways() {
        return ways;
    }

    /** All routes but the documents. */
    public List<Route> routes() {
        return routes;
    }

    /** A key of another team. */
    public String otherKey() {
        return otherKey;
    }

    /** A key of the team that may do little. */
    public String narrowKey(Scope scope) {
        return key(team, Role.MEMBER, EnumSet.of(scope));
    }

    /** Lets the database be as it likes. */
    public void databaseIs(Health.Status status) {
        database.set(status);
    }

    /** Does the next job. */
    public void work() {
        operations.runNextJob().handle(new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), () -> false));
    }

    @Override
    public void close() {
        server.close();
    }
}
