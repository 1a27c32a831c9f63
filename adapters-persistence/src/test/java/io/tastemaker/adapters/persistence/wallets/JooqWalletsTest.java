package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.application.wallets.out.WalletsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqWalletsTest extends WalletsContract {

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
    protected Wallets wallets() {
        return new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    }

    @Override
    protected Ledgers ledgers() {
        return new JooqLedgers(DATABASE.transactions());
    }
}
