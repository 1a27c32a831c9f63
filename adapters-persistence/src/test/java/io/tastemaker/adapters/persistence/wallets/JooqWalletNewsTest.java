package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.wallets.out.WalletNews;
import io.tastemaker.application.wallets.out.WalletNewsContract;
import io.tastemaker.application.wallets.out.Wallets;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqWalletNewsTest extends WalletNewsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Wallets wallets() {
        return new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    }

    @Override
    protected WalletNews news() {
        return new JooqWalletNews(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
