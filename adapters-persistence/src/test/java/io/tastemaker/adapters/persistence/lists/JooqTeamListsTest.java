package io.tastemaker.adapters.persistence.lists;

import io.tastemaker.adapters.persistence.identity.JooqUsers;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.lists.out.TeamListsContract;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqTeamListsTest extends TeamListsContract {

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
    protected TeamLists lists() {
        return new JooqTeamLists(DATABASE.transactions());
    }

    @Override
    protected ListCollaborators collaborators() {
        return new JooqListCollaborators(DATABASE.transactions());
    }
}
