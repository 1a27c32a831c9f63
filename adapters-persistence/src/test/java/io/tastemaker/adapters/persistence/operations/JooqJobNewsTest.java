package io.tastemaker.adapters.persistence.operations;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.JobNews;
import io.tastemaker.application.operations.out.JobNewsContract;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqJobNewsTest extends JobNewsContract {

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
    protected Jobs jobs() {
        return new JooqJobs(DATABASE.transactions(), DATABASE.acrossTeams());
    }

    @Override
    protected JobNews news() {
        return new JooqJobNews(DATABASE.acrossTeams());
    }
}
