package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.TeamsContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTeamsTest extends TeamsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Teams teams() {
        return new JooqTeams(DATABASE.platformTransactions());
    }
}
