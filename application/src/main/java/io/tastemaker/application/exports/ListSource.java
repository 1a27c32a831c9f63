package io.tastemaker.application.exports;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The creators on a list, in its order. Who may read the list was decided when the file was asked for, and is again whenever it is fetched. */
final class ListSource implements RowSource {

    private record Row(TeamList list, ListItem item, OpenCreator creator) {}

    private static final List<Column<Row>> COLUMNS = Stream.concat(
            Stream.<Column<Row>>of(
                    new Column<>("list_id", row -> new Cell.Text(row.list.id().toString())),
                    new Column<>("list_name", row -> Cell.of(row.list.name())),
                    new Column<>("note", row -> Cell.of(row.item.note())),
                    new Column<>("values", row -> row.item.values().isEmpty() ? Cell.NOTHING : new Cell.Named(row.item.values())),
                    new Column<>("ranking_id", row -> Cell.of(row.item.rankingId(), Cell.Text::new)),
                    new Column<>("added_by", row -> new Cell.Text(row.item.addedBy())),
                    new Column<>("added_at", row -> new Cell.Moment(row.item.addedAt()))),
            OpenCreator.columns(Row::creator).stream()).toList();

    private final TeamLists lists;
    private final ListItems items;
    private final Unlocks unlocks;

    ListSource(TeamLists lists, ListItems items, Unlocks unlocks) {
        this.lists = lists;
        this.items = items;
        this.unlocks = unlocks;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.LIST;
    }

    @Override
    public List<? extends Column<?>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        ListId list = export.scope().list().orElseThrow();
        return Optional.of(items.counts(Set.of(list)).getOrDefault(list, 0).longValue());
    }

    /** A list that was deleted since has no rows. */
    @Override
    public Rows open(Export export, Instant now) {
        Function<Row, List<Cell>> row = Column.row(COLUMNS, export.columns());
        return lists.find(export.scope().list().orElseThrow()).<Rows>map(list -> new Items(list, now, row)).orElse(Optional::empty);
    }

    /** What is on a list. */
    private final class Items implements Rows {
        private final TeamList list;
        private final Instant now;
        private final Function<Row, List<Cell>> row;
        private Optional<OrderKey> last = Optional.empty();

        Items(TeamList list, Instant now, Function<Row, List<Cell>> row) {
            this.list = list;
            this.now = now;
            this.row = row;
        }

        @Override
        public Optional<List<List<Cell>>> next() {
            List<ListItem> some = items.list(list.id(), last, CHUNK);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            last = Optional.of(some.getLast().place());
            Map<CreatorId, OpenCreator> open = unlocks.open(some.stream().map(ListItem::creator).toList(), now).stream()
                    .collect(Collectors.toMap(creator -> creator.creator().id(), Function.identity()));
            return Optional.of(some.stream().filter(item -> open.containsKey(item.creator()))
                    .map(item -> row.apply(new Row(list, item.within(list.form()), open.get(item.creator())))).toList());
        }
    }
}
