package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.adapters.persistence.wallets.Columns.Column;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Lot;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The statement that writes a change. It moves the wallet from the version that was decided on, and inserts the rest from the row that this
 * returns, if it does: all of it, or nothing. What exists already breaks a primary key and with it the whole statement. Nothing of this may
 * pass over a conflict: the wallet would move although the operation had been booked before.
 *
 * <p>In front stands what binds row-level security to the team. Both travel together and are one transaction, without a round trip for
 * its begin or its end. The driver keeps them together only as long as it knows how long their answers can get; so neither returns text.
 */
final class ChangeStatement {

    /** Binds the team until the end of the transaction, which is the end of this text. */
    private static final String BIND = "select set_config('app.team_id', ?, true) is null; ";

    private static final String MOVE = """
            with w as (update wallets.wallet set version = ?, seq = ?, head = ?, posted = ?, held = ?, debt = ?, plan_key = ?, plan_version = ?,
            next_plan_key = ?, next_plan_version = ?, due_at = ?::timestamptz, state = ?::jsonb
            where team_id = ?::uuid and version = ? returning team_id)""";

    /** An operation and its place among those that are written together. */
    private record Numbered(long version, int position, Operation operation) {}

    private static final Columns<Numbered> OPERATIONS = new Columns<>("wallets.operation", List.of(
            Column.of("id", "uuid", row -> row.operation().id()),
            Column.of("version", "bigint", Numbered::version),
            Column.of("position", "integer", Numbered::position),
            Column.of("key", "text", row -> row.operation().key().text()),
            Column.of("kind", "text", row -> row.operation().kind().code()),
            Column.of("command", "text", row -> row.operation().command()),
            Column.of("action", "text", row -> row.operation().action().map(Action::code).orElse(null)),
            Column.of("units", "bigint", row -> row.operation().units()),
            Column.of("credits", "bigint", row -> row.operation().credits()),
            Column.of("balance", "bigint", row -> row.operation().balance()),
            Column.of("actor", "text", row -> row.operation().actor()),
            Column.of("target", "text", row -> row.operation().target().orElse(null)),
            Column.of("about", "text", row -> row.operation().about().orElse(null)),
            Column.of("at", "timestamptz", row -> row.operation().at().toString()),
            Column.of("last_seq", "bigint", row -> row.operation().lastSeq()),
            Column.of("entries", "integer", row -> row.operation().entries()),
            Column.of("note", "text", row -> row.operation().note().orElse(null)),
            Column.of("answer", "jsonb", row -> AnswerJson.write(row.operation().answer()))));

    private static final Columns<LedgerEntry> ENTRIES = new Columns<>("wallets.ledger_entry", List.of(
            Column.of("seq", "bigint", LedgerEntry::seq),
            Column.of("operation_id", "uuid", LedgerEntry::operation),
            Column.of("at", "timestamptz", entry -> entry.at().toString()),
            Column.of("from_account", "text", entry -> entry.from().name()),
            Column.of("to_account", "text", entry -> entry.to().name()),
            Column.of("unit", "text", LedgerEntry::unit),
            Column.of("amount", "bigint", LedgerEntry::amount),
            Column.of("lot", "text", entry -> entry.lot().orElse(null)),
            Column.of("period", "timestamptz", entry -> entry.period().map(Instant::toString).orElse(null)),
            Column.of("actor", "text", LedgerEntry::actor),
            Column.of("rule", "text", entry -> entry.rule().orElse(null)),
            Column.of("hash", "bytea", entry -> HexFormat.of().parseHex(entry.hash()))));

    private static final Columns<Lot> LOTS = new Columns<>("wallets.lot", List.of(
            Column.of("source", "text", Lot::source),
            Column.of("kind", "text", lot -> lot.kind().code()),
            new Column<>("scope", "text", "string_to_array(n.scope, ',')", lot -> String.join(",", Scopes.codes(lot.scope()))),
            Column.of("granted", "bigint", Lot::granted),
            Column.of("effective_at", "timestamptz", lot -> lot.effectiveAt().toString()),
            Column.of("expires_at", "timestamptz", lot -> lot.expiresAt().map(Instant::toString).orElse(null))));

    private static final Columns<Access> RIGHTS = new Columns<>("wallets.access", List.of(
            Column.of("action", "text", access -> access.right().action().code()),
            Column.of("target", "text", access -> access.right().target()),
            Column.of("until", "timestamptz", access -> access.until().map(Instant::toString).orElse(null)),
            Column.of("operation_id", "uuid", Access::operation),
            Column.of("actor", "text", Access::actor),
            Column.of("since", "timestamptz", access -> access.since().toString())));

    /** How many rows of each kind a text is made for; closing a right takes an array of any length. */
    private record Shape(int operations, int entries, int lots, int rights, boolean closing) {

        static final Shape LARGEST = new Shape(Columns.FEW + 1, Columns.FEW + 1, Columns.FEW + 1, Columns.FEW + 1, true);

