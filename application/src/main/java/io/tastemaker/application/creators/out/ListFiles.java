package io.tastemaker.application.creators.out;

import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.RowFault;
import java.util.List;
import java.util.Optional;

/** Reads uploaded lists as tables, whatever their encoding and delimiter. Not to be used inside a transaction. */
public interface ListFiles {

    /**
     * Opens a list.
     *
     * @param key the key of an upload
     * @return the table, to be closed, or why it is none
     */
    Opened open(String key);

    /** What came of opening a file. */
    sealed interface Opened {
        /**
         * It is a table.
         *
         * @param table at its first row; to be closed
         */
        record Readable(Table table) implements Opened {}

        /**
         * It is none.
         *
         * @param reason such as that it is empty, gone or a spreadsheet, for people
         */
        record Refused(String reason) implements Opened {}
    }

    /** A table being read from its first row to its last, in memory that does not grow with it. Used by one thread. */
    interface Table extends AutoCloseable {

        /**
         * The encoding it is read in.
         *
         * @return its usual name, such as {@code UTF-8}
         */
        String encoding();

        /**
         * What separates its values.
         *
         * @return a comma, semicolon, tab or bar; or {@code JSON Lines}, when it is a list of objects
         */
        String delimiter();

        /**
         * The next row.
         *
         * @return the row, or empty behind the last
         */
        Optional<Row> next();

        @Override
        void close();
    }

    /**
     * A row of a table; empty lines are none. What had to be left out whole is a row without values, and its fault stands behind the last
     * column.
     *
     * @param line the line on which it begins, from 1
     * @param cells its values
     * @param faults what had to be mended to read it
     */
    record Row(long line, List<String> cells, List<CellFault> faults) {
        /** Copies the lists. */
        public Row {
            cells = List.copyOf(cells);
            faults = List.copyOf(faults);
        }

        /**
         * What had to be mended, as it is reported to whoever sent the list.
         *
         * @param number which row of the list it is, from 1
         * @param columns the columns of the list
         * @return the faults, in the order in which they were found
         */
        public List<RowFault> rowFaults(long number, List<ColumnUse> columns) {
            return faults.stream().map(fault -> new RowFault(number, line,
                    fault.cell() < columns.size() ? columns.get(fault.cell()).column() : "",
                    fault.cell() < cells.size() ? cells.get(fault.cell()) : "", fault.code(), fault.detail())).toList();
        }
    }

    /**
     * Something that had to be mended.
     *
     * @param cell which value of the row, from 0
     * @param code what it was
     * @param detail what was done, for people
     */
    record CellFault(int cell, RowFault.Code code, String detail) {}
}
