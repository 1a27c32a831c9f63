package io.tastemaker.application.operations.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Outbox;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryOutgoingMailTest extends OutgoingMailContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTeams teams = new InMemoryTeams(transactions);
    private final InMemoryOutgoingMail mail = new InMemoryOutgoingMail(transactions, CLOCK);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected Outbox outbox() {
        return mail;
    }

    @Override
    protected OutgoingMail mail() {
        return mail;
    }
}
