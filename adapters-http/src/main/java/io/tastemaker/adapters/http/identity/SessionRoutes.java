package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.ListSessions;
import io.tastemaker.application.identity.LogOut;
import io.tastemaker.application.identity.RefreshSession;
import io.tastemaker.application.identity.RevokeOtherSessions;
import io.tastemaker.application.identity.RevokeSession;
import io.tastemaker.application.identity.SessionUseCases;
import io.tastemaker.application.identity.SignedIn;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of a person: refresh, list, end. */
public final class SessionRoutes {

    record RefreshJson(
            @About("The one that came last; it works once") @Length(max = 200) String refreshToken,
            @About("The team to work for from now on; the one of before when it is left out") Optional<UUID> teamId) {
        @Override
        public String toString() {
            return "RefreshJson[]";
        }
    }

    record SessionPath(@About("One of the own sessions") UUID sessionId) {}

    record SessionJson(
            @About("The session") UUID id,
            @About("Whether it is the one that asks") boolean current,
            @About("How the person proved who it is, as in RFC 8176: pwd, otp; rec, fed, mail") List<String> amr,
            @About("The network address it was begun from") String address,
            @About("What the client called itself") String userAgent,
            @About("The team it works for") UUID teamId,
            @About("When it was begun") Instant createdAt,
            @About("When it was last refreshed") Instant lastUsedAt,
            @About("When it ends unless it is refreshed") Instant expiresAt) {
        static SessionJson of(ListSessions.Entry entry) {
            Session session = entry.session();
            return new SessionJson(session.id().value(), entry.current(), session.proofs().stream().map(Proof::code).sorted().toList(),
                    session.source().address(), session.source().userAgent(), session.team().value(), session.startedAt(),
                    session.lastUsedAt(), session.expiresAt());
        }
    }

    private static final String TAG = "identity";

    private final SessionUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of sessions
     */
    public SessionRoutes(SessionUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access people = Access.needs(Permission.OWN_ACCOUNT);
        return List.of(
                Route.of(Method.POST, "/auth/refresh", Access.open()).says(TAG, "Get the next pair of tokens")
                        .about("A refresh token works once; for ten seconds it gets the same answer again, so that a lost one does no "
                                + "harm. A token that comes back later ends its session. With team_id the session goes on for another team.")
                        .body(RefreshJson.class).answers(200, SignedInJson.class, "The session goes on")
                        .problems(ProblemCode.UNAUTHENTICATED, ProblemCode.NOT_FOUND, ProblemCode.UNAVAILABLE).handle(this::refresh),
                Route.of(Method.POST, "/auth/logout", people).says(TAG, "Sign out")
                        .about("Ends the session that asks; its tokens are worth nothing within a second.")
                        .answersNothing("The session has ended").handle(this::logOut),
                Route.of(Method.GET, "/auth/sessions", people).says(TAG, "List the own sessions")
                        .about("Those that live, the last used first, a hundred at most.")
                        .lists(SessionJson.class, "Where the person is signed in").handle(this::list),
                Route.of(Method.DELETE, "/auth/sessions", people).says(TAG, "Sign out everywhere else")
                        .answersNothing("All other sessions have ended").handle(this::revokeOthers),
                Route.of(Method.DELETE, "/auth/sessions/{session_id}", people).says(TAG, "End one of the own sessions")
                        .path(SessionPath.class).answersNothing("It has ended").problems(ProblemCode.NOT_FOUND).handle(this::revoke));
    }

    private Reply refresh(Call call) {
        RefreshJson presented = call.body(RefreshJson.class);
        RefreshSession.Command command =
                new RefreshSession.Command(Anonymous.CALLER, presented.refreshToken(), presented.teamId().map(TeamId::new));
        return switch (useCases.refreshSession().handle(command)) {
            case RefreshSession.Outcome.Refreshed(SignedIn signedIn) -> Answer.ok(SignedInJson.of(signedIn));
            case RefreshSession.Outcome.Refused() -> Problem.unauthenticated();
        };
    }

    private Reply logOut(Call call) {
        return switch (useCases.logOut().handle(new LogOut.Command(call.actor()))) {
            case LogOut.Outcome.Out() -> Answer.noContent();
        };
    }

    private Reply list(Call call) {
        List<ListSessions.Entry> sessions = useCases.listSessions().handle(new ListSessions.Query(call.actor()));
        return call.page(new Page<>(sessions, Optional.empty()), Optional.empty(), SessionJson::of);
    }

    private Reply revokeOthers(Call call) {
        return switch (useCases.revokeOtherSessions().handle(new RevokeOtherSessions.Command(call.actor()))) {
            case RevokeOtherSessions.Outcome.Revoked revoked -> Answer.noContent();
        };
    }

    private Reply revoke(Call call) {
        SessionId session = new SessionId(call.path(SessionPath.class).sessionId());
        return switch (useCases.revokeSession().handle(new RevokeSession.Command(call.actor(), session))) {
            case RevokeSession.Outcome.Revoked() -> Answer.noContent();
        };
    }
}
