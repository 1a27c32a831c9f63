package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.identity.ChangeTeam;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.DeleteTeam;
import io.tastemaker.application.identity.ListMyTeams;
import io.tastemaker.application.identity.RestoreTeam;
import io.tastemaker.application.identity.ShowTeam;
import io.tastemaker.application.identity.TeamUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Teams: those of the caller, and the one the caller works for. */
public final class TeamRoutes {

    record TeamPath(@About("The team; only the one the caller works for is found") UUID teamId) {
        TeamId id() {
            return new TeamId(teamId);
        }
    }

    record NewTeamJson(
            @About("1 to 100 characters") @Length(max = 100) String name,
            @About("In which the team counts days and months") @Default("UTC") @Word(Vocabulary.TIME_ZONE) String timeZone) {}

    record TeamPatchJson(
            @About("1 to 100 characters") @Kept Field<@Length(max = 100) String> name,
            @About("In which the team counts days and months") @Kept Field<@Word(Vocabulary.TIME_ZONE) String> timeZone) {}

    record MyTeamJson(UUID id, String name, @About("The caller's role in it") String role, String state, Instant createdAt) {
        static MyTeamJson of(ListMyTeams.Mine mine) {
            Team team = mine.team();
            return new MyTeamJson(team.id().value(), team.name(), mine.role().code(), team.state().code(), team.createdAt());
        }
    }

    record TeamJson(
            UUID id,
            @About("As in the ETag") long version,
            String name,
            String timeZone,
            @About("active or cooling_off") String state,
            @About("When it will be deleted, while it is cooling off") Optional<Instant> deletedAfter,
            Instant createdAt) {
        static TeamJson of(Team team) {
            Optional<Instant> deletedAfter = team.state() instanceof Team.State.CoolingOff(Instant after) ? Optional.of(after) : Optional.empty();
            return new TeamJson(team.id().value(), team.version(), team.name(), team.timeZone().getId(), team.state().code(), deletedAfter,
                    team.createdAt());
        }
    }

    record RoleJson(
            @About("As in a membership; operator is no role of a team") String role,
            @About("What else this role is called") List<String> alsoCalled,
            @About("What it may do") List<String> permissions) {}

    private static final String ALL = "the oldest first";

