package io.tastemaker.adapters.persistence.billing;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.application.billing.out.TopUpPacksContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTopUpPacksTest extends TopUpPacksContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected TopUpPacks packs() {
        return new JooqTopUpPacks(DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }
}
