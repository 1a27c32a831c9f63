package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.wallets.Refusals;
import io.tastemaker.application.lists.ChangeList;
import io.tastemaker.application.lists.Choice;
import io.tastemaker.application.lists.CreateList;
import io.tastemaker.application.lists.DeleteList;
import io.tastemaker.application.lists.DuplicateList;
import io.tastemaker.application.lists.ListLists;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.ShowList;
import io.tastemaker.application.lists.ShowListActivity;
import io.tastemaker.application.lists.ShowListPerformance;
import io.tastemaker.application.lists.ShownList;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of creators: make, read, change, copy, delete, and what they amount to. */
public final class ListRoutes {

    record ListPath(@About("The list") UUID listId) {
        ListId id() {
            return new ListId(listId);
        }
    }

    record ListsQuery(
            @About("Only names that contain this") Optional<@Length(max = 200) String> q,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<String> q) {}

    record ListCopyJson(@About("What the copy is called; without it, as the original with a word behind it") Optional<@Length(max = 200) String> name) {}

    private static final Filter ALL = new Filter(Optional.empty());

    private final ListUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ListRoutes(ListUseCases useCases) {
        this.useCases = useCases;
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
                Route.of(Method.GET, "/lists", reading).says("lists", "List lists").about("Those that the caller may see, the newest first.")
                        .query(ListsQuery.class).lists(TeamListJson.class, "The lists").handle(this::list),
                Route.of(Method.POST, "/lists", writing).says("lists", "Make a list")
                        .about("Empty, from a template, of given creators, or of the best of a ranking: all of them, or there is no list. "
                                + "The team's plan must have lists.")
                        .body(NewListJson.class).answers(201, TeamListJson.class, "The list").versioned()
                        .problems(ProblemCode.PLAN_REQUIRED, ProblemCode.UNLOCK_REQUIRED, ProblemCode.LIST_FULL, ProblemCode.LIMIT_REACHED)
                        .repeatable().handle(this::create),
                Route.of(Method.GET, "/lists/{list_id}", reading).says("lists", "Show a list").path(ListPath.class)
                        .answers(200, TeamListJson.class, "The list").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, "/lists/{list_id}", writing).says("lists", "Change a list").path(ListPath.class)
                        .body(ListPatchJson.class).needsVersion().answers(200, TeamListJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::change),
                Route.of(Method.DELETE, "/lists/{list_id}", writing).says("lists", "Delete a list")
                        .about("With its items; the creators stay. Only who manages the list may.").heedsVersion().path(ListPath.class)
                        .answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::delete),
                Route.of(Method.POST, "/lists/{list_id}/duplicate", writing).says("lists", "Copy a list")
                        .about("The same creators in the same order with the same notes; shared with nobody, and managed by whoever copies it.")
                        .path(ListPath.class).body(ListCopyJson.class).answers(201, TeamListJson.class, "The copy").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PLAN_REQUIRED, ProblemCode.LIMIT_REACHED).repeatable()
                        .handle(this::duplicate),
                Route.of(Method.GET, "/lists/{list_id}/activity", reading).says("lists", "Show what was done with a list")
                        .about("The newest first: the audit log, as far as it is about this list.").path(ListPath.class).query(PageQuery.class)
                        .lists(ListActivityJson.class, "What was done").problems(ProblemCode.NOT_FOUND).handle(this::activity),
                Route.of(Method.GET, "/lists/{list_id}/performance", reading).says("lists", "Add a list up")
                        .about("From what the team may see of each creator; every figure says on how many it rests.").path(ListPath.class)
                        .answers(200, ListPerformanceJson.class, "The figures").problems(ProblemCode.NOT_FOUND).handle(this::performance));
    }

    private Reply list(Call call) {
        ListsQuery query = call.query(ListsQuery.class);
        Filter filter = new Filter(query.q());
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        return call.page(useCases.listLists().handle(new ListLists.Query(call.actor(), query.q().orElse(""), page)), filter, TeamListJson::of);
    }

    private Reply create(Call call) {
        NewListJson wanted = call.body(NewListJson.class);
        Choice choice = wanted.choice();
        return switch (useCases.createList().handle(new CreateList.Command(call.actor(), wanted.wish(), choice))) {
            case CreateList.Outcome.Created(ShownList list) -> created(list);
            case CreateList.Outcome.PlanRequired(Optional<Plan> sufficient) -> Refusals.planRequired(sufficient);
            case CreateList.Outcome.UnknownTemplate() -> Problem.invalid("#/list_template_id", "there is no such template");
            case CreateList.Outcome.NotFilled(Choice.Declined why) -> Choices.declined(choice, why);
            case CreateList.Outcome.TooMany() -> tooMany();
        };
    }

    private Reply show(Call call) {
        return shown(found(call));
    }

    private Reply change(Call call) {
        TeamList.Look look = call.body(ListPatchJson.class).over(found(call).list().look());
        ChangeList.Command command =
                new ChangeList.Command(call.actor(), call.path(ListPath.class).id(), call.ifMatch().orElseThrow(), look);
        return switch (useCases.changeList().handle(command)) {
            case ChangeList.Outcome.Changed(ShownList list) -> shown(list);
            case ChangeList.Outcome.NotAllowed(ListRight right, ListRight needed) -> Choices.rightMissing(right, needed);
        };
    }

    private Reply delete(Call call) {
        DeleteList.Command command = new DeleteList.Command(call.actor(), call.path(ListPath.class).id(), call.expectedVersion());
        return switch (useCases.deleteList().handle(command)) {
            case DeleteList.Outcome.Deleted() -> Answer.noContent();
            case DeleteList.Outcome.NotManaged(ListRight right) -> Choices.rightMissing(right, ListRight.MANAGE);
        };
    }

    private Reply duplicate(Call call) {
        Optional<String> name = call.body(ListCopyJson.class).name().map(String::strip);
        return switch (useCases.duplicateList().handle(new DuplicateList.Command(call.actor(), call.path(ListPath.class).id(), name))) {
            case DuplicateList.Outcome.Duplicated(ShownList list) -> created(list);
            case DuplicateList.Outcome.PlanRequired(Optional<Plan> sufficient) -> Refusals.planRequired(sufficient);
            case DuplicateList.Outcome.TooMany() -> tooMany();
        };
    }

    private Reply activity(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ShowListActivity.Query wanted = new ShowListActivity.Query(call.actor(), call.path(ListPath.class).id(), page);
        return call.page(useCases.showListActivity().handle(wanted), ALL, ListActivityJson::of);
    }

    private Reply performance(Call call) {
        return Answer.ok(ListPerformanceJson.of(
                useCases.showListPerformance().handle(new ShowListPerformance.Query(call.actor(), call.path(ListPath.class).id()))));
    }

    private ShownList found(Call call) {
        return useCases.showList().handle(new ShowList.Query(call.actor(), call.path(ListPath.class).id()));
    }

    private static Answer created(ShownList list) {
        return Answer.created(TeamListJson.location(list), TeamListJson.of(list)).version(list.list().version());
    }

    private static Answer shown(ShownList list) {
        return Answer.ok(TeamListJson.of(list)).version(list.list().version());
    }

    private static Problem tooMany() {
        return Problem.of(ProblemCode.LIMIT_REACHED).with("most", TeamList.MOST_OF_A_TEAM);
    }
}
