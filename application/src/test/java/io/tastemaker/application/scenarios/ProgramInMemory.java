package io.tastemaker.application.scenarios;

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
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.out.InMemoryContentAnalyses;
import io.tastemaker.application.content.out.InMemoryContentProfiles;
import io.tastemaker.application.content.out.InMemoryCreatorSource;
import io.tastemaker.application.content.out.InMemoryKnownReadings;
import io.tastemaker.application.content.out.InMemoryLanguageDetector;
import io.tastemaker.application.content.out.InMemoryPostImports;
import io.tastemaker.application.content.out.InMemoryPosts;
import io.tastemaker.application.content.out.InMemorySourceStates;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.exports.ExportUseCases;
import io.tastemaker.application.exports.out.InMemoryExportFiles;
import io.tastemaker.application.exports.out.InMemoryExports;
import io.tastemaker.application.exports.out.InMemoryFileLinks;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.InMemoryApiKeys;
import io.tastemaker.application.identity.out.InMemoryClosedTeams;
import io.tastemaker.application.identity.out.InMemoryMemberships;
import io.tastemaker.application.identity.out.InMemoryOwnTeam;
import io.tastemaker.application.identity.out.InMemoryPasswords;
import io.tastemaker.application.identity.out.InMemoryTeamInvitations;
import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.InMemoryUsers;
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
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.outreach.out.InMemoryInvitationMessages;
import io.tastemaker.application.outreach.out.InMemoryInvitations;
import io.tastemaker.application.outreach.out.InMemoryMessageTemplates;
import io.tastemaker.application.outreach.out.InMemoryResponseLinks;
import io.tastemaker.application.outreach.out.InMemorySuppressions;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The program as far as a campaign meets it, wired over stores in memory: what an embedder builds. The team of {@link Actors#ANA} is on the
 * standard plan.
 */
final class ProgramInMemory {

    private static final String ADDRESS = "https://app.example.com";

    final HandClock clock = new HandClock();
    final InMemoryIds ids = new InMemoryIds();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryOutbox outbox = new InMemoryOutbox(transactions);
    final InMemoryEvents events = new InMemoryEvents(transactions);
    final CreatorUseCases creators;
    final CreatorImportUseCases imports;
    final MatchingUseCases matching;
    final CampaignUseCases campaigns;
    final BriefingUseCases briefing;
    final UnlockUseCases unlocks;
    final OutreachUseCases outreach;
    final WorkUseCases work;
    final MeasurementUseCases measurement;
    final ExportUseCases exports;
    private final OperationsUseCases operations;

    ProgramInMemory() {
        InMemoryJobs jobs = new InMemoryJobs(transactions);
        InMemoryUploads uploads = new InMemoryUploads();
        InMemoryListFiles listFiles = new InMemoryListFiles(uploads);
        InMemoryCreators creatorRows = new InMemoryCreators(transactions);
        InMemoryPosts posts = new InMemoryPosts(transactions);
        InMemoryCampaigns campaignRows = new InMemoryCampaigns(transactions);
        InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaignRows);
        InMemoryBudgets budgets = new InMemoryBudgets(transactions, campaignRows);
        InMemoryDeliverables deliverables = new InMemoryDeliverables(transactions, campaignRows, shortlists);
        Till till = Till.ofPayingTeams(transactions, ids, clock);
        TeamUseCases teams = teams();
        AuditUseCases audit = new AuditUseCases(transactions, new InMemoryAuditLog(transactions));

        creators = new CreatorUseCases(transactions, creatorRows, new InMemoryFavorites(transactions), ids, clock);
        imports = new CreatorImportUseCases(transactions, jobs, creatorRows, new InMemoryCreatorImports(transactions), uploads, listFiles, ids, clock);
        matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(creatorRows), new InMemoryRankings(clock),
                new InMemoryStoredRankings(transactions), new InMemorySearches(transactions), new InMemorySearchHistory(transactions), ids, clock);
        campaigns = new CampaignUseCases(transactions, campaignRows, new InMemoryMatches(transactions, campaignRows), shortlists, budgets,
                creators, matching, till.useCases(), events, ids, clock);
        briefing = new BriefingUseCases(transactions, new InMemoryConversations(transactions, campaignRows), campaignRows, Optional.empty(),
                campaigns, matching, till.useCases(), ids, clock);
        unlocks = new UnlockUseCases(transactions, creators, till.useCases());
        outreach = new OutreachUseCases(
                new OutreachUseCases.Rows(new InMemoryInvitations(transactions), new InMemoryResponseLinks(transactions),
                        new InMemoryInvitationMessages(transactions), new InMemoryMessageTemplates(transactions), new InMemorySuppressions(transactions)),
                transactions, outbox, events, new ShortlistUseCases(campaignRows, shortlists), creators, till.useCases(), teams, () -> ADDRESS, ids,
                new InMemoryTokens(), clock);
        work = new WorkUseCases(transactions,
                new WorkUseCases.Rows(campaignRows, shortlists, deliverables, new InMemoryMilestones(transactions, campaignRows),
                        budgets, new InMemoryCollaborators(transactions, campaignRows),
                        new InMemoryComments(transactions, campaignRows, deliverables), new InMemoryWorkRulebooks(transactions, campaignRows)),
                events, audit.listDeeds(), teams.nameMembers(), ids, clock);
        ContentUseCases content = new ContentUseCases(transactions, jobs,
                new ContentUseCases.Stores(posts, new InMemoryPostImports(transactions), new InMemoryContentProfiles(transactions),
                        new InMemoryContentAnalyses(transactions), new InMemorySourceStates(transactions), uploads, listFiles),
                new ContentUseCases.Readers(List.of(), new InMemoryLanguageDetector(), () -> {
                    throw new IllegalStateException("no text is read here");
                }, new InMemoryKnownReadings(), new InMemoryCreatorSource(clock)), creators, till.useCases(), ids, clock);
        measurement = new MeasurementInMemory(transactions, campaignRows, campaigns, creators, content, ids, clock).useCases();
        InMemoryTeamLists listRows = new InMemoryTeamLists(transactions);
        InMemoryListItems listItems = new InMemoryListItems(transactions, listRows);
        ListUseCases lists = new ListUseCases(transactions, new ListUseCases.Stores(listRows, listItems, new InMemoryListCollaborators(listRows),
                new InMemoryListTemplates(transactions)), new ListUseCases.Others(creators, matching, till.useCases(), teams, audit), ids, clock);
        exports = new ExportUseCases(transactions, jobs,
                new ExportUseCases.Stores(new InMemoryExports(transactions), new InMemoryExportFiles(), new InMemoryFileLinks(), Export.KEPT),
                new ExportUseCases.Sources(creatorRows, posts, campaignRows, shortlists, listRows, listItems,
                        new InMemoryLedgers(transactions, till.wallets())),
                creators, matching, campaigns, lists, till.useCases(), ids, clock);
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(imports.job(), exports.job()),
                List.of(), List.of(), clock);
    }

    /** The team of Ana and Ben, who have accounts. */
    private TeamUseCases teams() {
        InMemoryTeams teamRows = new InMemoryTeams(transactions);
        InMemoryUsers users = new InMemoryUsers(transactions, teamRows);
        transactions.run(Actors.PROGRAM, "test", () -> {
            teamRows.add(Team.begin(Actors.LIMA, "Lima Cosmetics", ZoneOffset.UTC, clock.instant()));
            join(users, Actors.ANA, "Ana", Role.MANAGER);
            join(users, Actors.BEN, "Ben", Role.MEMBER);
        });
        return new TeamUseCases(transactions, transactions, teamRows, new InMemoryOwnTeam(transactions, teamRows), users,
                new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), new InMemoryApiKeys(transactions),
                new InMemoryClosedTeams(transactions, teamRows), new InMemoryUploads(), outbox, new InMemoryPasswords(), ids, new InMemoryTokens(),
                clock, () -> ADDRESS, Duration.ofDays(14));
    }

    private void join(InMemoryUsers users, Actor actor, String name, Role role) {
        UserId id = ((Actor.User) actor).id();
        users.add(new User(id, 1, new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.com"), name, Optional.empty(), actor.team(), ZoneOffset.UTC, "en",
                clock.instant(), Optional.empty()));
        users.join(Membership.begin(actor.team(), id, role, clock.instant()));
    }

    /** Does the next job of the background. */
    void work() {
        operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
    }
}
