package io.tastemaker.application.shared.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;

class InMemoryOutboxTest extends OutboxContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryOutbox outbox = new InMemoryOutbox(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected List<Letter> posted(TeamId team) {
        return outbox.letters(team);
    }
}
