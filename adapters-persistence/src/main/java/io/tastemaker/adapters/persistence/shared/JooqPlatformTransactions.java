package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.Origin;
import io.tastemaker.application.shared.out.PlatformTransactions;
import javax.sql.DataSource;

/** Transactions of the role {@code tastemaker_platform}, with its own policies. Only a listed few repositories may use it. */
public final class JooqPlatformTransactions extends SqlTransactions implements PlatformTransactions {

    /** Transactions whose work came from nowhere, as in a test or a command. */
    public JooqPlatformTransactions(DataSource dataSource) {
        this(dataSource, new Origin.Trail());
    }

    /** Transactions that read off the trail where their work came from. */
    public JooqPlatformTransactions(DataSource dataSource, Origin.Trail trail) {
        super(dataSource, trail);
    }
}
