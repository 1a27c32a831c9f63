package io.tastemaker.adapters.persistence.billing;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.application.billing.out.CouponsContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCouponsTest extends CouponsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected PlatformTransactions platform() {
        return DATABASE.platformTransactions();
    }

    @Override
    protected Coupons coupons() {
        return new JooqCoupons(DATABASE.platformTransactions(), DATABASE.acrossTeams());
    }
}
