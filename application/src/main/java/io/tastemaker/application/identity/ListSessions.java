package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Session;
import java.time.InstantSource;
import java.util.List;

/** Lists where a person is signed in. */
public final class ListSessions {

    /** How many are listed. */
    public static final int MOST = 100;

    private final PlatformTransactions transactions;
    private final Sessions sessions;
    private final InstantSource clock;

    ListSessions(PlatformTransactions transactions, Sessions sessions, InstantSource clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param actor a person
     */
    public record Query(Actor actor) {}

    /**
     * A session of the person.
     *
     * @param session the session
     * @param current whether it is the one that asks
     */
    public record Entry(Session session, boolean current) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return those that live, the last used first, at most {@value #MOST}
     */
    public List<Entry> handle(Query query) {
        Actor.Person person = OwnSession.of(query.actor());
        return transactions.reading(query.actor(), () -> sessions.alive(person.user(), clock.instant())).stream()
                .limit(MOST)
                .map(session -> new Entry(session, session.id().equals(person.session())))
                .toList();
    }
}
