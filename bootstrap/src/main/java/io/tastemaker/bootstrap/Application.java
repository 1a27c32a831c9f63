package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.creators.CsvListFiles;
import io.tastemaker.adapters.integrations.creators.DiskUploads;
import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.campaigns.JooqMatches;
import io.tastemaker.adapters.persistence.campaigns.JooqShortlists;
import io.tastemaker.adapters.persistence.creators.JooqCreatorImports;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.creators.JooqFavorites;
import io.tastemaker.adapters.persistence.identity.JooqApiKeys;
import io.tastemaker.adapters.persistence.identity.JooqOwnTeam;
import io.tastemaker.adapters.persistence.identity.JooqPresentedKeys;
import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.matching.CaffeineRankings;
import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.adapters.persistence.matching.JooqSearchHistory;
import io.tastemaker.adapters.persistence.matching.JooqSearches;
import io.tastemaker.adapters.persistence.matching.JooqStoredRankings;
import io.tastemaker.adapters.persistence.operations.JooqIdempotentCalls;
import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.DatabaseHealth;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.SecureTokens;
import io.tastemaker.adapters.persistence.shared.TimeOrderedIds;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.Ranker;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.matching.Ranking;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The composition root: every adapter and every use case, wired by hand, and nothing else. */
public final class Application implements AutoCloseable {

    /** How many private creators stay in memory, over all teams: about 150 MB; those of teams that search least are read again when needed. */
    private static final long MOST_OWN_CREATORS = 2_000_000;

    private final Store store;
    private final Settings settings;
    private final PooledRanker pooledRanker;
    private final JooqSearchHistory searchHistory;
    private final InstantSource clock = InstantSource.system();
    private final Tokens tokens = new SecureTokens();
    private final Origin.Trail trail = new Origin.Trail();
    private final IdempotentCalls idempotentCalls;
    private final JooqPresentedKeys presentedKeys;
    private final TeamUseCases teams;
    private final ApiKeyUseCases apiKeys;
    private final CreatorUseCases creators;
    private final CreatorImportUseCases imports;
    private final MatchingUseCases matching;
    private final CampaignUseCases campaigns;
    private final OperationsUseCases operations;

    /** Wires the program on an open store; nothing runs yet. */
    Application(Settings settings, Store store) {
        this(settings, store, Ranking::of);
    }

    /** The same with another ranking engine behind the same use cases and routes, to compare the two. */
    Application(Settings settings, Store store, Ranker ranker) {
        this.settings = settings;
        this.store = store;
        this.pooledRanker = new PooledRanker(ranker);
        Ids ids = new TimeOrderedIds(clock, new SecureRandom());
        JooqTransactions transactions = new JooqTransactions(store.database().app(), trail);
        JooqPlatformTransactions platform = new JooqPlatformTransactions(store.database().platform(), trail);
        AcrossTeams acrossTeams = new AcrossTeams(store.database().platform());
        Path uploads = settings.dataDirectory().resolve("uploads");

        this.searchHistory = new JooqSearchHistory(transactions);
        JooqCreators creatorRows = new JooqCreators(transactions);
        JooqJobs jobs = new JooqJobs(transactions, acrossTeams);
        JooqCampaigns campaignRows = new JooqCampaigns(transactions);
        CaffeineRankings rankings = new CaffeineRankings(clock);
        JooqCatalogues catalogues = new JooqCatalogues(transactions, MOST_OWN_CREATORS);

        this.idempotentCalls = new JooqIdempotentCalls(transactions, acrossTeams);
        this.presentedKeys = new JooqPresentedKeys(acrossTeams, transactions);
        this.teams = new TeamUseCases(platform, new JooqTeams(platform), ids, clock);
        this.apiKeys = new ApiKeyUseCases(
                transactions, new JooqOwnTeam(transactions), new JooqApiKeys(transactions), presentedKeys, ids, tokens, clock);
        this.creators = new CreatorUseCases(transactions, creatorRows, new JooqFavorites(transactions), ids, clock);
        this.imports = new CreatorImportUseCases(transactions, jobs, creatorRows, new JooqCreatorImports(transactions),
                new DiskUploads(uploads), new CsvListFiles(uploads), ids, clock);
        this.matching = new MatchingUseCases(pooledRanker, creators, transactions, catalogues, rankings,
                new JooqStoredRankings(transactions), new JooqSearches(transactions), searchHistory, ids, clock);
        this.campaigns = new CampaignUseCases(transactions, campaignRows, new JooqMatches(transactions),
                new JooqShortlists(transactions), creators, matching, ids, clock);
        this.operations = new OperationsUseCases(transactions, jobs, idempotentCalls, List.of(imports.job()),
                List.of(new DatabaseHealth(store.database()), jobs), List.of(rankings), clock, settings.jobLease());
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    InstantSource clock() {
        return clock;
    }

    Origin.Trail trail() {
        return trail;
    }

    Tokens tokens() {
        return tokens;
    }

    IdempotentCalls idempotentCalls() {
        return idempotentCalls;
    }

    TeamUseCases teams() {
        return teams;
    }

    ApiKeyUseCases apiKeys() {
        return apiKeys;
    }

    CreatorUseCases creators() {
        return creators;
    }

    CreatorImportUseCases imports() {
        return imports;
    }

    MatchingUseCases matching() {
        return matching;
    }

    CampaignUseCases campaigns() {
        return campaigns;
    }

    OperationsUseCases operations() {
        return operations;
    }

    @Override
    public void close() {
        pooledRanker.close();
        searchHistory.close();
        presentedKeys.close();
        store.close();
    }
}
