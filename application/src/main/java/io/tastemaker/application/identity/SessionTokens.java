package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.identity.out.AccessTokens.Claims;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.identity.out.Users.Belonging;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.Session.Proof;
import io.tastemaker.domain.identity.Session.Source;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Begins and continues sessions, whichever way somebody signed in. Runs inside a platform transaction of the use case. */
final class SessionTokens {

    static final Duration ACCESS_LIFE = Duration.ofMinutes(15);
    static final Duration SESSION_LIFE = Duration.ofDays(30);

    private final Users users;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    SessionTokens(Users users, Sessions sessions, AccessTokens accessTokens, Ids ids, Tokens tokens, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Begins a session in the home team.
     *
     * @param user who
     * @param proofs how it was proved
     * @param source from where
     * @return the session with its tokens
     */
    SignedIn begin(User user, Set<Proof> proofs, Source source) {
        Instant now = now();
        TokenText refresh = next();
        List<Belonging> teams = users.belongings(user.id());
        Session session = new Session(new SessionId(ids.next()), user.id(), team(user, teams, user.homeTeam()), proofs, source, now, now,
                now.plus(SESSION_LIFE), Optional.empty());
        sessions.start(session, new Sessions.RefreshToken(refresh.hash(), session.id(), now));
        return signedIn(user, session, refresh, teams);
    }

    /**
     * Continues a session.
     *
     * @param user whose
     * @param session as it was
     * @param refresh the token that gets the next pair
     * @param wanted for which team; when the person is not of that team any more, for the home team
     * @return the session, used now, with its tokens
     */
    SignedIn resume(User user, Session session, TokenText refresh, TeamId wanted) {
        Instant now = now();
        List<Belonging> teams = users.belongings(user.id());
        Session used = new Session(session.id(), session.user(), team(user, teams, wanted), session.proofs(), session.source(),
                session.startedAt(), now, now.plus(SESSION_LIFE), Optional.empty());
        sessions.touch(used);
        return signedIn(user, used, refresh, teams);
    }

    /** A new refresh token. */
    TokenText next() {
        return new TokenText(Kind.REFRESH, tokens.next());
    }

    private SignedIn signedIn(User user, Session session, TokenText refresh, List<Belonging> teams) {
        Instant now = session.lastUsedAt().truncatedTo(ChronoUnit.SECONDS); // asked twice, the clock could be a second further
        Optional<Belonging> team = in(teams, session.team());
        // An operator has no role in the team of the catalogue, and what a token claims is not what decides.
        Role role = team.map(belonging -> belonging.membership().role()).orElse(Role.MEMBER);
        Claims claims = new Claims(user.id(), session.team(), role, session.id(), now, now.plus(ACCESS_LIFE));
        return new SignedIn(user, session, accessTokens.issue(claims), claims.expiresAt(), refresh.text(), team, teams);
    }

    private static TeamId team(User user, List<Belonging> teams, TeamId wanted) {
        return in(teams, wanted)
                .or(() -> user.isOperator() ? Optional.empty() : in(teams, user.homeTeam()).or(() -> teams.stream().findFirst()))
                .map(belonging -> belonging.membership().team())
                .orElse(user.homeTeam());
    }

    private static Optional<Belonging> in(List<Belonging> teams, TeamId team) {
        return teams.stream().filter(belonging -> belonging.membership().team().equals(team)).findFirst();
    }

    /** The database keeps microseconds; what is answered is what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
