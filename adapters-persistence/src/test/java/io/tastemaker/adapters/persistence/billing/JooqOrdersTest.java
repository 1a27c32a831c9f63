package io.tastemaker.adapters.persistence.billing;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.Orders;
import io.tastemaker.application.billing.out.OrdersContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqOrdersTest extends OrdersContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Orders orders() {
        return new JooqOrders(DATABASE.transactions(), DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }
}
