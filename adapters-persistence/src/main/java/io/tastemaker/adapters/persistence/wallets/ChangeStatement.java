package io.tastemaker.adapters.persistence.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Account;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The statement that writes a change. It moves the wallet from the version that was decided on, and inserts the rest from the row that this
 * returns, if it does: all of it, or nothing. What exists already breaks a primary key and with it the whole statement. Nothing of this may
 * say {@code on conflict do nothing}: the wallet would move although the operation had been booked before.
 *
 * <p>In front stands what binds row-level security to the team. Both travel together and are one transaction, without a round trip for
 * its begin or its end. The driver keeps them together only as long as it knows how long their answers can get; so neither returns text.
 */
final class ChangeStatement {

    /** Binds the team until the end of the transaction, which is the end of this text. */
    private static final String BIND = "select set_config('app.team_id', ?, true) is null; ";

    private static final String WALLET = """
            with w as (
              update wallets.wallet set version = ?, seq = ?, head = ?, posted = ?, held = ?, debt = ?, plan_key = ?, plan_version = ?,
                     next_plan_key = ?, next_plan_version = ?, due_at = ?::timestamptz, state = ?::jsonb
               where team_id = ?::uuid and version = ?
              returning team_id)""";

    private static final String OPERATIONS = """
            , o as (
              insert into wallets.operation (team_id, id, version, position, key, kind, command, action, units, credits, balance, actor,
                                             target, about, at, last_seq, entries, note, answer)
              select w.team_id, n.*
                from w cross join unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                                         ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::integer[],
                                         ?::text[], ?::jsonb[]) as n)""";

    private static final String ENTRIES = """
            , e as (
              insert into wallets.ledger_entry (team_id, seq, operation_id, at, from_account, to_account, unit, amount, lot, period, actor,
                                                rule, hash)
              select w.team_id, n.*
                from w cross join unnest(?::bigint[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                                         ?::timestamptz[], ?::text[], ?::text[], ?::bytea[]) as n)""";

    private static final String LOTS = """
            , l as (
              insert into wallets.lot (team_id, source, kind, scope, granted, effective_at, expires_at)
              select w.team_id, n.source, n.kind, string_to_array(n.scope, ','), n.granted, n.effective_at, n.expires_at
                from w cross join unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                                  as n (source, kind, scope, granted, effective_at, expires_at))""";

    private static final String CLOSED = """
            , c as (
              delete from wallets.access using w where access.team_id = w.team_id and access.operation_id = any (?::uuid[]))""";

    /** One that has ended makes room for the next; the insert waits for that, since it looks at what came of it. */
    private static final String OPENED = """
            , n as (
              select n.* from unnest(?::text[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::timestamptz[])
                              as n (action, target, until, operation_id, actor, since)),
            d as (
              delete from wallets.access using w, n
               where access.team_id = w.team_id and access.action = n.action and access.target = n.target and access.until <= n.since
              returning 1),
            a as (
              insert into wallets.access (team_id, action, target, until, operation_id, actor, since)
              select w.team_id, n.* from w cross join n where (select count(*) from d) >= 0)""";

    private static final String END = " select count(*) from w";

    private static final int ENTRY = 1;
    private static final int LOT = 2;
    private static final int CLOSE = 4;
    private static final int OPEN = 8;

    /** Every text that there is: with entries or without, and so on. */
    static final List<String> TEXTS = IntStream.range(0, 16).mapToObj(ChangeStatement::text).toList();

    private final WalletChange change;
    private final String text;
    private int position;

    ChangeStatement(WalletChange change) {
        this.change = change;
        this.text = TEXTS.get((change.entries().isEmpty() ? 0 : ENTRY) | (change.born().isEmpty() ? 0 : LOT)
                | (change.closed().isEmpty() ? 0 : CLOSE) | (change.opened().isEmpty() ? 0 : OPEN));
    }

    private static String text(int parts) {
        return BIND + WALLET + OPERATIONS + ((parts & ENTRY) > 0 ? ENTRIES : "") + ((parts & LOT) > 0 ? LOTS : "")
                + ((parts & CLOSE) > 0 ? CLOSED : "") + ((parts & OPEN) > 0 ? OPENED : "") + END;
    }

    String text() {
        return text;
    }

    void bind(PreparedStatement statement) throws SQLException {
        position = 0;
        Wallet wallet = change.after();
        String team = wallet.team().toString();
        text(statement, team);
        bind(statement, wallet);
        text(statement, team);
        number(statement, change.before());
        bindOperations(statement, change.operations());
        if (!change.entries().isEmpty()) {
            bindEntries(statement, change.entries());
        }
        if (!change.born().isEmpty()) {
            bindLots(statement, change.born());
        }
        if (!change.closed().isEmpty()) {
            array(statement, change.closed().toArray(UUID[]::new));
        }
        if (!change.opened().isEmpty()) {
            bindOpened(statement, change.opened());
        }
    }

