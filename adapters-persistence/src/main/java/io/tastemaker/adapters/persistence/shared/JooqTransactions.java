package io.tastemaker.adapters.persistence.shared;

import javax.sql.DataSource;

/** Transactions of the role that serves the teams: row-level security shows it the rows of the team it is bound to, and no others. */
public final class JooqTransactions extends SqlTransactions {

    public JooqTransactions(DataSource dataSource) {
        super(dataSource);
    }
}
