package io.tastemaker.benchmarks;

import io.tastemaker.adapters.persistence.matching.JooqCatalogues;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.DatabaseAddress;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.shared.TeamId;

/** The creators that everybody shares, as a store has them now. */
final class SharedCatalogue {

    private static final int CONNECTIONS = 2;

    private SharedCatalogue() {}

    static Catalogue of(DatabaseAddress address, int mostCreators) {
        try (Database database = Database.open(address, CONNECTIONS)) {
            return new JooqCatalogues(new JooqTransactions(database.app()), mostCreators)
                    .current(new Actor.Operator("benchmark", TeamId.CATALOGUE));
        }
    }
}
