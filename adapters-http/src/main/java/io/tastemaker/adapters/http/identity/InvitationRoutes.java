package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.identity.TeamRoutes.TeamPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.identity.AcceptInvitation;
import io.tastemaker.application.identity.InvitationUseCases;
import io.tastemaker.application.identity.InviteMember;
import io.tastemaker.application.identity.JoinWithNewAccount;
import io.tastemaker.application.identity.ListInvitations;
import io.tastemaker.application.identity.ResendInvitation;
import io.tastemaker.application.identity.RevokeInvitation;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.EmailAddress;
import io.tastemaker.domain.identity.PasswordRules;
import io.tastemaker.domain.identity.Team;
import io.tastemaker.domain.identity.TeamInvitation;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.TeamInvitationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invitations to the team, and joining by one. */
public final class InvitationRoutes {

    record InvitationPath(
            @About("The team; only the one the caller works for is found") UUID teamId, @About("The invitation") UUID invitationId) {
        TeamId team() {
            return new TeamId(teamId);
        }

        TeamInvitationId invitation() {
            return new TeamInvitationId(invitationId);
        }
    }

    record NewInvitationJson(
            @About("To whom") @Word(Vocabulary.EMAIL) String email,
            @About("What the person shall be; nobody is invited as the owner") @OneOf({"member", "manager", "admin"}) String role) {}

    record InvitationJson(
            UUID id,
            String email,
            String role,
            @About("pending, expired, accepted or revoked") String status,
            @About("Who invited") String invitedBy,
            Instant createdAt,
            Instant expiresAt) {}

    record AcceptanceJson(
            @About("As it was mailed") @Length(max = 200) String token,
            @About("Without a credential: the name of the new account") Optional<@Length(max = 200) String> fullName,
            @About("Without a credential: the password of the new account")
            Optional<@Length(min = PasswordRules.LEAST, max = PasswordRules.MOST) String> password) {
        @Override
        public String toString() {
            return "AcceptanceJson[]";
        }
    }

    record JoinedTeamJson(UUID id, String name, String role) {
        static JoinedTeamJson of(Team team, Role role) {
            return new JoinedTeamJson(team.id().value(), team.name(), role.code());
        }
    }

    record AcceptedJson(
            @About("The team that was joined; refresh with its id to work for it") JoinedTeamJson team,
            @About("The new account, when one was made; sign in with it") Optional<UUID> userId) {}

    private static final String ALL = "the newest first";

