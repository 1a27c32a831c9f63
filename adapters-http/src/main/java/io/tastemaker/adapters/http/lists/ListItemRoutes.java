package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.creators.Unlocked;
import io.tastemaker.adapters.http.lists.ListRoutes.ListPath;
import io.tastemaker.adapters.http.matching.RankedJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.creators.CreatorUseCases;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.application.lists.AddToList;
import io.tastemaker.application.lists.ChangeListItem;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.RemoveFromList;
import io.tastemaker.application.lists.ShowListItems;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is on a list, in which order, and with which notes. */
public final class ListItemRoutes {

    record ItemPath(@About("The list") UUID listId, @About("The creator") UUID creatorId) {}

    record ListAdditionJson(
            @About("Up to 500 creators, who are put at the end in this order") Optional<@Entries(min = 1, max = Choice.MOST) List<UUID>> creatorIds,
            @About("Instead: the best of this ranking") Optional<@Matches(value = Choices.RANKING, says = Choices.RANKING_SAYS) String> rankingId,
            @About("How many of the ranking: 100 when nothing is said; further than its first page only what is paid for")
            Optional<@Between(min = "1", max = "500") Integer> first,
            @About("A note for all of them; without it, the list's default") Optional<@Length(min = 0, max = 2_000) String> note) {}

    record ListAddedJson(@About("Those that are new on the list") List<ListItemJson> added, @About("How many were on it") int alreadyThere) {}

    record ListItemPatchJson(
            @About("The team's own words") Field<@Length(min = 0, max = 2_000) String> note,
            @About("What is filled in, by the list's columns; an empty text clears one, columns that are not named stay")
            @Kept Field<Map<String, @Length(min = 0, max = ListItem.LONGEST_VALUE) String>> values,
            @About("Puts it before this creator of the list") @Kept Field<UUID> beforeCreatorId,
            @About("Puts it behind this creator of the list") @Kept Field<UUID> afterCreatorId) {

        Optional<ChangeListItem.Move> move() {
            Optional<UUID> before = beforeCreatorId.over(Optional.empty());
            Optional<UUID> after = afterCreatorId.over(Optional.empty());
            if (before.isPresent() && after.isPresent()) {
                throw Problem.invalid("#/after_creator_id", "before_creator_id and after_creator_id exclude each other").asException();
            }
            return before.map(id -> new ChangeListItem.Move(true, new CreatorId(id)))
                    .or(() -> after.map(id -> new ChangeListItem.Move(false, new CreatorId(id))));
        }
    }

    private record Whole() {}

    private static final Whole ALL = new Whole();

