package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.domain.exports.Cell;
import java.io.IOException;
import java.util.List;

/** Writes rows in one format. The same rows make the same bytes. Used by one thread. */
interface RowWriter {

    /** Adds a row. */
    void add(List<Cell> cells) throws IOException;

    /** Ends the file, and leaves what it is written to open. */
    void end() throws IOException;
}