        static Shape of(WalletChange change) {
            return new Shape(Columns.shape(change.operations().size()), Columns.shape(change.entries().size()),
                    Columns.shape(change.born().size()), Columns.shape(change.opened().size()), !change.closed().isEmpty());
        }

        int number() {
            int shapes = Columns.FEW + 2;
            return (((operations * shapes + entries) * shapes + lots) * shapes + rights) * 2 + (closing ? 1 : 0);
        }

        static Shape numbered(int number) {
            int shapes = Columns.FEW + 2;
            int rows = number / 2;
            return new Shape(rows / (shapes * shapes * shapes), rows / (shapes * shapes) % shapes, rows / shapes % shapes, rows % shapes,
                    number % 2 == 1);
        }

        String text() {
            return BIND + MOVE
                    + part(operations, "o", OPERATIONS)
                    + part(entries, "e", ENTRIES)
                    + part(lots, "l", LOTS)
                    + (closing ? ", c as (delete from wallets.access using w "
                            + "where access.team_id = w.team_id and access.operation_id = any (?::uuid[]))" : "")
                    + (rights > 0 ? opening() : "")
                    + " select count(*) from w";
        }

        private static <T> String part(int shape, String name, Columns<T> columns) {
            return shape == 0 ? "" : ", " + name + " as (" + columns.insert(shape) + ")";
        }

        /** One that has ended makes room for the next; the insert waits for that, since it looks at what came of it. */
        private String opening() {
            return ", n as (select * from " + RIGHTS.rows(rights) + "), d as (delete from wallets.access using w, n "
                    + "where access.team_id = w.team_id and access.action = n.action and access.target = n.target and access.until <= n.since "
                    + "returning 1), a as (" + RIGHTS.insert("n", " where (select count(*) from d) >= 0") + ")";
        }
    }

    /** Every text that there is. */
    static final List<String> TEXTS = IntStream.rangeClosed(0, Shape.LARGEST.number()).mapToObj(number -> Shape.numbered(number).text()).toList();

    /** So many changes of one text. */
    private record Several(String one, int number) {
        String text() {
            return String.join("; ", Collections.nCopies(number, one));
        }
    }

    private static final Map<Several, String> SEVERAL = new ConcurrentHashMap<>();

    private final WalletChange change;
    private int position;

    private ChangeStatement(WalletChange change, int position) {
        this.change = change;
        this.position = position;
    }

    static boolean sameText(WalletChange one, WalletChange other) {
        return Shape.of(one).equals(Shape.of(other));
    }

    /** The text that writes changes of one shape, one after the other, in one transaction. */
    static String text(List<WalletChange> changes) {
        String one = TEXTS.get(Shape.of(changes.getFirst()).number());
        return changes.size() == 1 ? one : SEVERAL.computeIfAbsent(new Several(one, changes.size()), Several::text);
    }

    static void bind(PreparedStatement statement, List<WalletChange> changes) throws SQLException {
        int position = 0;
        for (WalletChange change : changes) {
            position = new ChangeStatement(change, position).bind(statement);
        }
    }

    private int bind(PreparedStatement statement) throws SQLException {
        Wallet wallet = change.after();
        String team = wallet.team().toString();
        statement.setString(++position, team);
        bind(statement, wallet);
        statement.setString(++position, team);
        statement.setLong(++position, change.before());
        List<Operation> operations = change.operations();
        position = OPERATIONS.bind(statement, position, IntStream.range(0, operations.size())
                .mapToObj(number -> new Numbered(change.before(), number, operations.get(number)))
                .toList());
        position = ENTRIES.bind(statement, position, change.entries());
        position = LOTS.bind(statement, position, change.born());
        if (!change.closed().isEmpty()) {
            statement.setObject(++position, change.closed().toArray(UUID[]::new));
        }
        return RIGHTS.bind(statement, position, change.opened());
    }

    private void bind(PreparedStatement statement, Wallet wallet) throws SQLException {
        statement.setLong(++position, wallet.version());
        statement.setLong(++position, wallet.seq());
        statement.setBytes(++position, wallet.seq() == 0 ? null : HexFormat.of().parseHex(wallet.head()));
        statement.setLong(++position, wallet.posted());
        statement.setLong(++position, wallet.held());
        statement.setLong(++position, wallet.debt());
        bind(statement, wallet.plan());
        bind(statement, wallet.nextPlan());
        statement.setString(++position, WalletRow.due(wallet).map(Instant::toString).orElse(null));
        statement.setString(++position, StateJson.write(wallet));
    }

    private void bind(PreparedStatement statement, Optional<PlanId> plan) throws SQLException {
        statement.setString(++position, plan.map(PlanId::key).orElse(null));
        if (plan.isPresent()) {
            statement.setInt(++position, plan.get().version());
        } else {
            statement.setNull(++position, Types.INTEGER);
        }
    }
}
