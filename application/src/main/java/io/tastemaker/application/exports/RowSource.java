package io.tastemaker.application.exports;

import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the rows of a kind of file come from. A new kind is one more of these, and one line in {@link ExportUseCases}. All is read inside
 * one transaction that the caller opened, on one state of the store, and in an order that is the same each time.
 */
interface RowSource {

    /** The most rows that are in memory at once. */
    int CHUNK = 500;

    ExportKind kind();

    /** The columns that the kind has. */
    List<? extends Column<?>> columns();

    /** How many rows there will be; empty where only counting would tell. */
    Optional<Long> total(Export export);

    /** Opens the rows of a file. */
    Rows open(Export export, Instant now);

    /** The rows of a file, some at a time. Used by one thread. */
    @FunctionalInterface
    interface Rows {
        /** The next rows, at most {@link #CHUNK}, which may be none; empty behind the last. */
        Optional<List<List<Cell>>> next();
    }
}
