package io.tastemaker.application.shared.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;

class InMemoryEventsTest extends EventsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryEvents events = new InMemoryEvents(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Events events() {
        return events;
    }

    @Override
    protected List<Event> told(TeamId team) {
        return events.told(team);
    }
}
