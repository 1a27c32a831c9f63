package io.tastemaker.application.exports;

import io.tastemaker.application.creators.out.Creators;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Creators that were chosen, in the order of the choice; else the team's own by id, and behind them those it has unlocked. */
final class CreatorSource implements RowSource {

    private static final List<Column<OpenCreator>> COLUMNS = OpenCreator.columns(Function.identity());

    private final Exports exports;
    private final Creators creators;
    private final Unlocks unlocks;

    CreatorSource(Exports exports, Creators creators, Unlocks unlocks) {
        this.exports = exports;
        this.creators = creators;
        this.unlocks = unlocks;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CREATORS;
    }

    @Override
    public List<Column<OpenCreator>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        return export.scope().chosen().map(Integer::longValue);
    }

    @Override
    public Rows open(Export export, Instant now) {
        Function<OpenCreator, List<Cell>> row = Column.row(COLUMNS, export.columns());
        return export.scope().chosen().isPresent() ? new Chosen(exports.chosen(export.id()), now, row) : new Known(now, row);
    }

    /** Those of some ids. */
    private final class Chosen implements Rows {
        private final List<CreatorId> ids;
        private final Instant now;
        private final Function<OpenCreator, List<Cell>> row;
        private int from;

        Chosen(List<CreatorId> ids, Instant now, Function<OpenCreator, List<Cell>> row) {
            this.ids = ids;
            this.now = now;
            this.row = row;
        }

        @Override
        public Optional<List<List<Cell>>> next() {
            if (from >= ids.size()) {
                return Optional.empty();
            }
            List<CreatorId> part = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            from += part.size();
            return Optional.of(unlocks.open(part, now).stream().map(row).toList());
        }
    }

    /** The team's own, then the others. */
    private final class Known implements Rows {
        private final Instant now;
        private final Function<OpenCreator, List<Cell>> row;
        private Optional<CreatorId> after = Optional.empty();
        private Optional<Chosen> others = Optional.empty();

        Known(Instant now, Function<OpenCreator, List<Cell>> row) {
            this.now = now;
            this.row = row;
        }

        @Override
        public Optional<List<List<Cell>>> next() {
            if (others.isPresent()) {
                return others.get().next();
            }
            List<Creator> own = creators.next(after, CHUNK);
            if (own.isEmpty()) {
                others = Optional.of(new Chosen(unlocks.all(now), now, row));
                return others.get().next();
            }
            after = Optional.of(own.getLast().id());
            return Optional.of(unlocks.open(own, now).stream().map(row).toList());
        }
    }
}