    private final ListUseCases useCases;
    private final CreatorUseCases creators;
    private final Unlocked.Finder unlocked;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param creators shows the cards
     * @param wallets knows what is open to the team
     */
    public ListItemRoutes(ListUseCases useCases, CreatorUseCases creators, WalletUseCases wallets) {
        this.useCases = useCases;
        this.creators = creators;
        this.unlocked = new Unlocked.Finder(wallets);
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_LISTS);
        Access writing = Access.needs(Permission.WRITE_LISTS);
        return List.of(
                Route.of(Method.GET, "/lists/{list_id}/items", reading).says("lists", "Show who is on a list")
                        .about("In the order of the list. Who is moved while pages are read may come again or be missing; all others come once.")
                        .path(ListPath.class).query(PageQuery.class).lists(ListItemJson.class, "The creators on it")
                        .problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/lists/{list_id}/items", writing).says("lists", "Put creators on a list")
                        .about("At the end: all are added or none. Those that are on the list stay as they are.").path(ListPath.class)
                        .body(ListAdditionJson.class).answers(200, ListAddedJson.class, "What was added")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING, ProblemCode.UNLOCK_REQUIRED, ProblemCode.LIST_FULL)
                        .repeatable().handle(this::add),
                Route.of(Method.PATCH, "/lists/{list_id}/items/{creator_id}", writing).says("lists", "Change or move an item of a list")
                        .path(ItemPath.class).body(ListItemPatchJson.class).needsVersion().answers(200, ListItemJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::change),
                Route.of(Method.DELETE, "/lists/{list_id}/items/{creator_id}", writing).says("lists", "Take a creator off a list").heedsVersion()
                        .path(ItemPath.class).answersNothing("The creator is off the list")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::remove));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest request = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return switch (useCases.showListItems().handle(new ShowListItems.Query(call.actor(), call.path(ListPath.class).id(), request))) {
            case ShowListItems.Outcome.Rearranged() ->
                Problem.of(ProblemCode.INVALID_CURSOR, "The list was rearranged since the page before. Start again without a cursor.");
            case ShowListItems.Outcome.Listed(Page<ListItem> page) -> {
                Map<CreatorId, RankedJson.CardJson> cards = cards(call, page.items());
                yield call.page(page, ALL, item -> ListItemJson.of(item, Optional.ofNullable(cards.get(item.creator()))));
            }
        };
    }

    private Map<CreatorId, RankedJson.CardJson> cards(Call call, List<ListItem> items) {
        List<CreatorId> ids = items.stream().map(ListItem::creator).toList();
        List<Candidate> known = creators.showCreators().handle(new ShowCreators.Query(call.actor(), ids)).stream().map(Candidate::of).toList();
        Unlocked open = unlocked.cards(call.actor(), known);
        return known.stream().collect(Collectors.toMap(Candidate::id, creator -> RankedJson.CardJson.of(creator, open)));
    }

    private Reply add(Call call) {
        ListAdditionJson addition = call.body(ListAdditionJson.class);
        Choice choice = Choices.of(addition.creatorIds(), addition.rankingId(), addition.first())
                .orElseThrow(() -> Problem.invalid("#/creator_ids", "creator_ids or ranking_id is needed").asException());
        AddToList.Command command = new AddToList.Command(call.actor(), call.path(ListPath.class).id(), choice, addition.note());
        return switch (useCases.addToList().handle(command)) {
            case AddToList.Outcome.Added(List<ListItem> added, int alreadyThere) -> {
                Map<CreatorId, RankedJson.CardJson> cards = cards(call, added);
                yield Answer.ok(new ListAddedJson(added.stream()
                        .map(item -> ListItemJson.of(item, Optional.ofNullable(cards.get(item.creator())))).toList(), alreadyThere));
            }
            case AddToList.Outcome.NotFilled(Choice.Declined why) -> Choices.declined(choice, why);
            case AddToList.Outcome.NotEditable(ListRight right) -> Choices.rightMissing(right, ListRight.EDIT);
        };
    }

    private Reply change(Call call) {
        ItemPath path = call.path(ItemPath.class);
        ListItemPatchJson patch = call.body(ListItemPatchJson.class);
        Optional<String> note = patch.note() instanceof Field.Cleared ? Optional.of("") : patch.note().over(Optional.empty());
        ChangeListItem.Command command = new ChangeListItem.Command(call.actor(), new ListId(path.listId()), new CreatorId(path.creatorId()),
                call.ifMatch().orElseThrow(), note, patch.values().over(Optional.empty()).orElse(Map.of()), patch.move());
        return switch (useCases.changeListItem().handle(command)) {
            case ChangeListItem.Outcome.Changed(ListItem item) ->
                Answer.ok(ListItemJson.of(item, Optional.ofNullable(cards(call, List.of(item)).get(item.creator())))).version(item.version());
            case ChangeListItem.Outcome.NotEditable(ListRight right) -> Choices.rightMissing(right, ListRight.EDIT);
            case ChangeListItem.Outcome.UnknownColumns(Set<String> names, List<String> columns) -> Problem.of(names.stream()
                    .map(name -> new Fault(ProblemCode.INVALID_FIELD, "#/values/" + name,
                            columns.isEmpty() ? "the list has no columns" : "no column; there are: " + String.join(", ", columns)))
                    .toList());
            case ChangeListItem.Outcome.UnknownNeighbour() -> Problem.invalid(
                    patch.beforeCreatorId() instanceof Field.Given ? "#/before_creator_id" : "#/after_creator_id", "is not on the list");
        };
    }

    private Reply remove(Call call) {
        ItemPath path = call.path(ItemPath.class);
        RemoveFromList.Command command = new RemoveFromList.Command(
                call.actor(), new ListId(path.listId()), new CreatorId(path.creatorId()), call.expectedVersion());
        return switch (useCases.removeFromList().handle(command)) {
            case RemoveFromList.Outcome.Removed() -> Answer.noContent();
            case RemoveFromList.Outcome.NotEditable(ListRight right) -> Choices.rightMissing(right, ListRight.EDIT);
        };
    }
}
