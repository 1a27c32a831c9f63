package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Throttles;
import io.tastemaker.application.identity.out.ThrottlesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqThrottlesTest extends ThrottlesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Throttles throttles() {
        return new JooqThrottles(DATABASE.acrossTeams());
    }
}
