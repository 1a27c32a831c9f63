package io.tastemaker.adapters.persistence.wallets;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an insert takes from each of its rows, after the team. Up to {@value #FEW} rows are written as values, which is what most changes
 * are and costs the server less; more of them as one array for each column, so that the number of texts stays small.
 *
 * @param <T> what a row is made of
 */
record Columns<T>(String table, List<Column<T>> list) {

    /** How many rows are written one by one. */
    static final int FEW = 2;

    /**
     * One of them.
     *
     * @param name its name
     * @param type what is sent
     * @param stored what is stored of it, as an expression over the name; most often the name itself
     * @param value the value of a row; null for none
     */
    record Column<T>(String name, String type, String stored, Function<T, Object> value) {
        static <T> Column<T> of(String name, String type, Function<T, Object> value) {
            return new Column<>(name, type, "n." + name, value);
        }
    }

    /** As many rows as stand in a text of their own: {@value #FEW} at most, or one more for any number. */
    static int shape(int rows) {
        return Math.min(rows, FEW + 1);
    }

    /** Inserts rows for the wallet that was moved. */
    String insert(int shape) {
        return insert(rows(shape), "");
    }

    /** Inserts rows that are called n. */
    String insert(String rows, String condition) {
        return "insert into " + table + " (team_id, " + joined(Column::name) + ") select w.team_id, " + joined(Column::stored)
                + " from w cross join " + rows + condition;
    }

    /** Rows of these columns, called n. */
    String rows(int shape) {
        String rows = shape > FEW
                ? "unnest(" + joined(column -> "?::" + column.type() + "[]") + ")"
                : "(values " + String.join(", ", Collections.nCopies(shape, "(" + joined(column -> "?::" + column.type()) + ")")) + ")";
        return rows + " as n (" + joined(Column::name) + ")";
    }

    private String joined(Function<Column<T>, String> part) {
        return list.stream().map(part).collect(Collectors.joining(", "));
    }

    /** Binds the rows behind a position, and says what is the last position now. */
    int bind(PreparedStatement statement, int position, List<T> rows) throws SQLException {
        int last = position;
        if (rows.size() > FEW) {
            for (Column<T> column : list) {
                statement.setObject(++last, array(column, rows));
            }
        } else {
            for (T row : rows) {
                for (Column<T> column : list) {
                    set(statement, ++last, column.value().apply(row));
                }
            }
        }
        return last;
    }

    private static void set(PreparedStatement statement, int position, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setString(position, null);
            case String text -> statement.setString(position, text);
            case Long number -> statement.setLong(position, number);
            case Integer number -> statement.setInt(position, number);
            case byte[] bytes -> statement.setBytes(position, bytes);
            default -> statement.setObject(position, value);
        }
    }

    private static <T> Object[] array(Column<T> column, List<T> rows) {
        return rows.stream().map(column.value()).toArray(switch (column.type()) {
            case "uuid" -> UUID[]::new;
            case "bigint" -> Long[]::new;
            case "integer" -> Integer[]::new;
            case "bytea" -> byte[][]::new;
            default -> String[]::new;
        });
    }
}
