package io.tastemaker.adapters.persistence.shared;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Collection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/** How jOOQ is set up. */
public final class Jooq {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private static final DSLContext READER = DSL.using(configuration());

    private Jooq() {}

    static Configuration configuration() {
        Settings settings = new Settings().withExecuteLogging(false).withFetchWarnings(false);
        return new DefaultConfiguration().set(SQLDialect.POSTGRES).set(settings);
    }

    /** Reads what a statement returned that did not go through jOOQ, as jOOQ would have. */
    public static Result<Record> read(ResultSet rows, Collection<? extends Field<?>> columns) {
        return READER.fetch(rows, columns.toArray(Field<?>[]::new));
    }

    static DSLContext on(Connection connection, Configuration configuration) {
        return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }
}
