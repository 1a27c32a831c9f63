package io.tastemaker.adapters.persistence.lists;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.ListItemsContract;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqListItemsTest extends ListItemsContract {

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
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    @Override
    protected TeamLists lists() {
        return new JooqTeamLists(DATABASE.transactions());
    }

    @Override
    protected ListItems items() {
        return new JooqListItems(DATABASE.transactions());
    }
}
