package io.tastemaker.application.exports.out;

import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.ExportFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes rows to files, keeps the files, and hands them out. The same rows make the same bytes. May be used inside a transaction that only
 * reads: nothing leaves the machine.
 */
public interface ExportFiles {

    /** The bytes of a piece. */
    int PIECE = 1 << 16;

    /**
     * What a file is like.
     *
     * @param format how it is written
     * @param byteOrderMark whether a CSV file begins with one
     * @param columns the names of its columns, each once
     */
    record Layout(ExportFormat format, boolean byteOrderMark, List<String> columns) {
        /** Copies the columns. */
        public Layout {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Begins a file. There is none under its key until it is finished; one that is there then makes room.
     *
     * @param key names the file: 32 lower-case hexadecimal digits
     * @param layout what it is like
     * @return where the rows go, to be closed
     */
    Draft begin(String key, Layout layout);

    /** A file that is being written. Used by one thread. */
    interface Draft extends AutoCloseable {
        /**
         * Adds a row.
         *
         * @param cells one for each column
         */
        void add(List<Cell> cells);

        /**
         * How large the file is.
         *
         * @return the bytes so far, about
         */
        long bytes();

        /**
         * Ends the file, which is then there, on the disk for good.
         *
         * @return the file
         */
        Whole finish();

        /** Throws away what was not finished. */
        @Override
        void close();
    }

    /**
     * A file that is whole.
     *
     * @param bytes its size
     * @param sha256 the SHA-256 of its bytes, in 64 lower-case hexadecimal digits
     */
    record Whole(long bytes, String sha256) {}

    /**
     * Reads a piece of a file.
     *
     * @param key which file
     * @param number 0, 1, 2 and so on
     * @return {@link #PIECE} bytes, fewer in the last; empty behind it, and where there is no such file
     */
    Optional<byte[]> findPiece(String key, int number);

    /**
     * Deletes a file, and what was begun of it, if anything is there.
     *
     * @param key which file
     */
    void delete(String key);
}
