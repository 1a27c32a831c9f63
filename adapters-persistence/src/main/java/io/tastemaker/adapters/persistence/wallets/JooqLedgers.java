package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.ACCESS;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LEDGER_ENTRY;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.LOT;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.OPERATION;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.WALLET;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.Access;
import io.tastemaker.domain.wallets.Account;
import io.tastemaker.domain.wallets.LedgerEntry;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.Wallet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The ledger of the team that the transaction is bound to, in PostgreSQL. */
public final class JooqLedgers implements Ledgers {

    private static final String USAGE = "usage.";

    private static final Comparator<Use> BY_ACTION_AND_ACTOR = Comparator.comparing(Use::action).thenComparing(Use::actor);

    /** A place in the order of operations. */
    private record Place(long version, int position) {
        static Place of(String text) {
            int end = text.indexOf('_');
            return new Place(Long.parseLong(text.substring(0, end)), Integer.parseInt(text.substring(end + 1)));
        }

        @Override
        public String toString() {
            return version + "_" + position;
        }

        Condition isBehind() {
            return row(OPERATION.VERSION, OPERATION.POSITION).lt(version, position);
        }
    }

    private record Listed(Operation operation, Place place) {}

    /** A place in the order of rights. */
    private record Opened(Instant since, String action, String target) {
        static Opened of(String text) {
            String[] parts = text.split(" ", 3);
            return new Opened(Instant.parse(parts[0]), parts[1], parts[2]);
        }

        static String after(Access last) {
            return last.since() + " " + last.right().action() + " " + last.right().target();
        }

        Condition isBehind() {
            return row(ACCESS.SINCE, ACCESS.ACTION, ACCESS.TARGET).lt(since, action, target);
        }
    }

    private final JooqTransactions transactions;

    public JooqLedgers(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Wallet> find() {
        return transactions.sql().select(WalletRow.COLUMNS).from(WALLET)
                .where(WALLET.TEAM_ID.eq(transactions.team()))
                .fetchOptional(WalletRow::wallet);
    }

    @Override
    public Optional<Sums> findSums() {
        return transactions.sql().select(WALLET.POSTED, WALLET.HELD).from(WALLET)
                .where(WALLET.TEAM_ID.eq(transactions.team()))
                .fetchOptional(row -> new Sums(row.get(WALLET.POSTED), row.get(WALLET.HELD)));
    }

    @Override
    public List<LedgerEntry> after(long seq, int limit) {
        return transactions.sql().select(EntryRow.COLUMNS).from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.TEAM_ID.eq(transactions.team()).and(LEDGER_ENTRY.SEQ.gt(seq)))
                .orderBy(LEDGER_ENTRY.SEQ)
                .limit(limit)
                .fetch(EntryRow::entry);
    }

    @Override
    public Page<Operation> list(Filter filter, PageRequest page) {
        Condition wanted = OPERATION.TEAM_ID.eq(transactions.team())
                .and(filter.kinds().isEmpty() ? OPERATION.ENTRIES.gt(0) : OPERATION.KIND.in(filter.kinds()));
        for (Condition condition : Stream.of(
                filter.action().map(Action::code).map(OPERATION.ACTION::eq),
                filter.actor().map(OPERATION.ACTOR::eq),
                filter.target().map(OPERATION.TARGET::eq),
                filter.direction().map(JooqLedgers::went),
                filter.from().map(OPERATION.AT::ge),
                filter.to().map(OPERATION.AT::lt),
                filter.text().map(JooqLedgers::mentions),
                page.after().map(Place::of).map(Place::isBehind)).flatMap(Optional::stream).toList()) {
            wanted = wanted.and(condition);
        }
        List<Listed> operations = transactions.sql().select(OperationRow.COLUMNS).select(OPERATION.VERSION, OPERATION.POSITION)
                .from(OPERATION)
                .where(wanted)
                .orderBy(OPERATION.VERSION.desc(), OPERATION.POSITION.desc())
                .limit(page.limit() + 1)
                .fetch(row -> new Listed(OperationRow.operation(row), new Place(row.get(OPERATION.VERSION), row.get(OPERATION.POSITION))));
        return Page.of(operations, page.limit(), last -> last.place().toString()).map(Listed::operation);
    }

    private static Condition went(Direction direction) {
        return switch (direction) {
            case IN -> OPERATION.CREDITS.gt(0L);
            case OUT -> OPERATION.CREDITS.lt(0L);
        };
    }

