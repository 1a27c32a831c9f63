package io.tastemaker.adapters.persistence.shared;

import java.sql.Connection;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultConnectionProvider;

/** How jOOQ is set up. */
final class Jooq {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private Jooq() {}

    static Configuration configuration() {
        Settings settings = new Settings().withExecuteLogging(false).withFetchWarnings(false);
        return new DefaultConfiguration().set(SQLDialect.POSTGRES).set(settings);
    }

    static DSLContext on(Connection connection, Configuration configuration) {
        return DSL.using(configuration.derive(new DefaultConnectionProvider(connection)));
    }
}
