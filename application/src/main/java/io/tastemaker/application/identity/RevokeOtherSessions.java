package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Ends all sessions of the person who asks but the one that asks. */
public final class RevokeOtherSessions {

    private final PlatformTransactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    RevokeOtherSessions(PlatformTransactions transactions, Sessions sessions, InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor a person
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They have ended.
         *
         * @param count how many
         */
        record Revoked(int count) implements Outcome {}
    }

    /**
     * Ends them.
     *
     * @param command what is wanted
     * @return how many have ended
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        return transactions.inTransaction(command.actor(), "session.end_others", () -> {
            transactions.about(Subject.of("user", person.user()), List.of());
            return new Outcome.Revoked(sessions.revokeAll(person.user(), Optional.of(person.session()), clock.instant()));
        });
    }
}
