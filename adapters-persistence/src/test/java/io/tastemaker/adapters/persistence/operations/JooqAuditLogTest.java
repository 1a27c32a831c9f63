package io.tastemaker.adapters.persistence.operations;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.operations.out.AuditLogContract;
import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqAuditLogTest extends AuditLogContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Origin.Trail trail = new Origin.Trail();
    private JooqTransactions transactions;

    @BeforeEach
    void connect() {
        transactions = new JooqTransactions(DATABASE.database().app(), trail);
    }

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
        return DATABASE.teams();
    }

    @Override
    protected AuditLog log() {
        return new JooqAuditLog(transactions);
    }
}
