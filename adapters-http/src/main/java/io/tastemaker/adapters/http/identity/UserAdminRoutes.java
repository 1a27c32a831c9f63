package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.ListUsers;
import io.tastemaker.application.identity.ProfileUseCases;
import io.tastemaker.application.identity.ShowUser;
import io.tastemaker.application.identity.SuspendUser;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts of others, for operators. */
public final class UserAdminRoutes {

    private static final String ACTIVE = "active";
    private static final String SUSPENDED = "suspended";

    record UserPath(@About("Who") UUID userId) {
        UserId id() {
            return new UserId(userId);
        }
    }

    record UsersQuery(
            @About("Part of an address or a name") Optional<@Length(max = 100) String> q,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record AccountStatusJson(@About("active or suspended") @OneOf({ACTIVE, SUSPENDED}) String status) {}

    record AccountJson(
            UUID id,
            String email,
            String fullName,
            @About("active or suspended") String status,
            @About("Since when it is suspended") Optional<Instant> suspendedAt,
            @About("Whether it is of the platform's staff") boolean operator,
            long version,
            Instant createdAt) {

        static AccountJson of(User user) {
            return new AccountJson(user.id().value(), user.email().value(), user.fullName(),
                    user.suspendedAt().isPresent() ? SUSPENDED : ACTIVE, user.suspendedAt(), user.isOperator(), user.version(),
                    user.createdAt());
        }
    }

    private final ProfileUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of profiles
     */
    public UserAdminRoutes(ProfileUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.GET, "/admin/users", operating).says("admin", "List accounts").about("The newest first.")
                        .query(UsersQuery.class).lists(AccountJson.class, "Accounts").handle(this::list),
                Route.of(Method.GET, "/admin/users/{user_id}", operating).says("admin", "Show an account").path(UserPath.class)
                        .answers(200, AccountJson.class, "The account").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, "/admin/users/{user_id}", operating).says("admin", "Suspend an account, or open it again")
                        .about("Suspending ends its sessions at once.").path(UserPath.class).body(AccountStatusJson.class).needsVersion()
                        .answers(200, AccountJson.class, "As it is now").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::suspend));
    }

    private Reply list(Call call) {
        UsersQuery query = call.query(UsersQuery.class);
        Object binding = query.q().orElse("");
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), binding));
        return call.page(useCases.listUsers().handle(new ListUsers.Query(call.actor(), query.q(), page)), binding, AccountJson::of);
    }

    private Reply show(Call call) {
        return shown(useCases.showUser().handle(new ShowUser.Query(call.actor(), call.path(UserPath.class).id())));
    }

    private Reply suspend(Call call) {
        boolean suspended = call.body(AccountStatusJson.class).status().equals(SUSPENDED);
        SuspendUser.Command command = new SuspendUser.Command(
                call.actor(), call.path(UserPath.class).id(), call.ifMatch().orElseThrow(), suspended);
        return switch (useCases.suspendUser().handle(command)) {
            case SuspendUser.Outcome.Done(User user) -> shown(user);
            case SuspendUser.Outcome.Own() ->
                Problem.conflict("Nobody suspends the account he works with.", ACTIVE, List.of());
        };
    }

    private static Answer shown(User user) {
        return Answer.ok(AccountJson.of(user)).version(user.version());
    }
}
