package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Sessions;
import io.tastemaker.application.identity.out.SessionsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSessionsTest extends SessionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqPlatformTransactions transactions = new JooqPlatformTransactions(DATABASE.database().platform());

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return new JooqUsers(transactions);
    }

    @Override
    protected Sessions sessions() {
        return new JooqSessions(transactions);
    }
}
