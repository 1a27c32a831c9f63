package io.tastemaker.application.exports;

import io.tastemaker.application.wallets.out.Ledgers;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.wallets.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What moved in the wallet of the team, the newest first. */
final class TransactionSource implements RowSource {

    private static final List<Column<Operation>> COLUMNS = List.of(
            new Column<>("id", operation -> new Cell.Text(operation.id().toString())),
            new Column<>("at", operation -> new Cell.Moment(operation.at())),
            new Column<>("kind", operation -> new Cell.Text(operation.kind().code())),
            new Column<>("action", operation -> Cell.of(operation.action().map(Action::code), Cell::of)),
            new Column<>("units", operation -> new Cell.Count(operation.units())),
            new Column<>("credits", operation -> new Cell.Count(operation.credits())),
            new Column<>("balance_after", operation -> new Cell.Count(operation.balance())),
            new Column<>("actor", operation -> new Cell.Text(operation.actor())),
            new Column<>("target", operation -> Cell.of(operation.target(), Cell::of)),
            new Column<>("about", operation -> Cell.of(operation.about(), Cell::of)),
            new Column<>("first_seq", operation -> operation.entries() == 0 ? Cell.NOTHING
                    : new Cell.Count(operation.lastSeq() - operation.entries() + 1)),
            new Column<>("last_seq", operation -> new Cell.Count(operation.lastSeq())),
            new Column<>("note", operation -> Cell.of(operation.note(), Cell::of)));

    private final Ledgers ledgers;

    TransactionSource(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.TRANSACTIONS;
    }

    @Override
    public List<? extends Column<?>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        return Optional.empty();
    }

    @Override
    public Rows open(Export export, Instant now) {
        Function<Operation, List<Cell>> row = Column.row(COLUMNS, export.columns());
        Ledgers.Filter filter = new Ledgers.Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                export.scope().from(), export.scope().to(), Optional.empty());
        return new PagedRows<>(page -> ledgers.list(filter, page), found -> found.stream().map(row).toList());
    }
}
