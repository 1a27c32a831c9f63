package io.tastemaker.application.identity;

import io.tastemaker.application.identity.TokenText.Kind;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.Sessions.Rotation;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.Session;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges a refresh token for the next pair of tokens. A token works once; who did not get the answer may ask again for a few seconds
 * and gets the same successor. A token that comes back later was stolen, from whom is unknown: its session ends.
 */
public final class RefreshSession {

    /** How long a lost answer can be asked for again. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private final PlatformTransactions transactions;
    private final Users users;
    private final Sessions sessions;
    private final SessionTokens sessionTokens;
    private final InstantSource clock;

    RefreshSession(PlatformTransactions transactions, Users users, Sessions sessions, SessionTokens sessionTokens, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
        this.sessionTokens = sessionTokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param caller nobody yet
     * @param refreshToken as presented
     * @param team for which team to go on; empty for the one of before
     */
    public record Command(Anonymous caller, String refreshToken, Optional<TeamId> team) {
        @Override
        public String toString() {
            return "Command[a token]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The session goes on.
         *
         * @param signedIn with the next tokens
         */
        record Refreshed(SignedIn signedIn) implements Outcome {}

        /** The token is unknown, its session has ended, or it came back and ended its session: nobody learns which. */
        record Refused() implements Outcome {}
    }

    /**
     * Goes on.
     *
     * @param command what is wanted
     * @return the next tokens, or a refusal
     * @throws Refusal.NotFound when the person does not belong to the wanted team; the token stays as it was
     */
    public Outcome handle(Command command) {
        Optional<TokenText> presented = TokenText.read(Kind.REFRESH, command.refreshToken());
        Optional<Session> holder = presented.flatMap(token -> transactions.reading(actor(TeamId.CATALOGUE), () -> sessions.ofToken(token.hash())));
        if (holder.isEmpty()) {
            return new Outcome.Refused();
        }
        return transactions.inTransaction(actor(holder.get().team()), "session.refresh", () -> exchange(presented.get(), command.team()));
    }

    private Outcome exchange(TokenText presented, Optional<TeamId> wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TokenText successor = sessionTokens.next();
        return switch (sessions.rotate(presented.hash(), successor.hash(), presented.seal(successor), now)) {
            case Rotation.Rotated(Session session) -> goOn(session, successor, wanted, now);
            case Rotation.SpentBefore(Session session, Instant spentAt, String sealed, boolean alive)
                    when alive && !now.isAfter(spentAt.plus(GRACE)) -> goOn(session, presented.open(sealed), wanted, now);
            case Rotation.SpentBefore replayed -> end(replayed.session(), now);
            case Rotation.Unknown() -> new Outcome.Refused();
        };
    }

    private Outcome goOn(Session session, TokenText refresh, Optional<TeamId> wanted, Instant now) {
        Optional<User> user = users.find(session.user()).filter(known -> known.suspendedAt().isEmpty());
        if (user.isEmpty()) {
            return end(session, now);
        }
        if (wanted.filter(team -> !mayWorkFor(user.get(), team)).isPresent()) {
            throw new Refusal.NotFound();
        }
        transactions.about(Subject.of("session", session.id()), List.of(Change.withheld("refresh_token")));
        return new Outcome.Refreshed(sessionTokens.resume(user.get(), session, refresh, wanted.orElse(session.team())));
    }

    private boolean mayWorkFor(User user, TeamId team) {
        return user.isOperator() && team.equals(user.homeTeam()) || users.membership(team, user.id()).isPresent();
    }

    private Outcome end(Session session, Instant now) {
        sessions.revoke(session.id(), now);
        transactions.about(Subject.of("session", session.id()), Traits.NONE.with("revoked_at", now).made());
        return new Outcome.Refused();
    }

    private static Actor actor(TeamId team) {
        return new Actor.System("sign-in", team);
    }
}
