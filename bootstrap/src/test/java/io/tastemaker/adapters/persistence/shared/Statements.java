package io.tastemaker.adapters.persistence.shared;

import org.jooq.ExecuteListener;

/** Lets a test watch, change or break the statements of the role that serves the teams. */
public final class Statements {

    private Statements() {}

    /** Every statement that begins from now on goes through the listener. */
    public static void through(ExecuteListener listener, SqlTransactions transactions) {
        transactions.listen(listener);
    }
}
