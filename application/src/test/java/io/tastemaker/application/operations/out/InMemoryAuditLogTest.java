package io.tastemaker.application.operations.out;

import io.tastemaker.application.identity.out.InMemoryTeams;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryAuditLogTest extends AuditLogContract {

    private final Origin.Trail trail = new Origin.Trail();
    private final InMemoryTransactions transactions = new InMemoryTransactions(trail);
    private final InMemoryTeams teams = new InMemoryTeams(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Origin.Trail trail() {
        return trail;
    }

    @Override
    protected Teams teams() {
        return teams;
    }

    @Override
    protected AuditLog log() {
        return new InMemoryAuditLog(transactions);
    }
}
