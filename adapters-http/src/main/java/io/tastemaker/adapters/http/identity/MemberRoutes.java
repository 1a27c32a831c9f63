package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.identity.TeamRoutes.TeamPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.ChangeMember;
import io.tastemaker.application.identity.ListMembers;
import io.tastemaker.application.identity.RemoveMember;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.application.identity.out.Memberships.Member;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The members of the team. */
public final class MemberRoutes {

    record MemberPath(@About("The team; only the one the caller works for is found") UUID teamId, @About("The member") UUID userId) {}

    record MemberPatchJson(
            @About("The new role; owner hands the team over, and makes the owner of before an admin")
            @Kept Field<@OneOf({"member", "manager", "admin", "owner"}) String> role,
            @About("How many credits the member may spend per month; null for no cap of its own")
            Field<@Between(min = "0", max = "1000000000000") Long> monthlyCreditCap) {}

    record MemberJson(
            UUID userId,
            @About("As in the ETag") long version,
            String email,
            String fullName,
            String role,
            Optional<Long> monthlyCreditCap,
            Instant joinedAt) {
        static MemberJson of(Member member) {
            Membership membership = member.membership();
            OptionalLong cap = membership.monthlyCreditCap();
            return new MemberJson(membership.user().value(), membership.version(), member.email().value(), member.fullName(),
                    membership.role().code(), cap.isPresent() ? Optional.of(cap.getAsLong()) : Optional.empty(), membership.joinedAt());
        }
    }

    private static final String ALL = "the oldest first";

    private final TeamUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public MemberRoutes(TeamUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_TEAM);
        return List.of(
                Route.of(Method.GET, "/teams/{team_id}/members", reading).says("teams", "List the members").about("The oldest first.")
                        .path(TeamPath.class).query(PageQuery.class).lists(MemberJson.class, "The members")
                        .problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.PATCH, "/teams/{team_id}/members/{user_id}", Access.needs(Permission.WRITE_MEMBERS))
                        .says("teams", "Change a member")
                        .about("Nobody changes who is above him, raises anybody above himself, or makes a second owner.")
                        .path(MemberPath.class).body(MemberPatchJson.class).needsVersion().answers(200, MemberJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, "/teams/{team_id}/members/{user_id}", reading).says("teams", "Remove a member")
                        .about("Admins remove others; everybody but the owner may leave.").path(MemberPath.class).heedsVersion()
                        .answersNothing("The person is no member any more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::remove));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listMembers().handle(
                new ListMembers.Query(call.actor(), call.path(TeamPath.class).id(), page)), ALL, MemberJson::of);
    }

    private Reply change(Call call) {
        MemberPath path = call.path(MemberPath.class);
        MemberPatchJson patch = call.body(MemberPatchJson.class);
        ChangeMember.Command command = new ChangeMember.Command(call.actor(), new TeamId(path.teamId()), new UserId(path.userId()),
                call.ifMatch().orElseThrow(), patch.role().over(Optional.empty()).flatMap(code -> Coded.find(Role.class, code)),
                cap(patch.monthlyCreditCap()));
        return switch (useCases.changeMember().handle(command)) {
            case ChangeMember.Outcome.Changed(Member member) ->
                Answer.ok(MemberJson.of(member)).version(member.membership().version());
            case ChangeMember.Outcome.Outranked(Role required) -> outranked(required);
            case ChangeMember.Outcome.OwnerStays() -> ownerStays();
        };
    }

    private Reply remove(Call call) {
        MemberPath path = call.path(MemberPath.class);
        RemoveMember.Command command = new RemoveMember.Command(
                call.actor(), new TeamId(path.teamId()), new UserId(path.userId()), call.expectedVersion());
        return switch (useCases.removeMember().handle(command)) {
            case RemoveMember.Outcome.Removed() -> Answer.noContent();
            case RemoveMember.Outcome.Outranked(Role required) -> outranked(required);
            case RemoveMember.Outcome.OwnerStays() -> ownerStays();
        };
    }

    static Problem outranked(Role required) {
        return Problem.of(ProblemCode.FORBIDDEN).with("required_role", required.code());
    }

    private static Problem ownerStays() {
        return Problem.conflict("The owner stays the owner until somebody else is made the owner.", "owner", List.of("transfer"));
    }

    private static Optional<OptionalLong> cap(Field<Long> field) {
        return switch (field) {
            case Field.Absent<Long>() -> Optional.empty();
            case Field.Cleared<Long>() -> Optional.of(OptionalLong.empty());
            case Field.Given<Long>(Long most) -> Optional.of(OptionalLong.of(most));
        };
    }
}