    private static Condition mentions(String text) {
        return OPERATION.KEY.containsIgnoreCase(text).or(OPERATION.ACTION.containsIgnoreCase(text))
                .or(OPERATION.TARGET.containsIgnoreCase(text)).or(OPERATION.NOTE.containsIgnoreCase(text));
    }

    @Override
    public Optional<Operation> find(UUID id) {
        return transactions.sql().select(OperationRow.COLUMNS).from(OPERATION)
                .where(OPERATION.TEAM_ID.eq(transactions.team()).and(OPERATION.ID.eq(id)))
                .fetchOptional(OperationRow::operation);
    }

    @Override
    public Map<String, Long> granted(Set<String> sources) {
        return transactions.sql().select(LOT.SOURCE, LOT.GRANTED).from(LOT)
                .where(LOT.TEAM_ID.eq(transactions.team()).and(LOT.SOURCE.eq(DSL.any(sources.toArray(String[]::new)))))
                .fetchMap(LOT.SOURCE, LOT.GRANTED);
    }

    @Override
    public List<Use> uses(Instant from, Instant to) {
        Condition used = LEDGER_ENTRY.TO_ACCOUNT.startsWith(USAGE);
        Condition returned = LEDGER_ENTRY.FROM_ACCOUNT.startsWith(USAGE);
        Field<String> usage = when(used, LEDGER_ENTRY.TO_ACCOUNT).otherwise(LEDGER_ENTRY.FROM_ACCOUNT);
        Field<String> other = when(used, LEDGER_ENTRY.FROM_ACCOUNT).otherwise(LEDGER_ENTRY.TO_ACCOUNT);
        Field<Long> amount = when(used, LEDGER_ENTRY.AMOUNT).otherwise(LEDGER_ENTRY.AMOUNT.neg());
        Condition credits = LEDGER_ENTRY.UNIT.eq(LedgerEntry.CREDIT);
        Field<String> action = field("substr({0}, {1})", String.class, usage, inline(USAGE.length() + 1)).as("action");
        return transactions.sql()
                .select(action, LEDGER_ENTRY.ACTOR, countDistinct(LEDGER_ENTRY.OPERATION_ID).filterWhere(used),
                        sum(amount, credits.not().and(other.contains("included."))),
                        sum(amount, credits.not().and(other.contains("free."))),
                        sum(amount, credits.and(other.ne(Account.UNCOLLECTED.name()))))
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.TEAM_ID.eq(transactions.team()).and(LEDGER_ENTRY.AT.ge(from)).and(LEDGER_ENTRY.AT.lt(to))
                        .and(used.or(returned)))
                .groupBy(action, LEDGER_ENTRY.ACTOR)
                .fetch(line -> new Use(new Action(line.value1()), line.value2(), line.value3(), line.value4().longValueExact(),
                        line.value5().longValueExact(), line.value6().longValueExact()))
                .stream().sorted(BY_ACTION_AND_ACTOR).toList();
    }

    private static Field<BigDecimal> sum(Field<Long> amount, Condition condition) {
        return coalesce(DSL.sum(amount).filterWhere(condition), inline(BigDecimal.ZERO));
    }

    @Override
    public List<Access> findOpen(Action action, Collection<String> targets, Instant now) {
        return transactions.sql().select(AccessRow.COLUMNS).from(ACCESS)
                .where(ACCESS.TEAM_ID.eq(transactions.team()).and(ACCESS.ACTION.eq(action.code()))
                        .and(ACCESS.TARGET.eq(DSL.any(targets.toArray(String[]::new))))
                        .and(AccessRow.isOpen(now)))
                .fetch(AccessRow::access);
    }

    @Override
    public Page<Access> listOpen(Set<Action> actions, Instant now, PageRequest page) {
        Condition wanted = ACCESS.TEAM_ID.eq(transactions.team()).and(ACCESS.ACTION.in(Scopes.codes(actions))).and(AccessRow.isOpen(now));
        List<Access> open = transactions.sql().select(AccessRow.COLUMNS).from(ACCESS)
                .where(page.after().map(Opened::of).map(Opened::isBehind).map(wanted::and).orElse(wanted))
                .orderBy(ACCESS.SINCE.desc(), ACCESS.ACTION.desc(), ACCESS.TARGET.desc())
                .limit(page.limit() + 1)
                .fetch(AccessRow::access);
        return Page.of(open, page.limit(), Opened::after);
    }
}
