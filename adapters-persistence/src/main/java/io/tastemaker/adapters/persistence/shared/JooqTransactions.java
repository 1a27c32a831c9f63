package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.Origin;
import javax.sql.DataSource;

/** Transactions of the role that serves the teams: row-level security shows it the rows of the team it is bound to, and no others. */
public final class JooqTransactions extends SqlTransactions {

    /** Transactions whose work came from nowhere, as in a test or a command. */
    public JooqTransactions(DataSource dataSource) {
        this(dataSource, new Origin.Trail());
    }

    /** Transactions that read off the trail where their work came from. */
    public JooqTransactions(DataSource dataSource, Origin.Trail trail) {
        super(dataSource, trail);
    }
}
