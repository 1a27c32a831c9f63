package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.SearchHistory;
import io.tastemaker.application.matching.out.SearchHistoryContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqSearchHistoryTest extends SearchHistoryContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JooqSearchHistory history = new JooqSearchHistory(DATABASE.transactions());

    @AfterEach
    void stopWriting() {
        history.close();
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
    protected SearchHistory history() {
        return history;
    }
}
