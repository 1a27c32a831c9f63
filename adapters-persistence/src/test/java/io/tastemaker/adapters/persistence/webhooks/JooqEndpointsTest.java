package io.tastemaker.adapters.persistence.webhooks;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.application.webhooks.out.EndpointsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqEndpointsTest extends EndpointsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Endpoints endpoints() {
        return new JooqEndpoints(DATABASE.transactions());
    }
}
