package io.tastemaker.adapters.persistence.creators;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.creators.out.CreatorsContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCreatorsTest extends CreatorsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    /** The planner's worst case: it knows teams of a few rows, and a team writes thousands. */
    @BeforeEach
    void take_statistics_of_few_rows() {
        DATABASE.asSuperuser("analyze creators.creator");
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
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }
}
