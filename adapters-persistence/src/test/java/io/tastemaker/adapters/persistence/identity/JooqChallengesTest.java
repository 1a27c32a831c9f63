package io.tastemaker.adapters.persistence.identity;

import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Challenges;
import io.tastemaker.application.identity.out.ChallengesContract;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.shared.out.PlatformTransactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqChallengesTest extends ChallengesContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqPlatformTransactions transactions = new JooqPlatformTransactions(DATABASE.database().platform());

    @Override
    protected PlatformTransactions transactions() {
        return transactions;
    }

    @Override
    protected Teams teams() {
        return DATABASE.teams();
    }

    @Override
    protected Users users() {
        return new JooqUsers(transactions);
    }

    @Override
    protected Challenges challenges() {
        return new JooqChallenges(transactions);
    }
}
