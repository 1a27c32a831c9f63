package io.tastemaker.adapters.http;

import io.tastemaker.adapters.http.billing.BillingAdminRoutes;
import io.tastemaker.adapters.http.billing.CheckoutRoutes;
import io.tastemaker.adapters.http.billing.CouponAdminRoutes;
import io.tastemaker.adapters.http.billing.PackAdminRoutes;
import io.tastemaker.adapters.http.billing.PaymentRoutes;
import io.tastemaker.adapters.http.billing.SubscriptionRoutes;
import io.tastemaker.adapters.http.billing.WebhookRoutes;
import io.tastemaker.adapters.http.briefing.ChatRoutes;
import io.tastemaker.adapters.http.campaigns.BudgetRoutes;
import io.tastemaker.adapters.http.campaigns.CampaignRoutes;
import io.tastemaker.adapters.http.campaigns.CollaboratorRoutes;
import io.tastemaker.adapters.http.campaigns.CommentRoutes;
import io.tastemaker.adapters.http.campaigns.DeliverableRoutes;
import io.tastemaker.adapters.http.campaigns.MatchRoutes;
import io.tastemaker.adapters.http.campaigns.MilestoneRoutes;
import io.tastemaker.adapters.http.campaigns.ShortlistRoutes;
import io.tastemaker.adapters.http.campaigns.StepRoutes;
import io.tastemaker.adapters.http.content.AnalysisRoutes;
import io.tastemaker.adapters.http.content.ContentProfileRoutes;
import io.tastemaker.adapters.http.content.ContentRoutes;
import io.tastemaker.adapters.http.content.PostRoutes;
import io.tastemaker.adapters.http.creators.CreatorRoutes;
import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.creators.UnlockRoutes;
import io.tastemaker.adapters.http.exports.ExportRoutes;
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
import io.tastemaker.adapters.http.lists.ListItemRoutes;
import io.tastemaker.adapters.http.lists.ListRoutes;
import io.tastemaker.adapters.http.lists.ListSharingRoutes;
import io.tastemaker.adapters.http.lists.ListTemplateRoutes;
import io.tastemaker.adapters.http.matching.ExplanationRoutes;
import io.tastemaker.adapters.http.matching.SavedSearchRoutes;
import io.tastemaker.adapters.http.matching.SearchRoutes;
import io.tastemaker.adapters.http.matching.VocabularyRoutes;
import io.tastemaker.adapters.http.measurement.AnalyticsRoutes;
import io.tastemaker.adapters.http.measurement.CampaignPostRoutes;
import io.tastemaker.adapters.http.measurement.ConversionRoutes;
import io.tastemaker.adapters.http.measurement.LinkRoutes;
import io.tastemaker.adapters.http.measurement.MetricRoutes;
import io.tastemaker.adapters.http.measurement.PromoCodeRoutes;
import io.tastemaker.adapters.http.operations.AuditRoutes;
import io.tastemaker.adapters.http.operations.HealthRoutes;
import io.tastemaker.adapters.http.operations.JobRoutes;
import io.tastemaker.adapters.http.operations.MetricsRoutes;
import io.tastemaker.adapters.http.outreach.InvitationResponseRoutes;
import io.tastemaker.adapters.http.outreach.InvitingRoutes;
import io.tastemaker.adapters.http.outreach.MessageTemplateRoutes;
import io.tastemaker.adapters.http.proposals.ProposalAdminRoutes;
import io.tastemaker.adapters.http.proposals.ProposalPartyRoutes;
import io.tastemaker.adapters.http.proposals.ProposalResponseRoutes;
import io.tastemaker.adapters.http.proposals.ProposalRoutes;
import io.tastemaker.adapters.http.proposals.ProposalTemplateRoutes;
import io.tastemaker.adapters.http.proposals.ProposalWorkRoutes;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.TestServer;
import io.tastemaker.adapters.http.wallets.PricingAdminRoutes;
import io.tastemaker.adapters.http.wallets.PricingRoutes;
import io.tastemaker.adapters.http.wallets.TransactionRoutes;
import io.tastemaker.adapters.http.wallets.WalletAdminRoutes;
import io.tastemaker.adapters.http.wallets.WalletRoutes;
import io.tastemaker.adapters.http.webhooks.DeliveryRoutes;
import io.tastemaker.adapters.http.webhooks.EndpointRoutes;
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
import io.tastemaker.application.briefing.BriefingUseCases;
import io.tastemaker.application.briefing.out.InMemoryConversations;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ShortlistUseCases;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryCollaborators;
import io.tastemaker.application.campaigns.out.InMemoryComments;
import io.tastemaker.application.campaigns.out.InMemoryDeliverables;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryMilestones;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.campaigns.out.InMemoryWorkRulebooks;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.LearnContent;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.exports.ExportUseCases;
import io.tastemaker.application.exports.out.InMemoryExportFiles;
import io.tastemaker.application.exports.out.InMemoryExports;
import io.tastemaker.application.exports.out.InMemoryFileLinks;
import io.tastemaker.application.identity.CloseTeams;
import io.tastemaker.application.identity.People;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.WaysIn;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.out.InMemoryListCollaborators;
import io.tastemaker.application.lists.out.InMemoryListItems;
import io.tastemaker.application.lists.out.InMemoryListTemplates;
import io.tastemaker.application.lists.out.InMemoryTeamLists;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.measurement.MeasurementInMemory;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.JobNewsUseCases;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobNews;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.outreach.out.InMemoryInvitationMessages;
import io.tastemaker.application.outreach.out.InMemoryInvitations;
import io.tastemaker.application.outreach.out.InMemoryMessageTemplates;
import io.tastemaker.application.outreach.out.InMemoryResponseLinks;
import io.tastemaker.application.outreach.out.InMemorySuppressions;
import io.tastemaker.application.proposals.PartnershipUseCases;
import io.tastemaker.application.proposals.ProposalUseCases;
import io.tastemaker.application.proposals.out.InMemoryProposalAccesses;
import io.tastemaker.application.proposals.out.InMemoryProposalParts;
import io.tastemaker.application.proposals.out.InMemoryProposalTemplates;
import io.tastemaker.application.proposals.out.InMemoryProposals;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.WalletNewsUseCases;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.application.wallets.out.InMemoryTariffs;
import io.tastemaker.application.wallets.out.InMemoryWalletNews;
import io.tastemaker.application.wallets.out.InMemoryWallets;
import io.tastemaker.application.webhooks.DeliverEvent;
import io.tastemaker.application.webhooks.TakeDueEvents;
import io.tastemaker.application.webhooks.TellNews;
import io.tastemaker.application.webhooks.WebhookUseCases;
import io.tastemaker.application.webhooks.out.InMemoryCourier;
import io.tastemaker.application.webhooks.out.InMemoryWebhooks;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.creators.ContentFacts;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The whole API over use cases that keep everything in memory, with two teams. */
public final class Program implements AutoCloseable {