    private final TeamUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public TeamRoutes(TeamUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access person = Access.needs(Permission.OWN_ACCOUNT);
        Access reading = Access.needs(Permission.READ_TEAM);
        Access owning = Access.needs(Permission.OWN_TEAM);
        return List.of(
                Route.of(Method.GET, "/teams", person).says("teams", "List the caller's teams").about("All of them, the oldest first.")
                        .lists(MyTeamJson.class, "The teams").handle(this::list),
                Route.of(Method.POST, "/teams", person).says("teams", "Create a team")
                        .about("The caller owns it; a person owns at most " + Team.MOST_OWNED + ".").body(NewTeamJson.class)
                        .answers(201, TeamJson.class, "The team").versioned().problems(ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::create),
                Route.of(Method.GET, "/teams/{team_id}", reading).says("teams", "Show the team").path(TeamPath.class)
                        .answers(200, TeamJson.class, "The team").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, "/teams/{team_id}", Access.needs(Permission.WRITE_TEAM)).says("teams", "Change the team")
                        .path(TeamPath.class).body(TeamPatchJson.class).needsVersion().answers(200, TeamJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND).handle(this::change),
                Route.of(Method.DELETE, "/teams/{team_id}", owning).says("teams", "Delete the team")
                        .about("It works on for a cooling-off period, in which the owner can restore it; its members are told by mail. "
                                + "A personal team stays as long as the account.")
                        .path(TeamPath.class).heedsVersion().answers(200, TeamJson.class, "When it will be deleted")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::delete),
                Route.of(Method.POST, "/teams/{team_id}/restore", owning).says("teams", "Take the deletion of the team back")
                        .path(TeamPath.class).answers(200, TeamJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::restore),
                Route.of(Method.GET, "/roles", person).says("teams", "List the roles").about("Each includes all that the one before may.")
                        .lists(RoleJson.class, "The roles, the least first").handle(this::roles));
    }

    private Reply list(Call call) {
        List<ListMyTeams.Mine> mine = useCases.listMyTeams().handle(new ListMyTeams.Query(call.actor()));
        return call.page(new Page<>(mine, Optional.empty()), ALL, MyTeamJson::of);
    }

    private Reply create(Call call) {
        NewTeamJson wanted = call.body(NewTeamJson.class);
        CreateTeam.Command command = new CreateTeam.Command(call.actor(), wanted.name(), ZoneId.of(wanted.timeZone()));
        return switch (useCases.createTeam().handle(command)) {
            case CreateTeam.Outcome.Created(Team team) ->
                Answer.created("/teams/" + team.id(), TeamJson.of(team)).version(team.version());
            case CreateTeam.Outcome.TooMany() ->
                Problem.conflict("A person owns at most " + Team.MOST_OWNED + " teams.", "too_many_teams", List.of());
        };
    }

    private Reply show(Call call) {
        return shown(useCases.showTeam().handle(new ShowTeam.Query(call.actor(), call.path(TeamPath.class).id())));
    }

    private Reply change(Call call) {
        TeamPatchJson patch = call.body(TeamPatchJson.class);
        ChangeTeam.Command command = new ChangeTeam.Command(call.actor(), call.path(TeamPath.class).id(), call.ifMatch().orElseThrow(),
                patch.name().over(Optional.empty()), patch.timeZone().over(Optional.empty()).map(ZoneId::of));
        return switch (useCases.changeTeam().handle(command)) {
            case ChangeTeam.Outcome.Changed(Team team) -> shown(team);
        };
    }

    private Reply delete(Call call) {
        DeleteTeam.Command command = new DeleteTeam.Command(call.actor(), call.path(TeamPath.class).id(), call.expectedVersion());
        return switch (useCases.deleteTeam().handle(command)) {
            case DeleteTeam.Outcome.CoolingOff(Team team) -> shown(team);
            case DeleteTeam.Outcome.BegunBefore() ->
                Problem.conflict("The deletion of this team has begun.", "cooling_off", List.of("restore"));
            case DeleteTeam.Outcome.PersonalTeam() ->
                Problem.conflict("This is the personal team of an account and stays as long as the account.", "personal_team", List.of());
        };
    }

    private Reply restore(Call call) {
        return switch (useCases.restoreTeam().handle(new RestoreTeam.Command(call.actor(), call.path(TeamPath.class).id()))) {
            case RestoreTeam.Outcome.Restored(Team team) -> shown(team);
            case RestoreTeam.Outcome.NotCoolingOff() -> Problem.conflict("Nobody wanted this team deleted.", "active", List.of("delete"));
        };
    }

    private Reply roles(Call call) {
        List<RoleJson> roles = new ArrayList<>(Arrays.stream(Role.values()).map(TeamRoutes::role).toList());
        roles.add(new RoleJson("operator", List.of("System Admin"), Arrays.stream(Permission.values()).map(TeamRoutes::code).toList()));
        return call.page(new Page<>(roles, Optional.empty()), ALL, role -> role);
    }

    private static RoleJson role(Role role) {
        List<String> permissions = Arrays.stream(Permission.values())
                .filter(permission -> permission.role().filter(role::covers).isPresent())
                .map(TeamRoutes::code)
                .toList();
        return new RoleJson(role.code(), alsoCalled(role), permissions);
    }

    private static List<String> alsoCalled(Role role) {
        return switch (role) {
            case MEMBER -> List.of("Creator", "Fan");
            case MANAGER -> List.of("Campaign Manager");
            case ADMIN -> List.of("Brand Admin");
            case OWNER -> List.of();
        };
    }

    private static String code(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }

    private static Answer shown(Team team) {
        return Answer.ok(TeamJson.of(team)).version(team.version());
    }
}
