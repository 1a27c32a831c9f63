package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.lists.ListRoutes.ListPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.lists.ChangeListCollaborator;
import io.tastemaker.application.lists.ListListCollaborators;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.ShareList;
import io.tastemaker.application.lists.UnshareList;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** With whom in the team a list is shared. */
public final class ListSharingRoutes {

    record CollaboratorPath(@About("The list") UUID listId, @About("The member") UUID userId) {}

    record NewListCollaboratorJson(
            @About("A member of the team") UUID userId,
            @About("To read or to edit; who may write nothing by the role reads") @OneOf({"read", "edit"}) String right) {}

    record ListRightPatchJson(@About("To read or to edit") @OneOf({"read", "edit"}) String right) {}

    record ListCollaboratorJson(
            UUID userId, @About("For If-Match when it is changed") long version, @About("read or edit") String right, String addedBy, Instant addedAt) {

        static ListCollaboratorJson of(ListCollaborator collaborator) {
            return new ListCollaboratorJson(collaborator.user().value(), collaborator.version(), collaborator.right().code(), collaborator.addedBy(),
                    collaborator.addedAt());
        }
    }

    private record Whole() {}

    private static final Whole ALL = new Whole();

    private final ListUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ListSharingRoutes(ListUseCases useCases) {
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
                Route.of(Method.GET, "/lists/{list_id}/collaborators", reading).says("lists", "Show with whom a list is shared")
                        .path(ListPath.class).query(PageQuery.class).lists(ListCollaboratorJson.class, "The collaborators, in the order of sharing")
                        .problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/lists/{list_id}/collaborators", writing).says("lists", "Share a list")
                        .about("With a member of the team. Only who manages the list may.").path(ListPath.class).body(NewListCollaboratorJson.class)
                        .answers(201, ListCollaboratorJson.class, "The collaborator").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING, ProblemCode.ALREADY_EXISTS, ProblemCode.LIMIT_REACHED)
                        .repeatable().handle(this::share),
                Route.of(Method.PATCH, "/lists/{list_id}/collaborators/{user_id}", writing).says("lists", "Change how a list is shared")
                        .path(CollaboratorPath.class).body(ListRightPatchJson.class).needsVersion().answers(200, ListCollaboratorJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::change),
                Route.of(Method.DELETE, "/lists/{list_id}/collaborators/{user_id}", writing).says("lists", "End the sharing of a list")
                        .about("Whoever writes lists may end it for themselves.").heedsVersion().path(CollaboratorPath.class)
                        .answersNothing("It is not shared with the member any more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RIGHT_MISSING).handle(this::unshare));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListListCollaborators.Query wanted = new ListListCollaborators.Query(call.actor(), call.path(ListPath.class).id(), page);
        return call.page(useCases.listListCollaborators().handle(wanted), ALL, ListCollaboratorJson::of);
    }

    private Reply share(Call call) {
        NewListCollaboratorJson wanted = call.body(NewListCollaboratorJson.class);
        ListId list = call.path(ListPath.class).id();
        ShareList.Command command = new ShareList.Command(call.actor(), list, new UserId(wanted.userId()), right(wanted.right()));
        String location = "/lists/" + list + "/collaborators/" + wanted.userId();
        return switch (useCases.shareList().handle(command)) {
            case ShareList.Outcome.Shared(ListCollaborator collaborator) ->
                Answer.created(location, ListCollaboratorJson.of(collaborator)).version(collaborator.version());
            case ShareList.Outcome.AlreadyShared() ->
                Problem.of(ProblemCode.ALREADY_EXISTS, "The list is shared with this member.").with("location", Route.BASE + location);
            case ShareList.Outcome.NoMember() -> Problem.invalid("#/user_id", "nobody of the team is that");
            case ShareList.Outcome.TooMany() -> Problem.of(ProblemCode.LIMIT_REACHED).with("most", ListCollaborator.MOST);
            case ShareList.Outcome.NotManaged(ListRight right) -> Choices.rightMissing(right, ListRight.MANAGE);
        };
    }

    private Reply change(Call call) {
        CollaboratorPath path = call.path(CollaboratorPath.class);
        ListRight wanted = right(call.body(ListRightPatchJson.class).right());
        ChangeListCollaborator.Command command = new ChangeListCollaborator.Command(
                call.actor(), new ListId(path.listId()), new UserId(path.userId()), call.ifMatch().orElseThrow(), wanted);
        return switch (useCases.changeListCollaborator().handle(command)) {
            case ChangeListCollaborator.Outcome.Changed(ListCollaborator collaborator) ->
                Answer.ok(ListCollaboratorJson.of(collaborator)).version(collaborator.version());
            case ChangeListCollaborator.Outcome.NotManaged(ListRight right) -> Choices.rightMissing(right, ListRight.MANAGE);
        };
    }

    private Reply unshare(Call call) {
        CollaboratorPath path = call.path(CollaboratorPath.class);
        UnshareList.Command command =
                new UnshareList.Command(call.actor(), new ListId(path.listId()), new UserId(path.userId()), call.expectedVersion());
        return switch (useCases.unshareList().handle(command)) {
            case UnshareList.Outcome.Unshared() -> Answer.noContent();
            case UnshareList.Outcome.NotManaged(ListRight right) -> Choices.rightMissing(right, ListRight.MANAGE);
        };
    }

    private static ListRight right(String code) {
        return Coded.find(ListRight.class, code).orElseThrow();
    }
}
