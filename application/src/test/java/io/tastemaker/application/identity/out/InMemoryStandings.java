package io.tastemaker.application.identity.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.identity.Membership;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** What is left of a sign-in, looked up each time. */
public final class InMemoryStandings implements Standings {

    private static final Actor NOBODY = new Actor.System("sign-in", TeamId.CATALOGUE);

    private final InMemoryTransactions transactions;
    private final InMemoryUsers users;
    private final InMemorySessions sessions;

    public InMemoryStandings(InMemoryTransactions transactions, InMemoryUsers users, InMemorySessions sessions) {
        this.transactions = transactions;
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public Optional<Standing> find(SessionId id, TeamId team) {
        return transactions.reading(NOBODY, () -> sessions.find(id)
                .filter(session -> session.revokedAt().isEmpty())
                .flatMap(session -> users.find(session.user())
                        .filter(user -> user.suspendedAt().isEmpty())
                        .map(user -> new Standing(user.id(), session.expiresAt(), user.isOperator(),
                                users.membership(team, user.id()).map(Membership::role)))));
    }
}
