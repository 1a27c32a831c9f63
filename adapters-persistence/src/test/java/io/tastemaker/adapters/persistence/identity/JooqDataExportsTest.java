package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.identity.out.DataExportsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqDataExportsTest extends DataExportsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions transactions() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return new JooqUsers(DATABASE.platformTransactions());
    }

    @Override
    protected DataExports exports() {
        return new JooqDataExports(DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }
}
