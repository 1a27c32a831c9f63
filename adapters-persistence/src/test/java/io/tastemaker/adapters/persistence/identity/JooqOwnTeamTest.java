package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.OwnTeam;
import io.tastemaker.application.identity.out.OwnTeamContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqOwnTeamTest extends OwnTeamContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return new JooqTeams(DATABASE.platformTransactions());
    }

    @Override
    protected OwnTeam own() {
        return new JooqOwnTeam(DATABASE.transactions());
    }
}
