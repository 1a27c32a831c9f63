package io.tastemaker.adapters.http;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes;
import io.tastemaker.adapters.http.campaigns.MatchRoutes;
import io.tastemaker.adapters.http.campaigns.ShortlistRoutes;
import io.tastemaker.adapters.http.creators.CreatorRoutes;
import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.matching.ExplanationRoutes;
import io.tastemaker.adapters.http.matching.SavedSearchRoutes;
import io.tastemaker.adapters.http.matching.SearchRoutes;
import io.tastemaker.adapters.http.matching.VocabularyRoutes;
import io.tastemaker.adapters.http.operations.HealthRoutes;
import io.tastemaker.adapters.http.operations.JobRoutes;
import io.tastemaker.adapters.http.operations.MetricsRoutes;
import io.tastemaker.adapters.http.shared.Authenticator;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.TestServer;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.TeamId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The whole API over use cases that keep everything in memory, with two teams. */
public final class Program implements AutoCloseable {

    private static final Actor OPERATOR = new Actor.Operator("root", TeamId.CATALOGUE);

    private final HandClock clock = new HandClock();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teamStore = new InMemoryTeams(transactions);
    private final InMemoryApiKeys keyStore = new InMemoryApiKeys(transactions);
    private final TeamUseCases teams = new TeamUseCases(transactions, teamStore, ids, clock);
    private final ApiKeyUseCases apiKeys = new ApiKeyUseCases(transactions, new InMemoryOwnTeam(transactions, teamStore), keyStore,
            keyStore.presented(), ids, new InMemoryTokens(), clock);
    private final AtomicReference<Health.Status> database = new AtomicReference<>(Health.Status.UP);
    private final OperationsUseCases operations;
    private final List<Route> routes;
    private final TestServer server;
    private final TeamId team = team("Lima Studio");
    private final String otherKey = key(team("Oslo Agency"), Role.MANAGER, EnumSet.allOf(Scope.class));

    /** Starts it. */
    public Program() {
        InMemoryJobs jobs = new InMemoryJobs(transactions);
        InMemoryCreators creatorStore = new InMemoryCreators(transactions);
        InMemoryUploads uploads = new InMemoryUploads();
        InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
        CreatorUseCases creators = new CreatorUseCases(transactions, creatorStore, new InMemoryFavorites(transactions), ids, clock);
        CreatorImportUseCases imports = new CreatorImportUseCases(
                transactions, jobs, creatorStore, new InMemoryCreatorImports(transactions), uploads, new InMemoryListFiles(uploads), ids,
                        clock);
        MatchingUseCases matching = new MatchingUseCases(
                creators, transactions, new InMemoryCatalogues(creatorStore), new InMemoryRankings(clock),
                new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
        CampaignUseCases campaigns = new CampaignUseCases(
                transactions, campaignStore, new InMemoryMatches(transactions, campaignStore),
                new InMemoryShortlists(transactions, campaignStore), creators, matching, ids, clock);
        HealthProbe probe = () -> new Health.Component("database", 30, database.get(), "3 connections");
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(imports.job()), List.of(probe), List.of(), clock);
        routes = Stream.of(
                        new CreatorRoutes(creators).routes(), new ImportRoutes(imports).routes(), new CampaignRoutes(campaigns).routes(),
                        new ShortlistRoutes(campaigns).routes(), new MatchRoutes(campaigns, clock).routes(),
                        new SearchRoutes(matching, campaigns, clock).routes(), new ExplanationRoutes(matching).routes(),
                        new SavedSearchRoutes(matching).routes(), new VocabularyRoutes().routes(), new JobRoutes(operations).routes(),
                        new HealthRoutes(operations, "1.0.0-test", "007", clock).routes(), new MetricsRoutes(operations).routes())
                .flatMap(List::stream)
                .toList();
        String ownKey = key(team, Role.MANAGER, EnumSet.allOf(Scope.class));
        server = new TestServer(
                routes, Authenticator.of(apiKeys.authenticateApiKey()), ownKey, new InMemoryIdempotentCalls(transactions), clock,
                new Origin.Trail());
    }

    private TeamId team(String name) {
        return switch (teams.createTeam().handle(new CreateTeam.Command(OPERATOR, name))) {
            case CreateTeam.Outcome.Created(var made) -> made.id();
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
