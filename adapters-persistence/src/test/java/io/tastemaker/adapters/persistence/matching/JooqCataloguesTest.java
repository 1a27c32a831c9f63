package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.identity.JooqTeams;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.identity.out.Teams;
import io.tastemaker.application.matching.out.Catalogues;
import io.tastemaker.application.matching.out.CataloguesContract;
import io.tastemaker.application.shared.out.Transactions;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCataloguesTest extends CataloguesContract {

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
    protected Creators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    private final Catalogues catalogues = new JooqCatalogues(DATABASE.transactions(), 1_000);

    @Override
    protected Catalogues catalogues() {
        return catalogues;
    }
}
