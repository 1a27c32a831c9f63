package io.tastemaker.adapters.persistence.operations;

import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.operations.out.JobsContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqJobsTest extends JobsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Teams teams() {
        return new JooqTeams(DATABASE.acrossTeams());
    }

    @Override
    protected Jobs jobs() {
        return new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
