package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.StoredRankings;
import io.tastemaker.application.matching.out.StoredRankingsContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqStoredRankingsTest extends StoredRankingsContract {

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
    protected StoredRankings rankings() {
        return new JooqStoredRankings(DATABASE.transactions());
    }
}
