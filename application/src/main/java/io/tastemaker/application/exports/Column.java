package io.tastemaker.application.exports;

import io.tastemaker.domain.exports.Cell;
import java.util.List;
import java.util.function.Function;

/** A column of a kind of file, and where its cells come from. */
record Column<R>(String name, Function<R, Cell> cell) {

    /** Makes the rows of a file that has some of the columns. */
    static <R> Function<R, List<Cell>> row(List<Column<R>> all, List<String> wanted) {
        List<Column<R>> columns = all.stream().filter(column -> wanted.contains(column.name())).toList();
        return row -> columns.stream().map(column -> column.cell().apply(row)).toList();
    }

    static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }
}