    private final InvitationUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param clock the time, by which an invitation has expired
     */
    public InvitationRoutes(InvitationUseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access writing = Access.needs(Permission.WRITE_MEMBERS);
        return List.of(
                Route.of(Method.GET, "/teams/{team_id}/invitations", writing).says("teams", "List the invitations")
                        .about("The newest first, answered ones too.").path(TeamPath.class).query(PageQuery.class)
                        .lists(InvitationJson.class, "The invitations").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/teams/{team_id}/invitations", writing).says("teams", "Invite somebody by e-mail")
                        .about("The letter carries a link that works for 7 days. The answer does not tell whether the address has an account. "
                                + "An address gets at most five such letters an hour, and a team sends at most a hundred.")
                        .path(TeamPath.class).body(NewInvitationJson.class).answers(201, InvitationJson.class, "The invitation").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.ALREADY_EXISTS, ProblemCode.SEATS_EXHAUSTED, ProblemCode.RATE_LIMITED).repeatable()
                        .handle(this::invite),
                Route.of(Method.POST, "/teams/{team_id}/invitations/{invitation_id}/resend", writing).says("teams", "Mail an invitation again")
                        .about("With a new link for another 7 days; the old one works no more.").path(InvitationPath.class)
                        .answers(200, InvitationJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.SEATS_EXHAUSTED, ProblemCode.RATE_LIMITED)
                        .handle(this::resend),
                Route.of(Method.DELETE, "/teams/{team_id}/invitations/{invitation_id}", writing).says("teams", "Revoke an invitation")
                        .path(InvitationPath.class).answersNothing("Its link works no more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::revoke),
                Route.of(Method.POST, "/team-invitations/accept", Access.recognised()).says("teams", "Join a team by an invitation")
                        .about("Signed in with the invited address; or without a credential, with full_name and password, which makes the account.")
                        .body(AcceptanceJson.class).answers(200, AcceptedJson.class, "The team")
                        .problems(ProblemCode.INVALID_TOKEN, ProblemCode.INVITATION_EXPIRED, ProblemCode.ALREADY_EXISTS, ProblemCode.UNAVAILABLE)
                        .handle(this::accept));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listInvitations().handle(
                new ListInvitations.Query(call.actor(), call.path(TeamPath.class).id(), page)), ALL, this::json);
    }

    private Reply invite(Call call) {
        NewInvitationJson wanted = call.body(NewInvitationJson.class);
        EmailAddress email = EmailAddress.read(wanted.email()).orElseThrow();
        TeamId team = call.path(TeamPath.class).id();
        Role role = Coded.find(Role.class, wanted.role()).orElseThrow();
        return switch (useCases.inviteMember().handle(new InviteMember.Command(call.actor(), team, email, role))) {
            case InviteMember.Outcome.Invited(TeamInvitation made) ->
                Answer.created("/teams/" + team + "/invitations/" + made.id(), json(made)).version(made.version());
            case InviteMember.Outcome.Outranked(Role required) -> MemberRoutes.outranked(required);
            case InviteMember.Outcome.AlreadyMember() -> Problem.of(ProblemCode.ALREADY_EXISTS, "The person is a member of the team.");
            case InviteMember.Outcome.AlreadyInvited(TeamInvitation pending) ->
                Problem.of(ProblemCode.ALREADY_EXISTS, "The person has an invitation; resend or revoke it.")
                        .with("invitation_id", pending.id().value());
            case InviteMember.Outcome.SeatsExhausted(int seats) -> seatsExhausted(seats);
        };
    }

    private Reply resend(Call call) {
        InvitationPath path = call.path(InvitationPath.class);
        return switch (useCases.resendInvitation().handle(new ResendInvitation.Command(call.actor(), path.team(), path.invitation()))) {
            case ResendInvitation.Outcome.Resent(TeamInvitation resent) -> Answer.ok(json(resent));
            case ResendInvitation.Outcome.Outranked(Role required) -> MemberRoutes.outranked(required);
            case ResendInvitation.Outcome.Answered(String status) ->
                Problem.conflict("Only a pending invitation is mailed again.", status, List.of());
            case ResendInvitation.Outcome.SeatsExhausted(int seats) -> seatsExhausted(seats);
        };
    }

    private Reply revoke(Call call) {
        InvitationPath path = call.path(InvitationPath.class);
        return switch (useCases.revokeInvitation().handle(new RevokeInvitation.Command(call.actor(), path.team(), path.invitation()))) {
            case RevokeInvitation.Outcome.Revoked() -> Answer.noContent();
            case RevokeInvitation.Outcome.Accepted() ->
                Problem.conflict("The person has joined; remove the member instead.", "accepted", List.of());
        };
    }

    private Reply accept(Call call) {
        AcceptanceJson acceptance = call.body(AcceptanceJson.class);
        List<Fault> faults = faults(acceptance, call.caller().isPresent());
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        return call.caller().map(actor -> acceptedBy(actor, acceptance)).orElseGet(() -> acceptedWithNewAccount(acceptance));
    }

    private Reply acceptedBy(Actor actor, AcceptanceJson acceptance) {
        return switch (useCases.acceptInvitation().handle(new AcceptInvitation.Command(actor, acceptance.token()))) {
            case AcceptInvitation.Outcome.Joined(Team team, Role role) ->
                Answer.ok(new AcceptedJson(JoinedTeamJson.of(team, role), Optional.empty()));
            case AcceptInvitation.Outcome.Expired() -> Problem.of(ProblemCode.INVITATION_EXPIRED);
            case AcceptInvitation.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
        };
    }

    private Reply acceptedWithNewAccount(AcceptanceJson acceptance) {
        JoinWithNewAccount.Command command = new JoinWithNewAccount.Command(
                Anonymous.CALLER, acceptance.token(), acceptance.fullName().orElseThrow(), acceptance.password().orElseThrow());
        return switch (useCases.joinWithNewAccount().handle(command)) {
            case JoinWithNewAccount.Outcome.Joined(User user, Team team, Role role) ->
                Answer.ok(new AcceptedJson(JoinedTeamJson.of(team, role), Optional.of(user.id().value())));
            case JoinWithNewAccount.Outcome.Expired() -> Problem.of(ProblemCode.INVITATION_EXPIRED);
            case JoinWithNewAccount.Outcome.Invalid() -> Problem.of(ProblemCode.INVALID_TOKEN);
            case JoinWithNewAccount.Outcome.HasAccount() ->
                Problem.of(ProblemCode.ALREADY_EXISTS, "The invited address has an account; sign in with it and accept.");
            case JoinWithNewAccount.Outcome.WeakPassword(Set<PasswordRules.Fault> faults) -> WeakPassword.problem("#/password", faults);
        };
    }

    private static List<Fault> faults(AcceptanceJson acceptance, boolean signedIn) {
        List<Fault> faults = new ArrayList<>();
        fault(acceptance.fullName(), signedIn, "#/full_name").ifPresent(faults::add);
        fault(acceptance.password(), signedIn, "#/password").ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> fault(Optional<String> value, boolean signedIn, String pointer) {
        if (value.isPresent() != signedIn) {
            return Optional.empty();
        }
        String detail = signedIn ? "is only for who has no account" : "is needed without a credential";
        return Optional.of(new Fault(ProblemCode.INVALID_FIELD, pointer, detail));
    }

    private static Problem seatsExhausted(int seats) {
        return Problem.of(ProblemCode.SEATS_EXHAUSTED).with("seats", seats);
    }

    private InvitationJson json(TeamInvitation invitation) {
        return new InvitationJson(invitation.id().value(), invitation.email().value(), invitation.role().code(),
                invitation.status(clock.instant()), invitation.invitedBy(), invitation.createdAt(), invitation.expiresAt());
    }
}
