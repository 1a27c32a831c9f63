package io.tastemaker.bootstrap;

import io.tastemaker.adapters.integrations.creators.DiskUploads;
import io.tastemaker.adapters.integrations.creators.TextListFiles;
import io.tastemaker.adapters.integrations.identity.AesSecretBox;
import io.tastemaker.adapters.integrations.operations.MailFolder;
import io.tastemaker.adapters.integrations.operations.SmtpTransport;
import io.tastemaker.adapters.persistence.campaigns.JooqBudgets;
import io.tastemaker.adapters.persistence.campaigns.JooqCampaigns;
import io.tastemaker.adapters.persistence.campaigns.JooqMatches;
import io.tastemaker.adapters.persistence.campaigns.JooqShortlists;
import io.tastemaker.adapters.persistence.creators.JooqCreatorImports;
import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.creators.JooqFavorites;
import io.tastemaker.adapters.persistence.matching.CaffeineRankings;
import io.tastemaker.adapters.persistence.matching.CreatorNews;
import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.adapters.persistence.matching.JooqSearchHistory;
import io.tastemaker.adapters.persistence.matching.JooqSearches;
import io.tastemaker.adapters.persistence.matching.JooqStoredRankings;
import io.tastemaker.adapters.persistence.operations.JooqAuditLog;
import io.tastemaker.adapters.persistence.operations.JooqIdempotentCalls;
import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.operations.JooqOutbox;
import io.tastemaker.adapters.persistence.operations.JooqSecretSamples;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.DatabaseHealth;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.SecureTokens;
import io.tastemaker.adapters.persistence.shared.TimeOrderedIds;
import io.tastemaker.adapters.persistence.wallets.JooqAllWallets;
import io.tastemaker.adapters.persistence.wallets.JooqLedgers;
import io.tastemaker.adapters.persistence.wallets.JooqTariffs;
import io.tastemaker.adapters.persistence.wallets.JooqWallets;
import io.tastemaker.adapters.persistence.wallets.PlanSeats;
import io.tastemaker.adapters.persistence.webhooks.JooqEvents;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.Passwords;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.Ranker;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.MailUseCases;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.SecretUseCases;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.MailTransport;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.SecretBox;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.matching.Ranking;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The composition root: every adapter and every use case, wired by hand, and nothing else. */
public final class Application implements AutoCloseable {

    /** How many private creators stay in memory, over all teams: about 150 MB; those of teams that search least are read again when needed. */
    private static final long MOST_OWN_CREATORS = 2_000_000;

    private final Store store;
    private final Settings settings;
    private final PooledRanker pooledRanker;
    private final JooqTransactions transactions;
    private final JooqSearchHistory searchHistory;
    private final CreatorNews creatorNews;
    private final JooqCatalogues catalogues;
    private final InstantSource clock;
    private final Tokens tokens = new SecureTokens();
    private final Origin.Trail trail = new Origin.Trail();
    private final IdempotentCalls idempotentCalls;
    private final People people;
    private final CreatorUseCases creators;
    private final UnlockUseCases unlocks;
    private final CreatorImportUseCases imports;
    private final MatchingUseCases matching;
    private final CampaignUseCases campaigns;
    private final OperationsUseCases operations;
    private final KeptKeys keptKeys;
    private final SecretBox secretBox;
    private final SecretUseCases secrets;
    private final MailUseCases mail;
    private final AtomicInteger port;
    private final AuditUseCases audit;
    private final WalletUseCases wallets;
    private final Selling selling;
    private final Analysing analysing;
    private final Measuring measuring;
    private final Exporting exporting;
    private final Telling telling;
    private final Briefing briefing;
    private final JooqEvents events;
    private final Working working;
    private final Curating curating;
    private final Proposing proposing;
    private final Outreach outreach;

    /** Wires the program on an open store; nothing runs yet. */
    Application(Settings settings, Store store) {
        this(settings, store, Ranking::of);
    }

    /** The same with another clock, and with something between the program and its passwords. */
    Application(Settings settings, Store store, InstantSource clock, UnaryOperator<Passwords> between) {
        this(settings, store, Ranking::of, clock, between);
    }

    /** The same with another ranking engine behind the same use cases and routes, to compare the two. */
    Application(Settings settings, Store store, Ranker ranker) {
        this(settings, store, ranker, InstantSource.system(), UnaryOperator.identity());
    }