    /** What the payment provider signs with. */
    public static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    private final HandClock clock = new HandClock();
    private final InMemoryIds ids = new InMemoryIds();
    private final Origin.Trail trail = new Origin.Trail();
    private final InMemoryTransactions transactions = new InMemoryTransactions(trail);
    private final AuditUseCases audit = new AuditUseCases(transactions, new InMemoryAuditLog(transactions));
    private final TeamsInMemory members = new TeamsInMemory(transactions, ids, clock);
    private final InMemoryTeams teamStore = members.store();
    private final People visitors = members.people();
    private final WaysIn ways = new WaysIn(visitors);
    private final InMemoryOutbox outbox = visitors.outbox();
    private final TeamUseCases teams = members.teams();
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
    private final ContentInMemory content;
    private final MeasurementInMemory measurement;
    private final InMemoryCourier courier = new InMemoryCourier();
    private final WebhookUseCases webhooks;
    private final InMemoryCampaigns campaignStore = new InMemoryCampaigns(transactions);
    private final OutreachUseCases outreach;
    private final CreatorUseCases creators =
            new CreatorUseCases(transactions, creatorStore, new InMemoryFavorites(transactions), ids, clock);
    private final TeamId team = members.team("Lima Studio");
    private final TeamId otherTeam = members.team("Oslo Agency");
    private final String otherKey = members.key(otherTeam, Role.MANAGER, EnumSet.allOf(Scope.class));

    /** Starts it, with a model that reads texts and a source of profiles. */
    public Program() {
        this(true);
    }

    /** Starts it as it is when nobody set up a model or a source. */
    static Program withoutModels() {
        return new Program(false);
    }

