package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Memberships;
import io.tastemaker.application.identity.out.MembershipsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqMembershipsTest extends MembershipsContract {

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
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return new JooqUsers(DATABASE.platformTransactions());
    }

    @Override
    protected Memberships memberships() {
        return new JooqMemberships(DATABASE.transactions());
    }
}
