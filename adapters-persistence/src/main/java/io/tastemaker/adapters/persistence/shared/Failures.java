package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.domain.access.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure of the database means to its callers. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01"); // serialization failure, deadlock
    private static final Set<String> UNAVAILABLE = Set.of(
            "57P01", "57P02", "57P03", "57P05", // the server stops, crashed, starts; idle for too long
            "57014", // canceled, as a rule by the statement timeout
            "55P03", // lock timeout
            "25P03"); // idle in a transaction for too long

    private Failures() {}

    static boolean isWorthAnotherTry(Throwable failure) {
        return sqlState(failure).map(TRY_AGAIN::contains).orElse(false);
    }

    /** The failure as callers shall see it: {@link Refusal.Unavailable} when the database cannot serve now, itself otherwise. */
    static RuntimeException translated(RuntimeException failure) {
        return isUnavailable(failure) ? unavailable(failure) : failure;
    }

    /** The same for statements that do not go through jOOQ. */
    public static RuntimeException translated(SQLException failure) {
        return isUnavailable(failure) ? unavailable(failure) : new IllegalStateException(failure);
    }

    private static Refusal.Unavailable unavailable(Throwable cause) {
        LOG.warn("the database cannot serve now: {} {}", sqlState(cause).orElse(""), root(cause).getMessage());
        return new Refusal.Unavailable("database", Duration.ofSeconds(2));
    }

    private static boolean isUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return sqlState(failure)
                .map(state -> state.startsWith("08") || state.startsWith("53") || UNAVAILABLE.contains(state) || TRY_AGAIN.contains(state))
                .orElse(false);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