    private Program(boolean withModels) {
        InMemoryJobs jobs = visitors.jobs();
        WalletUseCases wallets = till.useCases();
        InMemoryUploads uploads = new InMemoryUploads();
        InMemoryShortlists shortlistStore = new InMemoryShortlists(transactions, campaignStore);
        InMemoryBudgets budgetStore = new InMemoryBudgets(transactions, campaignStore);
        CreatorImportUseCases imports = new CreatorImportUseCases(
                transactions, jobs, creatorStore, new InMemoryCreatorImports(transactions), uploads, new InMemoryListFiles(uploads), ids,
                        clock);
        MatchingUseCases matching = new MatchingUseCases(
                wallets, transactions, new InMemoryCatalogues(creatorStore, () -> content().posts().everything()), new InMemoryRankings(clock),
                new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
        CampaignUseCases campaigns = new CampaignUseCases(
                transactions, campaignStore, new InMemoryMatches(transactions, campaignStore),
                shortlistStore, budgetStore, creators, matching, wallets, new InMemoryEvents(transactions), ids, clock);
        BriefingUseCases briefing = new BriefingUseCases(transactions, new InMemoryConversations(transactions, campaignStore), campaignStore, Optional.empty(),
                campaigns, matching, wallets, ids, clock);
        InMemoryTeamLists listStore = new InMemoryTeamLists(transactions);
        InMemoryListItems listItems = new InMemoryListItems(transactions, listStore);
        ListUseCases lists = new ListUseCases(transactions,
                new ListUseCases.Stores(listStore, listItems, new InMemoryListCollaborators(listStore),
                        new InMemoryListTemplates(transactions)),
                new ListUseCases.Others(creators, matching, wallets, teams, audit), ids, clock);
        InMemoryProposals proposalStore = new InMemoryProposals(transactions);
        ProposalUseCases.Stores proposalStores = new ProposalUseCases.Stores(
                proposalStore, new InMemoryProposalTemplates(transactions), new InMemoryProposalAccesses(transactions));
        ProposalUseCases proposals = new ProposalUseCases(transactions, proposalStores, campaigns, teams, ids, clock);
        WorkUseCases work = workOn(campaignStore, shortlistStore, budgetStore);
        content = new ContentInMemory(withModels, transactions, jobs, uploads, creators, wallets, ids, clock);
        measurement = new MeasurementInMemory(transactions, campaignStore, campaigns, creators, content.useCases(), ids, clock);
        ExportUseCases exports = new ExportUseCases(transactions, jobs,
                new ExportUseCases.Stores(new InMemoryExports(transactions), new InMemoryExportFiles(), new InMemoryFileLinks(), Export.KEPT),
                new ExportUseCases.Sources(creatorStore, content.posts(), campaignStore, shortlistStore, listStore, listItems,
                        new InMemoryLedgers(transactions, till.wallets())),
                creators, matching, campaigns, lists, wallets, ids, clock);
        outreach = outreach(campaignStore, shortlistStore, wallets);
        PartnershipUseCases partnership = new PartnershipUseCases(transactions, proposalStores, InMemoryProposalParts.stores(transactions, proposalStore),
                outbox, new InMemoryEvents(transactions), outreach, creators, teams, () -> "https://example.com", ids, new InMemoryTokens(), clock);
        HealthProbe probe = () -> new Health.Component("database", 30, database.get(), "3 connections");
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions),
                Stream.concat(Stream.of(imports.job(), visitors.profiles().dataExportJob(), exports.job()), content.useCases().jobs().stream()).toList(),
                List.of(probe), List.of(), clock);
        BillingUseCases billing = billing(wallets);
        webhooks = webhooks(jobs);
        routes = Stream.of(
                        new CheckoutRoutes(billing).routes(), new SubscriptionRoutes(billing).routes(), new PaymentRoutes(billing).routes(),
                        new WebhookRoutes(billing).routes(), new BillingAdminRoutes(billing, clock).routes(),
                        new CouponAdminRoutes(billing, clock).routes(), new PackAdminRoutes(billing).routes(),
                        new CreatorRoutes(creators, wallets).routes(), new UnlockRoutes(new UnlockUseCases(transactions, creators, wallets), wallets).routes(),
                        new WalletRoutes(wallets).routes(), new TransactionRoutes(wallets).routes(), new PricingRoutes(wallets).routes(),
                        new WalletAdminRoutes(wallets, clock).routes(), new PricingAdminRoutes(wallets).routes(), new ImportRoutes(imports).routes(), new CampaignRoutes(campaigns).routes(),
                        new ChatRoutes(briefing, wallets).routes(),
                        new CampaignPostRoutes(measurement.useCases()).routes(), new MetricRoutes(measurement.useCases()).routes(),
                        new PromoCodeRoutes(measurement.useCases()).routes(),
                        new LinkRoutes(measurement.useCases(), () -> "https://example.com").routes(),
                        new ConversionRoutes(measurement.useCases()).routes(), new AnalyticsRoutes(measurement.useCases()).routes(),
                        new ShortlistRoutes(campaigns).routes(), new DeliverableRoutes(work, clock).routes(),
                        new MilestoneRoutes(work, clock).routes(), new BudgetRoutes(work).routes(), new CollaboratorRoutes(work).routes(),
                        new CommentRoutes(work).routes(), new StepRoutes(campaigns).routes(), new MatchRoutes(campaigns, wallets, clock).routes(),
                        new SearchRoutes(matching, campaigns, wallets, clock).routes(), new ExplanationRoutes(matching, wallets).routes(),
                        new EndpointRoutes(webhooks).routes(), new DeliveryRoutes(webhooks).routes(),
                        new SavedSearchRoutes(matching).routes(), new VocabularyRoutes().routes(), new JobRoutes(operations).routes(),
                        new ExportRoutes(exports, campaigns, wallets, clock).routes(),
                        new TeamRoutes(teams).routes(), new MemberRoutes(teams).routes(), new InvitationRoutes(members.invitations(), clock).routes(),
                        new ApiKeyRoutes(members.apiKeys(), clock).routes(), new AccountRoutes(visitors.accounts()).routes(),
                        new SessionRoutes(visitors.sessions()).routes(), new FactorRoutes(ways.factors()).routes(),
                        new OauthRoutes(ways.oauth()).routes(),
                        new AuditRoutes(audit).routes(),
                        new CredentialRoutes(visitors.credentials()).routes(), new ProfileRoutes(visitors.profiles()).routes(),
                        new UserAdminRoutes(visitors.profiles()).routes(), new PersonalDataRoutes(visitors.profiles()).routes(),
                        new ListRoutes(lists).routes(), new ListItemRoutes(lists, creators, wallets).routes(),
                        new ListSharingRoutes(lists).routes(), new ListTemplateRoutes(lists).routes(),
                        new ProposalRoutes(proposals).routes(), new ProposalTemplateRoutes(proposals).routes(),
                        new ProposalAdminRoutes(proposals).routes(), new ProposalPartyRoutes(partnership, clock).routes(),
                        new ProposalWorkRoutes(partnership).routes(), new ProposalResponseRoutes(partnership).routes(),
                        new PostRoutes(content.useCases(), creators, wallets).routes(),
                        new ContentRoutes(content.useCases(), creators, wallets).routes(),
                        new ContentProfileRoutes(content.useCases(), creators, wallets, clock).routes(),
                        new AnalysisRoutes(content.useCases()).routes(),
                        new InvitingRoutes(outreach).routes(), new InvitationResponseRoutes(outreach).routes(),
                        new MessageTemplateRoutes(outreach).routes(),
                        new HealthRoutes(operations, "1.0.0-test", "007", clock).routes(), new MetricsRoutes(operations).routes())
                .flatMap(List::stream)
                .toList();
        String ownKey = members.key(team, Role.MANAGER, EnumSet.allOf(Scope.class));
        server = new TestServer(
                routes, members.authenticator(), ownKey, new InMemoryIdempotentCalls(transactions), clock, trail);
    }

    private WorkUseCases workOn(InMemoryCampaigns campaigns, InMemoryShortlists shortlists, InMemoryBudgets budgets) {
        InMemoryDeliverables deliverables = new InMemoryDeliverables(transactions, campaigns, shortlists);
        WorkUseCases.Rows rows = new WorkUseCases.Rows(campaigns, shortlists, deliverables, new InMemoryMilestones(transactions, campaigns),
                budgets, new InMemoryCollaborators(transactions, campaigns),
                new InMemoryComments(transactions, campaigns, deliverables), new InMemoryWorkRulebooks(transactions, campaigns));
        return new WorkUseCases(transactions, rows, new InMemoryEvents(transactions), audit.listDeeds(), teams.nameMembers(), ids, clock);
    }

    private OutreachUseCases outreach(InMemoryCampaigns campaigns, InMemoryShortlists shortlists, WalletUseCases wallets) {
        OutreachUseCases.Rows rows = new OutreachUseCases.Rows(new InMemoryInvitations(transactions), new InMemoryResponseLinks(transactions),
                new InMemoryInvitationMessages(transactions), new InMemoryMessageTemplates(transactions), new InMemorySuppressions(transactions));
        return new OutreachUseCases(rows, transactions, outbox, new InMemoryEvents(transactions), new ShortlistUseCases(campaigns, shortlists),
                creators, wallets, teams, () -> "https://example.com", ids, new InMemoryTokens(), clock);
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

    private WebhookUseCases webhooks(InMemoryJobs jobs) {
        InMemoryWebhooks rows = new InMemoryWebhooks(transactions, ids, clock);
        return new WebhookUseCases(transactions, new WebhookUseCases.Rows(rows, rows, rows), courier, new InMemorySecretBox(), outbox,
                () -> "https://example.com", teams.listMembers(), new JobNewsUseCases(new InMemoryJobNews(transactions, jobs)),
                new WalletNewsUseCases(new InMemoryWalletNews(transactions, till.wallets())), ids, new InMemoryTokens(), clock);
    }

    /** Tells what is new of jobs and wallets, and brings all events that are due to their endpoints. */
    public void deliverEvents() {
        Actor.System program = new Actor.System("webhooks", TeamId.CATALOGUE);
        webhooks.tellNews().handle(new TellNews.Command(program));
        switch (webhooks.takeDueEvents().handle(new TakeDueEvents.Command(program, 100))) {
            case TakeDueEvents.Outcome.Taken taken ->
                taken.claims().forEach(claim -> webhooks.deliverEvent().handle(new DeliverEvent.Command(program, claim)));
        }
    }

    /** Who brings events, and what was brought. */
    public InMemoryCourier courier() {
        return courier;
    }

    /** Who signs up, in and out, and their mail. */
    public People people() {
        return visitors;
    }

    /** What campaigns did. */
    public MeasurementInMemory measurement() {
        return measurement;
    }

    /** The clock of all use cases. */
    public HandClock clock() {
        return clock;
    }

    /** A person with an account and a personal team. */
    public Person person(String name) {
        return members.person(name);
    }

    /** Makes a person a member of a team, and gives what the person presents to work for it. */
    public String join(Person person, TeamId of, Role role) {
        return members.join(person, of, role);
    }

    /** What a person presents to work for a team. */
    public String key(User user, TeamId of) {
        return members.key(user, of);
    }

    /** A person with an account who joined the team whose key requests carry, to work for it. */
    public Person colleague(String name, Role role) {
        Person person = members.person(name);
        return new Person(person.user(), team, members.join(person, team, role));
    }

    /** A key of the team that may do whatever a key may. */
    public String managersKey() {
        return members.key(team, Role.MANAGER, EnumSet.allOf(Scope.class));
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
        members.seats().limit(of, most);
    }

    /** Moves the clock. */
    public void later(Duration time) {
        clock.advance(time);
    }

    /** Who reads texts, and where profiles are fetched. */
    ContentInMemory content() {
        return content;
    }

    /** Puts a campaign of the team where it stands, whatever lies between. */
    public void campaignIs(String id, Campaign.Status status) {
        transactions.run(new Actor.System("test", team), "test", () -> {
            Campaign now = campaignStore.find(CampaignId.of(id)).orElseThrow();
            campaignStore.replace(new Campaign(now.id(), now.team(), now.version() + 1, now.name(), now.kind(), status, now.brief(), now.createdBy(),
                    now.createdAt(), now.updatedAt(), Optional.of(now.createdAt()).filter(launched -> status != Campaign.Status.DRAFT)));
        });
    }

    /** What can be done to win creators. */
    public OutreachUseCases outreach() {
        return outreach;
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
        EnterCreator.Command command = new EnterCreator.Command(TeamsInMemory.OPERATOR, new Handle(Platform.INSTAGRAM, handle), List.of(facts));
        return switch (creators.enterCreator().handle(command)) {
            case EnterCreator.Outcome.Entered(Creator made) -> made.id();
            case EnterCreator.Outcome.AlreadyThere(Creator there) -> there.id();
        };
    }

    /** Takes over what was read out of the posts of an owner's creator. */
    public void learnContent(TeamId owner, CreatorId creator, ContentFacts content) {
        creators.learnContent().handle(
                new LearnContent.Command(new Actor.System("content", owner), creator, content, clock.instant(), "content:rules"));
    }

    /** What an operator presents. */
    public String operatorKey() {
        return TeamsInMemory.OPERATORS_KEY;
    }

    /** Deletes the teams that are due. */
    public void closeTeams() {
        teams.closeTeams().handle(new CloseTeams.Command(new Actor.System("housekeeping", TeamId.CATALOGUE)));
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
        return members.key(team, Role.MEMBER, EnumSet.of(scope));
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
