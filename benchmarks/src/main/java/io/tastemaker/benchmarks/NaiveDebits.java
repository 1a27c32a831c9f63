package io.tastemaker.benchmarks;

import io.tastemaker.domain.shared.TeamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** A debit as it is usually written: one transaction of four statements. It writes the same rows as ours, without computing a hash. */
final class NaiveDebits {

    private static final long PRICE = 5;
    private static final byte[] HASH = new byte[32];
    private static final String ANSWER = "{\"kind\": \"charged\", \"action\": \"post_analytics\", \"quota\": 0, \"allowance\": 0, \"credit\": 1,"
            + " \"rule\": \"post_analytics@1\", \"unit\": 5, \"discount\": 0, \"credits\": 5, \"plan\": \"free@1\", \"quota_left\": 0,"
            + " \"allowance_left\": 0, \"credits_left\": 999999999995, \"ends\": 1793000000000000}";

    private final DataSource connections;
    private final String actor;

    NaiveDebits(DataSource connections, String actor) {
        this.connections = connections;
        this.actor = actor;
    }

    void take(TeamId team) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement bind = connection.createStatement()) {
                bind.execute("select set_config('app.team_id', '" + team + "', true)");
            }
            take(connection, team.value());
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void take(Connection connection, UUID team) throws SQLException {
        UUID operation = UUID.randomUUID();
        Timestamp now = Timestamp.from(Instant.now());
        long version;
        long seq;
        long left;
        String state;
        try (PreparedStatement lock = connection.prepareStatement(
                "select version, seq, head, posted, held, debt, state from wallets.wallet where team_id = ? for update")) {
            lock.setObject(1, team);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                version = row.getLong(1) + 1;
                seq = row.getLong(2) + 1;
                left = row.getLong(4) - PRICE;
                state = row.getString(7);
            }
        }
        if (left < 0) {
            throw new IllegalStateException("too few credits");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into wallets.operation (team_id, id, key, kind, command, action, units, credits, balance, actor, at, last_seq, entries,"
                        + " answer, version, position) values (?, ?, ?, 'spend', 'charge post_analytics 1', 'post_analytics', 1, ?, ?, ?, ?, ?, 1, ?::jsonb, ?, 1)")) {
            insert.setObject(1, team);
            insert.setObject(2, operation);
            insert.setString(3, "c:POST /benchmark:" + operation);
            insert.setLong(4, -PRICE);
            insert.setLong(5, left);
            insert.setString(6, actor);
            insert.setTimestamp(7, now);
            insert.setLong(8, seq);
            insert.setString(9, ANSWER);
            insert.setLong(10, version);
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into wallets.ledger_entry (team_id, seq, operation_id, at, from_account, to_account, unit, amount, lot, period, actor,"
                        + " rule, hash) values (?, ?, ?, ?, 'available', 'usage.post_analytics', 'credit', ?, 'benchmark', ?, ?,"
                        + " 'post_analytics@1', ?)")) {
            insert.setObject(1, team);
            insert.setLong(2, seq);
            insert.setObject(3, operation);
            insert.setTimestamp(4, now);
            insert.setLong(5, PRICE);
            insert.setTimestamp(6, now);
            insert.setString(7, actor);
            insert.setBytes(8, HASH);
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update wallets.wallet set version = version + 1, seq = ?, head = ?, posted = ?, state = ?::jsonb where team_id = ?")) {
            update.setLong(1, seq);
            update.setBytes(2, HASH);
            update.setLong(3, left);
            update.setString(4, state);
            update.setObject(5, team);
            update.executeUpdate();
        }
    }
}
