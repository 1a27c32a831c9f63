package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.webhooks.out.Deliveries;
import io.tastemaker.application.webhooks.out.Endpoints;
import io.tastemaker.application.webhooks.out.DeliveriesContract;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqDeliveriesTest extends DeliveriesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final InMemoryIds IDS = new InMemoryIds();

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

    @Override
    protected Events events() {
        return new JooqEvents(DATABASE.transactions(), IDS, InstantSource.fixed(NOON));
    }

    @Override
    protected Deliveries deliveries() {
        return new JooqDeliveries(DATABASE.transactions(), DATABASE.acrossTeams(), InstantSource.fixed(NOON));
    }
}
