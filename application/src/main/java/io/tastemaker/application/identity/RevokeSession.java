package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Ends one session of the person who asks. */
public final class RevokeSession {

    private final PlatformTransactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    RevokeSession(PlatformTransactions transactions, Sessions sessions, InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person
     * @param session one of the person's own
     */
    public record Command(Actor actor, SessionId session) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The session has ended. */
        record Revoked() implements Outcome {}
    }

    /**
     * Ends it.
     *
     * @param command what is wanted
     * @return that it has ended
     * @throws Refusal.NotFound when it is nobody's, another's, or has ended before
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        Instant now = clock.instant();
        return transactions.inTransaction(command.actor(), "session.end", () -> {
            sessions.find(command.session())
                    .filter(session -> session.user().equals(person.user()) && session.isAlive(now))
                    .orElseThrow(Refusal.NotFound::new);
            sessions.revoke(command.session(), now);
            transactions.about(Subject.of("session", command.session()), List.of());
            return new Outcome.Revoked();
        });
    }
}
