package io.tastemaker.adapters.persistence.operations;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.IdempotentCallsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqIdempotentCallsTest extends IdempotentCallsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected IdempotentCalls calls() {
        return new JooqIdempotentCalls(DATABASE.transactions(), DATABASE.acrossTeams());
    }
}