    private Application(Settings settings, Store store, Ranker ranker, InstantSource clock, UnaryOperator<Passwords> between) {
        this.clock = clock;
        this.settings = settings;
        this.store = store;
        this.pooledRanker = new PooledRanker(ranker);
        Ids ids = new TimeOrderedIds(clock, new SecureRandom());
        this.transactions = new JooqTransactions(store.database().app(), trail);
        JooqPlatformTransactions platform = new JooqPlatformTransactions(store.database().platform(), trail);
        AcrossTeams acrossTeams = new AcrossTeams(store.database().platform());
        Path uploadFolder = settings.dataDirectory().resolve("uploads");
        DiskUploads uploads = new DiskUploads(uploadFolder);

        this.keptKeys = new KeptKeys(settings.dataDirectory(), tokens);
        this.secretBox = new AesSecretBox(keptKeys.keys(settings.secretKeys(), "secret").map(Secret::decoded).toList());
        JooqOutbox outbox = new JooqOutbox(transactions, platform, acrossTeams, secretBox, ids, clock);
        this.events = new JooqEvents(transactions, ids, clock);
        this.port = new AtomicInteger(settings.httpPort());

        JooqJobs jobs = new JooqJobs(transactions, acrossTeams);
        JooqWallets walletRows = new JooqWallets(store.database().wallets(), transactions);
        JooqTariffs tariffs = new JooqTariffs(acrossTeams, settings.planOfNewTeams(), clock);
        this.people = new People(settings, keptKeys, store, trail, transactions, platform, acrossTeams, between,
                new PlanSeats(walletRows, tariffs, clock), jobs, uploads, secretBox, outbox, this::publicUrl, ids, tokens, clock);
        TeamUseCases teams = people.teams();
        this.wallets = new WalletUseCases(transactions, walletRows, tariffs, new JooqLedgers(transactions), new JooqAllWallets(acrossTeams),
                teams.showCreditCap(), ids, clock);

        this.searchHistory = new JooqSearchHistory(transactions);
        JooqCreators creatorRows = new JooqCreators(transactions);
        JooqCampaigns campaignRows = new JooqCampaigns(transactions);
        CaffeineRankings rankings = new CaffeineRankings(clock);
        this.creatorNews = new CreatorNews(store.database());
        transactions.afterEachDeed(creatorNews::mark);
        this.catalogues = new JooqCatalogues(transactions, creatorNews::heard, store.catalogueFile(), MOST_OWN_CREATORS);

        this.idempotentCalls = new JooqIdempotentCalls(transactions, acrossTeams, secretBox);
        this.secrets = new SecretUseCases(platform, new JooqSecretSamples(platform), secretBox);
        this.creators = new CreatorUseCases(transactions, creatorRows, new JooqFavorites(transactions), ids, clock);
        this.unlocks = new UnlockUseCases(transactions, creators, wallets);
        this.imports = new CreatorImportUseCases(transactions, jobs, creatorRows, new JooqCreatorImports(transactions),
                uploads, new TextListFiles(uploadFolder), ids, clock);
        this.matching = new MatchingUseCases(pooledRanker, wallets, transactions, catalogues, rankings,
                new JooqStoredRankings(transactions), new JooqSearches(transactions), searchHistory, ids, clock);
        this.campaigns = new CampaignUseCases(transactions, campaignRows, new JooqMatches(transactions),
                new JooqShortlists(transactions), new JooqBudgets(transactions), creators, matching, wallets, events, ids, clock);
        this.telling = new Telling(settings.webhooks(), transactions, acrossTeams, secretBox, outbox, this::publicUrl, teams, ids, tokens, clock);
        this.selling = new Selling(settings, transactions, platform, acrossTeams, outbox, teams, wallets, this::publicUrl, ids, clock);
        this.outreach = new Outreach(transactions, acrossTeams, outbox, events, creators, wallets, teams, this::publicUrl, ids, tokens, clock);
        this.mail = new MailUseCases(outbox, settings.smtp().<MailTransport>map(smtp -> new SmtpTransport(smtp, clock))
                .orElseGet(() -> new MailFolder(settings.mailDirectory(), clock)), List.of(outreach.useCases().letterHandler()), clock);
        try {
            this.analysing = new Analysing(settings.content(), transactions, acrossTeams, jobs, uploads, new TextListFiles(uploadFolder), creators,
                    wallets, ids, clock);
        } catch (Settings.Faulty faulty) {
            creatorNews.close();
            store.close();
            throw faulty;
        }
        this.measuring = new Measuring(transactions, acrossTeams, campaigns, creators, analysing.useCases(), secretBox, ids, tokens, clock);
        this.audit = new AuditUseCases(transactions, new JooqAuditLog(transactions));
        this.curating = new Curating(transactions, new ListUseCases.Others(creators, matching, wallets, teams, audit), ids, clock);
        this.exporting = new Exporting(uploadFolder, cursorKey(), transactions, acrossTeams, jobs, creators, matching, campaigns,
                curating.useCases(), wallets, ids, clock);
        this.briefing = new Briefing(settings.content().interpreter(), transactions, campaignRows, campaigns, matching, wallets, ids, clock);
        List<HealthProbe> probes = Stream.of(List.of(new DatabaseHealth(store.database()), jobs, catalogues), selling.probes(), analysing.probes())
                .<HealthProbe>flatMap(List::stream).toList();
        List<Meter> meters = Stream.of(List.of(rankings), selling.meters(), analysing.meters(), telling.meters())
                .<Meter>flatMap(List::stream).toList();
        List<JobHandler> handlers = Stream.of(List.of(imports.job(), people.profiles().dataExportJob(), exporting.useCases().job()),
                        analysing.useCases().jobs())
                .<JobHandler>flatMap(List::stream).toList();
        this.operations = new OperationsUseCases(transactions, jobs, idempotentCalls, handlers, probes, meters, clock, settings.jobLease());
        this.working = new Working(transactions, events, audit, teams, ids, clock);
        this.proposing = new Proposing(transactions, acrossTeams, outbox, events, campaigns, outreach.useCases(), creators, teams, this::publicUrl,
                ids, tokens, clock);
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    JooqTransactions transactions() {
        return transactions;
    }

    InstantSource clock() {
        return clock;
    }

    Origin.Trail trail() {
        return trail;
    }

    IdempotentCalls idempotentCalls() {
        return idempotentCalls;
    }

    People people() {
        return people;
    }

    SecretUseCases secrets() {
        return secrets;
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

    JooqCatalogues catalogues() {
        return catalogues;
    }

    CampaignUseCases campaigns() {
        return campaigns;
    }

    OperationsUseCases operations() {
        return operations;
    }

    MailUseCases mail() {
        return mail;
    }

    SecretBox secretBox() {
        return secretBox;
    }

    Events events() {
        return events;
    }

    /** The key that signs cursors: from the settings, else one that is made once and kept beside the data. */
    byte[] cursorKey() {
        return settings.cursorSecret().orElseGet(() -> keptKeys.key("cursor")).bytes();
    }

    /** What links in letters begin with; asked when a letter is written, since a free port is known only once it is listened on. */
    String publicUrl() {
        String scheme = settings.protection().tls().isPresent() ? "https" : "http";
        return settings.publicUrl().orElseGet(() -> scheme + "://127.0.0.1:" + port.get());
    }

    /** Tells on which port the program is reached. */
    void listensOn(int port) {
        this.port.set(port);
    }

    WalletUseCases wallets() {
        return wallets;
    }

    Selling selling() {
        return selling;
    }

    Analysing analysing() {
        return analysing;
    }

    Working working() {
        return working;
    }

    Measuring measuring() {
        return measuring;
    }

    Exporting exporting() {
        return exporting;
    }

    Telling telling() {
        return telling;
    }

    Curating curating() {
        return curating;
    }

    Proposing proposing() {
        return proposing;
    }

    Outreach outreach() {
        return outreach;
    }

    Briefing briefing() {
        return briefing;
    }

    UnlockUseCases unlocks() {
        return unlocks;
    }

    AuditUseCases audit() {
        return audit;
    }

    @Override
    public void close() {
        measuring.close();
        selling.close();
        analysing.close();
        telling.close();
        briefing.close();
        pooledRanker.close();
        searchHistory.close();
        people.close();
        creatorNews.close();
        store.close();
    }
}
