package io.tastemaker.application.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.out.InMemoryBudgets;
import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.campaigns.out.InMemoryMatches;
import io.tastemaker.application.campaigns.out.InMemoryShortlists;
import io.tastemaker.application.content.out.InMemoryPosts;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryUploads;
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
import io.tastemaker.application.identity.out.PeopleFixtures;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.application.lists.CreateList;
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
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryEvents;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.wallets.ShowWallet;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.UnlockCreator;
import io.tastemaker.application.wallets.UnlockEmail;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.application.wallets.WalletView;
import io.tastemaker.application.wallets.out.InMemoryLedgers;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.wallets.OperationKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A program that exports, in memory. Teams are on the premium plan, which has exports without limit, unless a test says otherwise. */
final class ExportWorld {

    final HandClock clock = new HandClock();
    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryIds ids = new InMemoryIds();
    final InMemoryJobs jobs = new InMemoryJobs(transactions);
    final InMemoryExports exports = new InMemoryExports(transactions);
    final InMemoryExportFiles files = new InMemoryExportFiles();
    final InMemoryFileLinks links = new InMemoryFileLinks();
    final InMemoryTeams teamRows = new InMemoryTeams(transactions);
    final InMemoryUsers users = new InMemoryUsers(transactions, teamRows);
    final InMemoryPosts posts = new InMemoryPosts(transactions);
    final CreatorUseCases creators;
    final CampaignUseCases campaigns;
    final ListUseCases lists;
    final ExportUseCases useCases;
    final OperationsUseCases operations;
    final Till till;
    private final UnlockUseCases unlocks;

    ExportWorld() {
        till = Till.ofPayingTeams(transactions, ids, clock);
        InMemoryCreators creatorRows = new InMemoryCreators(transactions);
        InMemoryCampaigns campaignRows = new InMemoryCampaigns(transactions);
        InMemoryShortlists shortlists = new InMemoryShortlists(transactions, campaignRows);
        creators = new CreatorUseCases(transactions, creatorRows, new InMemoryFavorites(transactions), ids, clock);
        MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(creatorRows),
                new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
                new InMemorySearchHistory(transactions), ids, clock);
        campaigns = new CampaignUseCases(transactions, campaignRows, new InMemoryMatches(transactions, campaignRows), shortlists,
                new InMemoryBudgets(transactions, campaignRows), creators,
                matching, till.useCases(), new InMemoryEvents(transactions), ids, clock);
        unlocks = new UnlockUseCases(transactions, creators, till.useCases());
        InMemoryTeamLists listRows = new InMemoryTeamLists(transactions);
        InMemoryListItems listItems = new InMemoryListItems(transactions, listRows);
        lists = new ListUseCases(transactions, new ListUseCases.Stores(listRows, listItems, new InMemoryListCollaborators(listRows),
                new InMemoryListTemplates(transactions)), new ListUseCases.Others(creators, matching, till.useCases(), teams(),
                new AuditUseCases(transactions, new InMemoryAuditLog(transactions))), ids, clock);
        useCases = new ExportUseCases(transactions, jobs, new ExportUseCases.Stores(exports, files, links, Export.KEPT),
                new ExportUseCases.Sources(creatorRows, posts, campaignRows, shortlists, listRows, listItems,
                        new InMemoryLedgers(transactions, till.wallets())),
                creators, matching, campaigns, lists, till.useCases(), ids, clock);
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(useCases.job()), List.of(),
                List.of(), clock);
    }

    /** Who may be told of lists. */
    private TeamUseCases teams() {
        return new TeamUseCases(transactions, transactions, teamRows, new InMemoryOwnTeam(transactions, teamRows), users,
                new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), new InMemoryApiKeys(transactions),
                new InMemoryClosedTeams(transactions, teamRows), new InMemoryUploads(), new InMemoryOutbox(transactions), new InMemoryPasswords(), ids,
                new InMemoryTokens(), clock, () -> "https://app.example.com", Duration.ofDays(14));
    }

    /** Somebody else in the team of Ana. */
    Actor colleague(Role role) {
        User person = PeopleFixtures.person(Actors.LIMA);
        transactions.run(Actors.PROGRAM, "test", () -> {
            users.add(person);
            users.join(Membership.begin(Actors.LIMA, person.id(), role, clock.instant()));
        });
        return new Actor.User(person.id(), Actors.LIMA, role, new SessionId(new UUID(7, 7)));
    }

    /** A list of Ana's. */
    ListId list(String name, TeamList.Visibility visibility, List<CreatorId> creators) {
        CreateList.Wish wish = new CreateList.Wish(name, visibility, Optional.empty(), Optional.empty(), Optional.of(List.of("Rate")), Optional.of("=call her"),
                Optional.empty());
        return ((CreateList.Outcome.Created) lists.createList().handle(new CreateList.Command(Actors.ANA, wish, new Choice.These(creators))))
                .list().list().id();
    }

    static OperationKey key(String name) {
        return OperationKey.ofClient("POST /exports", name);
    }

    Creator creator(Actor actor, String handle, Facts.Stated<?>... facts) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(
                new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, handle), List.of(facts)))).creator();
    }

    void unlock(Actor actor, CreatorId creator) {
        unlocks.unlockCreator().handle(new UnlockCreator.Command(actor, creator, key("unlock " + creator), OptionalLong.empty(), false));
    }

    void unlockEmail(Actor actor, CreatorId creator) {
        unlocks.unlockEmail().handle(new UnlockEmail.Command(actor, creator, key("address " + creator), OptionalLong.empty(), false));
    }

    StartExport.Outcome ask(Actor actor, StartExport.Wanted wanted, String key, String... columns) {
        return useCases.startExport().handle(new StartExport.Command(actor, wanted,
                new StartExport.Layout(ExportFormat.CSV, false, List.of(columns)), key(key), OptionalLong.empty(), false));
    }

    Export queued(Actor actor, StartExport.Wanted wanted, String key, String... columns) {
        return ((StartExport.Outcome.Queued) ask(actor, wanted, key, columns)).export();
    }

    /** Does the next job; gives what came of it. */
    RunNextJob.Outcome work() {
        return operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
    }

    ShownExport shown(Actor actor, ExportId export) {
        return useCases.showExport().handle(new ShowExport.Query(actor, export));
    }

    /** The lines of a file behind the first. */
    List<String> rows(Actor actor, Export export) {
        return text(((FetchExport.Outcome.Handed) useCases.fetchExport().handle(new FetchExport.Query(actor, export.id()))).file())
                .lines().skip(1).toList();
    }

    static String text(HandedFile file) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; file.content().piece(number).isPresent(); number++) {
            text.append(new String(file.content().piece(number).orElseThrow(), StandardCharsets.UTF_8));
        }
        assertThat(text.toString().getBytes(StandardCharsets.UTF_8)).hasSize((int) file.bytes());
        return text.toString();
    }

    WalletView wallet(Actor actor) {
        return till.useCases().showWallet().handle(new ShowWallet.Query(actor, actor.team()));
    }
}
