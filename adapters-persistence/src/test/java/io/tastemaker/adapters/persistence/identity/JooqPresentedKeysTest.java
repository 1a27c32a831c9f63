package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.PresentedKeys;
import io.tastemaker.application.identity.out.PresentedKeysContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqPresentedKeysTest extends PresentedKeysContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqPresentedKeys presented = new JooqPresentedKeys(DATABASE.acrossTeams(), DATABASE.transactions());

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected ApiKeys keys() {
        return new JooqApiKeys(DATABASE.transactions());
    }

    @Override
    protected PresentedKeys presented() {
        return presented;
    }

    @Override
    protected void afterAMoment() {
        presented.close();
    }
}
