package io.tastemaker.adapters.persistence.shared;

import io.tastemaker.adapters.persistence.shared.DatabaseAddress.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.util.PasswordUtil;

/** Makes the logins of the running program members of the roles that the migrations grant to; creates what is not there yet. */
final class Logins {

    private Logins() {}

    static void provide(DatabaseAddress address) {
        Login owner = address.owner();
        try (Connection connection = DriverManager.getConnection(address.url(), owner.user(), owner.password())) {
            DSLContext sql = Jooq.on(connection, Jooq.configuration());
            provide(sql, address.app(), "tastemaker_app");
            provide(sql, address.platform(), "tastemaker_platform");
        } catch (SQLException failure) {
            throw new DataAccessException("the logins cannot be provided", failure);
        }
    }

    private static void provide(DSLContext sql, Login login, String role) throws SQLException {
        boolean exists = sql.fetchExists(DSL.selectOne().from("pg_roles").where("rolname = ?", login.user()));
        if (!exists) {
            String verifier = PasswordUtil.encodePassword(login.user(), login.password().toCharArray(), "scram-sha-256");
            sql.execute("create role {0} login nosuperuser nobypassrls nocreatedb nocreaterole password {1}",
                    DSL.name(login.user()), DSL.inline(verifier));
        }
        List<String> granted = sql.fetch(
                        "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid "
                                + "join pg_roles l on l.oid = m.member where l.rolname = ?", login.user())
                .getValues(0, String.class);
        if (!granted.contains(role)) {
            sql.execute("grant {0} to {1}", DSL.name(role), DSL.name(login.user()));
        }
    }
}
