package io.tastemaker.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;

/**
 * Work across teams, as the role {@code tastemaker_platform} with its own policies. Only a listed few repositories may use it;
 * each call is a transaction of its own.
 */
public final class AcrossTeams {

    private final DataSource dataSource;
    private final Configuration configuration = Jooq.configuration();

    public AcrossTeams(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs a step; commits when it returns, rolls back when it throws. */
    public <T> T run(Function<DSLContext, T> step) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                T result = step.apply(Jooq.on(connection, configuration));
                connection.commit();
                return result;
            } catch (RuntimeException failure) {
                SqlTransactions.rollBack(connection, failure); // what failed is what callers see, not that nothing could be rolled back
                throw Failures.translated(failure);
            }
        } catch (SQLException failure) {
            throw Failures.translated(failure);
        }
    }
}
