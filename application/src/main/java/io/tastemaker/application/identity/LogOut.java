package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;

/** Ends the session of who asks. */
public final class LogOut {

    private final PlatformTransactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    LogOut(PlatformTransactions transactions, Sessions sessions, InstantSource clock) {
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
        /** The session has ended. */
        record Out() implements Outcome {}
    }

    /**
     * Ends the session.
     *
     * @param command what is wanted
     * @return always the same
     */
    public Outcome handle(Command command) {
        Actor.Person person = OwnSession.of(command.actor());
        transactions.run(command.actor(), "session.end", () -> {
            sessions.revoke(person.session(), clock.instant());
            transactions.about(Subject.of("session", person.session()), List.of());
        });
        return new Outcome.Out();
    }
}
