package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.application.shared.out.PlatformTransactions;
import javax.sql.DataSource;

/** Transactions of the role {@code tastemaker_platform}, with its own policies. Only a listed few repositories may use it. */
public final class JooqPlatformTransactions extends SqlTransactions implements PlatformTransactions {

    public JooqPlatformTransactions(DataSource dataSource) {
        super(dataSource);
    }
}
