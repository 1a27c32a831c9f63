package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.adapters.persistence.shared.Failures;
import io.tastemaker.adapters.persistence.shared.Jooq;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.Record;
import org.postgresql.util.PSQLException;

/**
 * Wallets in PostgreSQL. What is done with every charge takes one round trip: statements of constant text on connections that commit each
 * by itself, prepared once, with the binding of row-level security inside. The rest goes through jOOQ as elsewhere.
 */
public final class JooqWallets implements Wallets {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Map<String, Existing> EXISTING = Map.of(
            "operation_pkey", Existing.OPERATION, "lot_pkey", Existing.LOT, "access_pkey", Existing.ACCESS);

    private static final String LOAD = reading(WalletRow.COLUMNS, "wallets.wallet own where own.team_id = bound.team");

    private static final String RIGHTS = reading(AccessRow.COLUMNS, "unnest(?::text[], ?::text[]) as wanted (wanted_action, wanted_target) "
            + "join wallets.access own on own.action = wanted_action and own.target = wanted_target "
            + "where own.team_id = bound.team and (own.until is null or own.until > ?::timestamptz)");

    private static final String OPERATIONS =
            reading(OperationRow.COLUMNS, "wallets.operation own where own.team_id = bound.team and own.id = any (?::uuid[])");

    /** Sets the values that a statement asks for. */
    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private final Convoy convoy = new Convoy(this::write);
    private final DataSource wallets;
    private final JooqTransactions transactions;

    /**
     * Works on connections that commit each statement.
     *
     * @param wallets the connections
     * @param transactions none of which may be open
     */
    public JooqWallets(DataSource wallets, JooqTransactions transactions) {
        this.wallets = wallets;
        this.transactions = transactions;
    }

    @Override
    public Optional<Wallet> load(TeamId team) {
        return read(LOAD, WalletRow.COLUMNS, statement -> statement.setString(1, team.toString()), WalletRow::wallet).stream().findFirst();
    }

    @Override
    public Facts facts(TeamId team, Facts.Wanted wanted, Instant now) {
        Map<Access.Right, Access> open = wanted.rights().isEmpty() ? Map.of() : open(team, wanted.rights(), now);
        if (wanted.operations().isEmpty() && wanted.sources().isEmpty()) {
            return new Facts(open, Map.of(), Map.of());
        }
        refuseOpenTransaction();
        return transactions.reading(team, sql -> {
            PastFacts past = new PastFacts(sql, team);
            return new Facts(open, past.past(wanted.operations()), past.births(wanted.sources()));
        });
    }

    private Map<Access.Right, Access> open(TeamId team, Set<Access.Right> rights, Instant now) {
        List<Access.Right> ordered = List.copyOf(rights);
        List<Access> open = read(RIGHTS, AccessRow.COLUMNS, statement -> {
            statement.setString(1, team.toString());
            statement.setObject(2, ordered.stream().map(right -> right.action().code()).toArray(String[]::new));
            statement.setObject(3, ordered.stream().map(Access.Right::target).toArray(String[]::new));
            statement.setString(4, now.toString());
        }, AccessRow::access);
        return open.stream().collect(Collectors.toMap(Access::right, Function.identity()));
    }

    @Override
    public List<Operation> operations(TeamId team, Set<UUID> ids) {
        return read(OPERATIONS, OperationRow.COLUMNS, statement -> {
            statement.setString(1, team.toString());
            statement.setObject(2, ids.toArray(UUID[]::new));
        }, OperationRow::operation);
    }

    @Override
    public Applied apply(WalletChange change) {
        refuseOpenTransaction();
        return convoy.apply(change);
    }

    /** Writes changes of one shape in one transaction. */
    private List<Applied> write(List<WalletChange> changes) {
        try (Connection connection = wallets.getConnection();
                PreparedStatement statement = connection.prepareStatement(ChangeStatement.text(changes))) {
            ChangeStatement.bind(statement, changes);
            statement.execute();
            List<Applied> applied = new ArrayList<>(changes.size());
            while (applied.size() < changes.size()) {
                statement.getMoreResults(); // behind the answer of the binding
                try (ResultSet moved = statement.getResultSet()) {
                    moved.next();
                    applied.add(moved.getLong(1) == 1 ? new Applied.Written() : new Applied.Outdated());
                }
                statement.getMoreResults();
            }
            return applied;
        } catch (SQLException failure) {
            Existing existing = existing(failure).orElseThrow(() -> Failures.translated(failure));
            if (changes.size() > 1) {
                throw new Convoy.Broken();
            }
            return List.of(new Applied.Clash(existing));
        }
    }

    private static Optional<Existing> existing(SQLException failure) {
        return UNIQUE_VIOLATION.equals(failure.getSQLState()) && failure instanceof PSQLException unique && unique.getServerErrorMessage() != null
                ? Optional.ofNullable(EXISTING.get(unique.getServerErrorMessage().getConstraint()))
                : Optional.empty();
    }

    /**
     * A statement that binds the team and then reads. The subquery that binds is volatile and the other one depends on it, with a limit
     * that keeps it a subquery; so the one runs before the policies of the other are looked at.
     */
    private static String reading(List<Field<?>> columns, String rows) {
        return "select found.* from (select set_config('app.team_id', ?, true)::uuid as team) bound cross join lateral (select "
                + columns.stream().map(Field::getName).collect(Collectors.joining(", own.", "own.", "")) + " from " + rows + " offset 0) found";
    }

    private <T> List<T> read(String text, List<Field<?>> columns, Binding binding, Function<Record, T> row) {
        refuseOpenTransaction();
        try (Connection connection = wallets.getConnection(); PreparedStatement statement = connection.prepareStatement(text)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return Jooq.read(rows, columns).map(row::apply);
            }
        } catch (SQLException failure) {
            throw Failures.translated(failure);
        }
    }

    /** The row of a wallet would stay locked for as long as the work of the open one takes, and both would wait for connections. */
    private void refuseOpenTransaction() {
        if (transactions.isOpen()) {
            throw new IllegalStateException("wallets are asked outside of transactions");
        }
    }
}