    private void bind(PreparedStatement statement, Wallet wallet) throws SQLException {
        number(statement, wallet.version());
        number(statement, wallet.seq());
        statement.setBytes(++position, wallet.seq() == 0 ? null : HexFormat.of().parseHex(wallet.head()));
        number(statement, wallet.posted());
        number(statement, wallet.held());
        number(statement, wallet.debt());
        plan(statement, wallet.plan());
        plan(statement, wallet.nextPlan());
        text(statement, WalletRow.due(wallet).map(Instant::toString).orElse(null));
        text(statement, StateJson.write(wallet));
    }

    private void plan(PreparedStatement statement, Optional<PlanId> plan) throws SQLException {
        text(statement, plan.map(PlanId::key).orElse(null));
        if (plan.isPresent()) {
            statement.setInt(++position, plan.get().version());
        } else {
            statement.setNull(++position, Types.INTEGER);
        }
    }

    private void bindOperations(PreparedStatement statement, List<Operation> operations) throws SQLException {
        array(statement, operations.stream().map(Operation::id).toArray(UUID[]::new));
        array(statement, LongStream.generate(change::before).limit(operations.size()).toArray());
        array(statement, IntStream.range(0, operations.size()).toArray());
        texts(statement, operations, operation -> operation.key().text());
        texts(statement, operations, operation -> operation.kind().code());
        texts(statement, operations, Operation::command);
        optionals(statement, operations, operation -> operation.action().map(Action::code));
        numbers(statement, operations, Operation::units);
        numbers(statement, operations, Operation::credits);
        numbers(statement, operations, Operation::balance);
        texts(statement, operations, Operation::actor);
        optionals(statement, operations, Operation::target);
        optionals(statement, operations, Operation::about);
        texts(statement, operations, operation -> operation.at().toString());
        numbers(statement, operations, Operation::lastSeq);
        numbers(statement, operations, Operation::entries);
        optionals(statement, operations, Operation::note);
        texts(statement, operations, operation -> AnswerJson.write(operation.answer()));
    }

    private void bindEntries(PreparedStatement statement, List<LedgerEntry> entries) throws SQLException {
        numbers(statement, entries, LedgerEntry::seq);
        array(statement, entries.stream().map(LedgerEntry::operation).toArray(UUID[]::new));
        texts(statement, entries, entry -> entry.at().toString());
        texts(statement, entries, entry -> name(entry.from()));
        texts(statement, entries, entry -> name(entry.to()));
        texts(statement, entries, LedgerEntry::unit);
        numbers(statement, entries, LedgerEntry::amount);
        optionals(statement, entries, LedgerEntry::lot);
        optionals(statement, entries, entry -> entry.period().map(Instant::toString));
        texts(statement, entries, LedgerEntry::actor);
        optionals(statement, entries, LedgerEntry::rule);
        array(statement, entries.stream().map(entry -> HexFormat.of().parseHex(entry.hash())).toArray(byte[][]::new));
    }

    private static String name(Account account) {
        return account.name();
    }

    private void bindLots(PreparedStatement statement, List<Lot> lots) throws SQLException {
        texts(statement, lots, Lot::source);
        texts(statement, lots, lot -> lot.kind().code());
        texts(statement, lots, lot -> String.join(",", Scopes.codes(lot.scope())));
        numbers(statement, lots, Lot::granted);
        texts(statement, lots, lot -> lot.effectiveAt().toString());
        optionals(statement, lots, lot -> lot.expiresAt().map(Instant::toString));
    }

    private void bindOpened(PreparedStatement statement, List<Access> opened) throws SQLException {
        texts(statement, opened, access -> access.right().action().code());
        texts(statement, opened, access -> access.right().target());
        optionals(statement, opened, access -> access.until().map(Instant::toString));
        array(statement, opened.stream().map(Access::operation).toArray(UUID[]::new));
        texts(statement, opened, Access::actor);
        texts(statement, opened, access -> access.since().toString());
    }

    private void text(PreparedStatement statement, String value) throws SQLException {
        statement.setString(++position, value);
    }

    private void number(PreparedStatement statement, long value) throws SQLException {
        statement.setLong(++position, value);
    }

    private <T> void texts(PreparedStatement statement, List<T> rows, Function<T, String> column) throws SQLException {
        array(statement, rows.stream().map(column).toArray(String[]::new));
    }

    private <T> void optionals(PreparedStatement statement, List<T> rows, Function<T, Optional<String>> column) throws SQLException {
        array(statement, rows.stream().map(column).map(value -> value.orElse(null)).toArray(String[]::new));
    }

    private <T> void numbers(PreparedStatement statement, List<T> rows, ToLongFunction<T> column) throws SQLException {
        array(statement, rows.stream().mapToLong(column).toArray());
    }

    private void array(PreparedStatement statement, Object values) throws SQLException {
        statement.setObject(++position, values);
    }
}
