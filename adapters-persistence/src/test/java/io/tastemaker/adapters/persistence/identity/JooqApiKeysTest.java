package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.ApiKeys;
import io.tastemaker.application.identity.out.ApiKeysContract;
import io.tastemaker.application.identity.out.Teams;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqApiKeysTest extends ApiKeysContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Teams teams() {
        return new JooqTeams(DATABASE.acrossTeams());
    }

    @Override
    protected ApiKeys keys() {
        return new JooqApiKeys(DATABASE.acrossTeams());
    }
}
