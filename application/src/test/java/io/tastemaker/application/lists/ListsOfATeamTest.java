package io.tastemaker.application.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.EnterCreator;
import io.tastemaker.application.creators.FindCreator;
import io.tastemaker.application.creators.ShowCreator;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryFavorites;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.identity.CreditCaps;
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
import io.tastemaker.application.lists.out.InMemoryListCollaborators;
import io.tastemaker.application.lists.out.InMemoryListItems;
import io.tastemaker.application.lists.out.InMemoryListTemplates;
import io.tastemaker.application.lists.out.InMemoryTeamLists;
import io.tastemaker.application.matching.MatchingUseCases;
import io.tastemaker.application.matching.PayForRanking;
import io.tastemaker.application.matching.RankedPage;
import io.tastemaker.application.matching.SearchCreators;
import io.tastemaker.application.matching.out.InMemoryCatalogues;
import io.tastemaker.application.matching.out.InMemoryRankings;
import io.tastemaker.application.matching.out.InMemorySearchHistory;
import io.tastemaker.application.matching.out.InMemorySearches;
import io.tastemaker.application.matching.out.InMemoryStoredRankings;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.out.InMemoryAuditLog;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryOutbox;
import io.tastemaker.application.shared.out.InMemoryTokens;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.wallets.Till;
import io.tastemaker.application.wallets.UnlockCreator;
import io.tastemaker.application.wallets.UnlockUseCases;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListPerformance;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.matching.FollowerAim;
import io.tastemaker.domain.matching.Preferences;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsOfATeamTest {

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryIds ids = new InMemoryIds();
    private final InMemoryTeams teamRows = new InMemoryTeams(transactions);
    private final InMemoryUsers users = new InMemoryUsers(transactions, teamRows);
    private final InMemoryCreators creatorRows = new InMemoryCreators(transactions);
    private final Till till = Till.ofPayingTeams(transactions, ids, clock);
    private final CreatorUseCases creators = new CreatorUseCases(transactions, creatorRows, new InMemoryFavorites(transactions), ids, clock);
    private final UnlockUseCases unlocks = new UnlockUseCases(transactions, creators, till.useCases());
    private final MatchingUseCases matching = new MatchingUseCases(till.useCases(), transactions, new InMemoryCatalogues(creatorRows),
            new InMemoryRankings(clock), new InMemoryStoredRankings(transactions), new InMemorySearches(transactions),
            new InMemorySearchHistory(transactions), ids, clock);
    private final TeamUseCases teams = new TeamUseCases(transactions, transactions, teamRows, new InMemoryOwnTeam(transactions, teamRows), users,
            new InMemoryMemberships(transactions, users), new InMemoryTeamInvitations(transactions), new InMemoryApiKeys(transactions),
            new InMemoryClosedTeams(transactions, teamRows), new InMemoryUploads(), new InMemoryOutbox(transactions), new InMemoryPasswords(), ids,
            new InMemoryTokens(), clock, () -> "https://app.example.com", Duration.ofDays(14));
    private final InMemoryTeamLists listRows = new InMemoryTeamLists(transactions);
    private final InMemoryListItems itemRows = new InMemoryListItems(transactions, listRows);
    private final ListUseCases lists = new ListUseCases(transactions,
            new ListUseCases.Stores(listRows, itemRows, new InMemoryListCollaborators(listRows), new InMemoryListTemplates(transactions)),
            new ListUseCases.Others(creators, matching, till.useCases(), teams,
                    new AuditUseCases(transactions, new InMemoryAuditLog(transactions))),
            ids, clock);
    private final ListUseCases onTheFreePlan = new ListUseCases(transactions,
            new ListUseCases.Stores(listRows, itemRows, new InMemoryListCollaborators(listRows), new InMemoryListTemplates(transactions)),
            new ListUseCases.Others(creators, matching, new Till(transactions, ids, clock, new CreditCaps(transactions).show()).useCases(), teams,
                    new AuditUseCases(transactions, new InMemoryAuditLog(transactions))),
            ids, clock);

    private final TeamId team = Actors.LIMA;
    private final Actor ana = colleague(Role.MANAGER);
    private final Actor ben = colleague(Role.MANAGER);
    private final Actor eva = colleague(Role.MEMBER);

    @Test
    void a_list_of_creators_keeps_their_order_and_is_seen_by_the_team() {
        CreatorId first = creator("ana.verde");
        CreatorId second = creator("luca.sol");

        ShownList list = list(ana, "Spring", second, first, second);

        assertThat(list.items()).isEqualTo(2);
        assertThat(list.right()).isEqualTo(ListRight.MANAGE);
        assertThat(order(eva, list)).containsExactly(second, first);
        assertThat(show(eva, list).right()).isEqualTo(ListRight.READ);
        assertThat(lists.listLists().handle(new ListLists.Query(ben, "", PageRequest.first(9))).items()).containsExactly(show(ben, list));
        assertThatThrownBy(() -> show(Actors.OLE, list)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void one_unknown_creator_and_there_is_no_list() {
        CreatorId unknown = new CreatorId(new UUID(9, 9));
        CreatorId foreign = enter(Actors.OLE, "oslos").id();

        CreateList.Outcome outcome = create(ana, wish("Spring"), new Choice.These(List.of(creator("ana.verde"), unknown, foreign)));

        assertThat(outcome).isEqualTo(new CreateList.Outcome.NotFilled(new Choice.Declined.UnknownCreators(Set.of(unknown, foreign))));
        assertThat(lists.listLists().handle(new ListLists.Query(ana, "", PageRequest.first(9))).items()).isEmpty();
    }

    @Test
    void what_a_template_says_holds_for_what_the_wish_does_not_say() {
        ListForm form = new ListForm(List.of("Size"), "send a sample", "likes vegan");
        ListTemplate template = ((CreateListTemplate.Outcome.Created) lists.createListTemplate().handle(
                new CreateListTemplate.Command(ana, "Seeding", "for samples", form))).template();
        CreateList.Wish wish = new CreateList.Wish("June", TeamList.Visibility.TEAM, Optional.of(template.id()), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of("likes fish"));

        ShownList list = ((CreateList.Outcome.Created) create(ana, wish, new Choice.These(List.of(creator("ana.verde"))))).list();

        assertThat(list.list().description()).isEqualTo("for samples");
        assertThat(list.list().form()).isEqualTo(new ListForm(List.of("Size"), "send a sample", "likes fish"));
        assertThat(items(ana, list)).singleElement().satisfies(item -> assertThat(item.note()).isEqualTo("send a sample"));
        CreateList.Wish ofNone = new CreateList.Wish("June", TeamList.Visibility.TEAM, Optional.of(new ListTemplateId(new UUID(9, 9))),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(create(ana, ofNone, new Choice.These(List.of()))).isEqualTo(new CreateList.Outcome.UnknownTemplate());
    }

    @Test
    void the_best_of_a_search_are_put_on_a_list_in_the_order_of_their_ranks() {
        for (int i = 0; i < 5; i++) {
            enter(ana, "creator" + i, 10_000 + 1_000L * i);
        }
        RankedPage ranks = search(ana, 2, Optional.empty());

        ShownList list = ((CreateList.Outcome.Created) create(ana, wish("Best"), new Choice.Best(ranks.ranking(), 3))).list();

        assertThat(names(order(ana, list))).containsExactly("creator0", "creator1", "creator2");
        assertThat(items(ana, list)).allMatch(item -> item.rankingId().equals(Optional.of(ranks.ranking().value())));
        assertThat(add(ben, list, new Choice.Best(ranks.ranking(), 500))).isInstanceOfSatisfying(AddToList.Outcome.Added.class, added -> {
            assertThat(added.added()).hasSize(2);
            assertThat(added.alreadyThere()).isEqualTo(3);
        });
        clock.advance(Duration.ofMinutes(5));
        assertThat(add(ben, list, new Choice.Best(ranks.ranking(), 3)))
                .isEqualTo(new AddToList.Outcome.NotFilled(new Choice.Declined.UnknownRanking()));
    }

    @Test
    void what_nobody_has_paid_for_is_not_taken_from_a_ranking() {
        for (int i = 0; i < 150; i++) {
            enter(ana, "creator" + i, 10_000 + 1_000L * i);
        }
        RankedPage ranks = search(ana, 100, Optional.empty());

        assertThat(create(ana, wish("Best"), new Choice.Best(ranks.ranking(), 101))).isEqualTo(
                new CreateList.Outcome.NotFilled(new Choice.Declined.NotPaid(Action.DISCOVERY_PAGINATION, 100)));
        search(ana, 100, Optional.of(new SearchCreators.From(ranks.ranking(), ranks.next().orElseThrow())));
        assertThat(((CreateList.Outcome.Created) create(ana, wish("Best"), new Choice.Best(ranks.ranking(), 120))).list().items()).isEqualTo(120);
    }

    @Test
    void a_list_takes_five_thousand_and_not_one_more() {
        List<CreatorId> many = new ArrayList<>();
        for (int i = 0; i < TeamList.MOST_ITEMS + 1; i++) {
            many.add(creator("c" + i));
        }
        ShownList list = list(ana, "All");
        for (int from = 0; from < TeamList.MOST_ITEMS - 500; from += 500) {
            add(ana, list, new Choice.These(many.subList(from, from + 500)));
        }
        assertThat(add(ana, list, new Choice.These(many.subList(4_490, 4_990)))).isInstanceOfSatisfying(AddToList.Outcome.Added.class,
                added -> assertThat(added.alreadyThere()).isEqualTo(10));
        assertThat(add(ana, list, new Choice.These(many.subList(4_989, 5_001))))
                .isEqualTo(new AddToList.Outcome.NotFilled(new Choice.Declined.ListFull(4_990, 11)));
        assertThat(show(ana, list).items()).as("nothing half-done").isEqualTo(4_990);
        add(ana, list, new Choice.These(many.subList(4_990, 5_000)));
        assertThat(order(ana, list)).isEqualTo(many.subList(0, 5_000));
    }

    @Test
    void items_are_moved_beside_others() {
        List<CreatorId> all = IntStream.range(0, 4).mapToObj(i -> creator("c" + i)).toList();
        ShownList list = list(ana, "Spring", all.toArray(CreatorId[]::new));

        assertThat(move(ana, list, all.get(3), true, all.get(0))).isInstanceOf(ChangeListItem.Outcome.Changed.class);
        assertThat(order(ana, list)).containsExactly(all.get(3), all.get(0), all.get(1), all.get(2));
        move(ana, list, all.get(0), false, all.get(2));
        assertThat(order(ana, list)).containsExactly(all.get(3), all.get(1), all.get(2), all.get(0));
        move(ana, list, all.get(1), false, all.get(3));
        move(ana, list, all.get(1), true, all.get(1));
        assertThat(order(ana, list)).as("where it stands already").containsExactly(all.get(3), all.get(1), all.get(2), all.get(0));
        assertThat(move(ana, list, all.get(1), true, creator("elsewhere"))).isEqualTo(new ChangeListItem.Outcome.UnknownNeighbour());
    }

    /** Five moves use up a digit of a place; whoever goes on until there is none left gets new places for all. */
    @Test
    void thousands_of_moves_into_one_gap_keep_the_order_and_old_pages_say_that_they_are_old() {
        List<CreatorId> all = IntStream.range(0, 4).mapToObj(i -> creator("c" + i)).toList();
        ShownList list = list(ana, "Spring", all.toArray(CreatorId[]::new));
        String old = page(ana, list, 1, Optional.empty()).next().orElseThrow();
        for (int i = 0; i < 1_000; i++) {
            move(ana, list, all.get(2 - i % 2), false, all.get(0)); // in turn, the one to the place of the other
        }
        assertThat(order(ana, list)).containsExactly(all.get(0), all.get(1), all.get(2), all.get(3));
        assertThat(items(ana, list)).noneMatch(item -> item.place().isTooLong());
        assertThat(show(ana, list).list().arrangement()).isBetween(2L, 5L);
        assertThat(lists.showListItems().handle(new ShowListItems.Query(ana, list.list().id(), new PageRequest(1, Optional.of(old)))))
                .isEqualTo(new ShowListItems.Outcome.Rearranged());
    }

    @Test
    void notes_and_values_are_changed_against_a_version_and_columns_must_be_there() {
        CreatorId verde = creator("ana.verde");
        ShownList list = list(ana, "Spring", verde);
        ChangeList.Command columns = new ChangeList.Command(ana, list.list().id(), 1, new TeamList.Look("Spring", "", TeamList.Visibility.TEAM,
                new ListForm(List.of("Rate", "Agent"), "", "")));
        lists.changeList().handle(columns);

        assertThat(say(ben, list, verde, 1, "call her", Map.of("Rate", "500", "Agent", "Bea"))).isInstanceOfSatisfying(
                ChangeListItem.Outcome.Changed.class, changed -> assertThat(changed.item().version()).isEqualTo(2));
        assertThat(say(ben, list, verde, 2, "call her", Map.of("Rate", ""))).isInstanceOfSatisfying(
                ChangeListItem.Outcome.Changed.class, changed -> assertThat(changed.item().values()).isEqualTo(Map.of("Agent", "Bea")));
        assertThat(say(ben, list, verde, 3, "", Map.of("Price", "1"))).isEqualTo(
                new ChangeListItem.Outcome.UnknownColumns(Set.of("Price"), List.of("Rate", "Agent")));
        assertThatThrownBy(() -> say(ben, list, verde, 1, "late", Map.of()))
                .isInstanceOfSatisfying(Refusal.StaleVersion.class, stale -> assertThat(stale.current()).isEqualTo(3));
    }

    @Test
    void which_lists_somebody_may_read_is_said_as_it_is_now() {
        ListId open = list(ana, "Spring").list().id();
        ShownList hidden = privateList(ana, "Secret");
        ListId deleted = new ListId(SeededIds.next());
        Set<ListId> asked = Set.of(open, hidden.list().id(), deleted);

        assertThat(readable(ana, asked)).containsExactlyInAnyOrder(open, hidden.list().id());
        assertThat(readable(ben, asked)).containsExactly(open);
        share(ana, hidden, ben, ListRight.READ);
        assertThat(readable(ben, asked)).containsExactlyInAnyOrder(open, hidden.list().id());
        lists.unshareList().handle(new UnshareList.Command(ana, hidden.list().id(), user(ben), OptionalLong.empty()));
        assertThat(readable(ben, asked)).containsExactly(open);
        assertThat(readable(Actors.OLE, asked)).isEmpty();
        assertThat(readable(colleague(Role.OWNER), asked)).as("left to the owner").isEqualTo(asked);
    }

    private Set<ListId> readable(Actor actor, Set<ListId> asked) {
        return lists.findReadableLists().handle(new FindReadableLists.Query(actor, asked));
    }

    @Test
    void a_private_list_is_nobodys_business_until_it_is_shared() {
        CreatorId verde = creator("ana.verde");
        ShownList list = privateList(ana, "Secret", verde);

        assertThatThrownBy(() -> show(ben, list)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> order(ben, list)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> add(ben, list, new Choice.These(List.of(verde)))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> delete(ben, list)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> lists.duplicateList().handle(new DuplicateList.Command(ben, list.list().id(), Optional.of("Mine")))).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> lists.showListPerformance().handle(new ShowListPerformance.Query(ben, list.list().id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> lists.showListActivity().handle(new ShowListActivity.Query(ben, list.list().id(), PageRequest.first(9))))
                .isInstanceOf(Refusal.NotFound.class);

        assertThat(share(ana, list, ben, ListRight.READ)).isInstanceOf(ShareList.Outcome.Shared.class);
        assertThat(share(ana, list, ben, ListRight.EDIT)).isEqualTo(new ShareList.Outcome.AlreadyShared());
        assertThat(order(ben, list)).containsExactly(verde);
        assertThat(add(ben, list, new Choice.These(List.of(creator("luca.sol"))))).isEqualTo(new AddToList.Outcome.NotEditable(ListRight.READ));
        assertThat(remove(ben, list, verde)).isEqualTo(new RemoveFromList.Outcome.NotEditable(ListRight.READ));
        assertThat(say(ben, list, verde, 1, "mine", Map.of())).isEqualTo(new ChangeListItem.Outcome.NotEditable(ListRight.READ));
        assertThat(share(ben, list, eva, ListRight.READ)).isEqualTo(new ShareList.Outcome.NotManaged(ListRight.READ));

        lists.changeListCollaborator().handle(new ChangeListCollaborator.Command(ana, list.list().id(), user(ben), 1, ListRight.EDIT));
        assertThat(remove(ben, list, verde)).isEqualTo(new RemoveFromList.Outcome.Removed());
        assertThat(delete(ben, list)).isEqualTo(new DeleteList.Outcome.NotManaged(ListRight.EDIT));
        ChangeList.Command open = new ChangeList.Command(ben, list.list().id(), 1, new TeamList.Look("Secret", "", TeamList.Visibility.TEAM, ListForm.PLAIN));
        assertThat(lists.changeList().handle(open)).isEqualTo(new ChangeList.Outcome.NotAllowed(ListRight.EDIT, ListRight.MANAGE));

        assertThat(lists.unshareList().handle(new UnshareList.Command(ben, list.list().id(), user(ben), OptionalLong.empty())))
                .as("a manager may leave").isEqualTo(new UnshareList.Outcome.Unshared());
        assertThatThrownBy(() -> show(ben, list)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_list_is_shared_with_members_only() {
        ShownList list = list(ana, "Spring");
        assertThat(share(ana, list, Actors.OLE, ListRight.READ)).isEqualTo(new ShareList.Outcome.NoMember());
        assertThatThrownBy(() -> lists.unshareList().handle(new UnshareList.Command(ana, list.list().id(), user(ben), OptionalLong.empty())))
                .isInstanceOf(Refusal.NotFound.class);
        share(ana, list, ben, ListRight.READ);
        assertThat(lists.listListCollaborators().handle(new ListListCollaborators.Query(eva, list.list().id(), PageRequest.first(9))).items())
                .singleElement().satisfies(one -> assertThat(one.user()).isEqualTo(user(ben)));
    }

    @Test
    void a_member_makes_no_list_and_changes_none() {
        assertThatThrownBy(() -> create(eva, wish("Mine"), new Choice.These(List.of()))).isInstanceOf(Refusal.Forbidden.class);
        ShownList list = list(ana, "Spring");
        assertThatThrownBy(() -> add(eva, list, new Choice.These(List.of()))).isInstanceOf(Refusal.Forbidden.class);
    }

    @Test
    void a_plan_without_lists_makes_none_and_keeps_those_that_are_there() {
        CreatorId verde = creator("ana.verde");
        ShownList list = list(ana, "Spring", verde);

        assertThat(onTheFreePlan.createList().handle(new CreateList.Command(ana, wish("Mine"), new Choice.These(List.of()))))
                .isInstanceOf(CreateList.Outcome.PlanRequired.class);
        assertThat(onTheFreePlan.duplicateList().handle(new DuplicateList.Command(ana, list.list().id(), Optional.of("Copy"))))
                .isInstanceOf(DuplicateList.Outcome.PlanRequired.class);
        assertThat(onTheFreePlan.showList().handle(new ShowList.Query(ana, list.list().id())).items()).isEqualTo(1);
    }

    @Test
    void a_duplicate_is_the_actors_own_and_goes_its_own_way() {
        CreatorId verde = creator("ana.verde");
        ShownList list = list(ana, "Spring", verde, creator("luca.sol"));
        say(ana, list, verde, 1, "call her", Map.of());
        share(ana, list, eva, ListRight.READ);

        ShownList copy = ((DuplicateList.Outcome.Duplicated) lists.duplicateList().handle(
                new DuplicateList.Command(ben, list.list().id(), Optional.of("Copy")))).list();

        assertThat(copy.items()).isEqualTo(2);
        assertThat(copy.right()).isEqualTo(ListRight.MANAGE);
        assertThat(order(ben, copy)).isEqualTo(order(ben, list));
        assertThat(items(ben, copy).getFirst().note()).isEqualTo("call her");
        assertThat(lists.listListCollaborators().handle(new ListListCollaborators.Query(ben, copy.list().id(), PageRequest.first(9))).items()).isEmpty();
        delete(ana, list);
        assertThat(order(ben, copy)).hasSize(2);
    }

    @Test
    void what_was_done_with_a_list_is_told_with_nothing_that_somebody_wrote() {
        CreatorId verde = creator("ana.verde");
        ShownList list = list(ana, "Spring", verde);
        say(ben, list, verde, 1, "canary", Map.of());
        remove(ana, list, verde);

        List<AuditEntry> told = lists.showListActivity().handle(new ShowListActivity.Query(eva, list.list().id(), PageRequest.first(9))).items();

        assertThat(told).extracting(AuditEntry::action).containsExactly("list.items.remove", "list.items.change", "list.create");
        assertThat(told.get(1).actor()).isEqualTo(ben.label());
        assertThat(told.toString()).contains("items." + verde).doesNotContain("canary", "Spring");
    }

    @Test
    void only_what_is_open_to_the_team_is_added_up() {
        CreatorId own = enter(ana, "own", 1_000).id();
        CreatorId open = shared("open", 3_000, 900);
        CreatorId locked = shared("locked", 5_000, 700);
        ShownList list = list(ana, "Spring", own, open, locked);
        unlocks.unlockCreator().handle(new UnlockCreator.Command(ana, open, OperationKey.ofReversal("test"), OptionalLong.empty(), false));

        ListPerformance performance = lists.showListPerformance().handle(new ShowListPerformance.Query(eva, list.list().id()));

        assertThat(performance.creators()).isEqualTo(3);
        assertThat(performance.unlocked()).isEqualTo(2);
        assertThat(performance.followers()).contains(new ListPerformance.Figures(9_000, 3_000, 3_000, 3));
        assertThat(performance.averageViews()).contains(new ListPerformance.Figures(900, 900, 900, 1));
    }

    private Actor colleague(Role role) {
        User person = PeopleFixtures.person(team);
        transactions.run(Actors.PROGRAM, "test", () -> {
            users.add(person);
            users.join(Membership.begin(team, person.id(), role, clock.instant()));
        });
        return new Actor.User(person.id(), team, role, new SessionId(new UUID(7, 7)));
    }

    private static UserId user(Actor actor) {
        return actor.person().orElseThrow().user();
    }

    private static CreateList.Wish wish(String name) {
        return wish(name, TeamList.Visibility.TEAM);
    }

    private static CreateList.Wish wish(String name, TeamList.Visibility visibility) {
        return new CreateList.Wish(name, visibility, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private CreateList.Outcome create(Actor actor, CreateList.Wish wish, Choice choice) {
        clock.advance(Duration.ofSeconds(1));
        return lists.createList().handle(new CreateList.Command(actor, wish, choice));
    }

    private ShownList list(Actor actor, String name, CreatorId... chosen) {
        return ((CreateList.Outcome.Created) create(actor, wish(name), new Choice.These(List.of(chosen)))).list();
    }

    private ShownList privateList(Actor actor, String name, CreatorId... chosen) {
        return ((CreateList.Outcome.Created) create(actor, wish(name, TeamList.Visibility.PRIVATE), new Choice.These(List.of(chosen)))).list();
    }

    private ShownList show(Actor actor, ShownList list) {
        return lists.showList().handle(new ShowList.Query(actor, list.list().id()));
    }

    private AddToList.Outcome add(Actor actor, ShownList list, Choice choice) {
        return lists.addToList().handle(new AddToList.Command(actor, list.list().id(), choice, Optional.empty()));
    }

    private RemoveFromList.Outcome remove(Actor actor, ShownList list, CreatorId creator) {
        return lists.removeFromList().handle(new RemoveFromList.Command(actor, list.list().id(), creator, OptionalLong.empty()));
    }

    private DeleteList.Outcome delete(Actor actor, ShownList list) {
        return lists.deleteList().handle(new DeleteList.Command(actor, list.list().id(), OptionalLong.empty()));
    }

    private ShareList.Outcome share(Actor actor, ShownList list, Actor with, ListRight right) {
        return lists.shareList().handle(new ShareList.Command(actor, list.list().id(), user(with), right));
    }

    private ChangeListItem.Outcome move(Actor actor, ShownList list, CreatorId creator, boolean before, CreatorId neighbour) {
        return lists.changeListItem().handle(new ChangeListItem.Command(actor, list.list().id(), creator, 1, Optional.empty(), Map.of(),
                Optional.of(new ChangeListItem.Move(before, neighbour))));
    }

    private ChangeListItem.Outcome say(Actor actor, ShownList list, CreatorId creator, long version, String note, Map<String, String> values) {
        return lists.changeListItem().handle(
                new ChangeListItem.Command(actor, list.list().id(), creator, version, Optional.of(note), values, Optional.empty()));
    }

    private Page<ListItem> page(Actor actor, ShownList list, int limit, Optional<String> after) {
        return switch (lists.showListItems().handle(new ShowListItems.Query(actor, list.list().id(), new PageRequest(limit, after)))) {
            case ShowListItems.Outcome.Listed(Page<ListItem> listed) -> listed;
            case ShowListItems.Outcome.Rearranged rearranged -> throw new AssertionError("nobody moved so much");
        };
    }

    private List<ListItem> items(Actor actor, ShownList list) {
        List<ListItem> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<ListItem> page = page(actor, list, 100, after);
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private List<CreatorId> order(Actor actor, ShownList list) {
        return items(actor, list).stream().map(ListItem::creator).toList();
    }

    private RankedPage search(Actor actor, int limit, Optional<SearchCreators.From> from) {
        SearchCriteria near = SearchCriteria.on(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                .prefer(Preferences.NONE.withFollowers(FollowerAim.around(10_000)));
        return ((SearchCreators.Outcome.Found) matching.searchCreators().handle(
                new SearchCreators.Query(actor, near, Set.of(), Set.of(), "{}", limit, from, PayForRanking.Terms.ANY))).page();
    }

    private List<String> names(List<CreatorId> some) {
        return some.stream().map(id -> creators.showCreator().handle(new ShowCreator.Query(ana, new FindCreator.Which.ById(id))).handle().name()).toList();
    }

    private CreatorId creator(String name) {
        return enter(ana, name).id();
    }

    private CreatorId shared(String name, long followers, long views) {
        return enter(Actors.OPERATOR, name, new Facts.Stated<>(Fact.FOLLOWERS, followers), new Facts.Stated<>(Fact.AVERAGE_VIEWS, views)).id();
    }

    private Creator enter(Actor actor, String name, long followers) {
        return enter(actor, name, new Facts.Stated<>(Fact.FOLLOWERS, followers));
    }

    private Creator enter(Actor actor, String name, Facts.Stated<?>... facts) {
        return ((EnterCreator.Outcome.Entered) creators.enterCreator().handle(
                new EnterCreator.Command(actor, new Handle(Platform.INSTAGRAM, name), List.of(facts)))).creator();
    }
}
