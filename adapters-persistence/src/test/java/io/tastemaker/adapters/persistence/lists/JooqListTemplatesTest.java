package io.tastemaker.adapters.persistence.lists;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.lists.out.ListTemplates;
import io.tastemaker.application.lists.out.ListTemplatesContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqListTemplatesTest extends ListTemplatesContract {

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
    protected ListTemplates templates() {
        return new JooqListTemplates(DATABASE.transactions());
    }
}
