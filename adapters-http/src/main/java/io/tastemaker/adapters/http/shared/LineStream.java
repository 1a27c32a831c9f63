package io.tastemaker.adapters.http.shared;

import java.util.List;

/**
 * A long list as JSON Lines: one record a line, sent piece by piece as it is read, so that however long it is little of it is in memory.
 *
 * @param source where the records are read
 * @param atEnd what is done when it has ended, however it did
 */
public record LineStream(Source source, Runnable atEnd) implements Reply {

    /**
     * A list that leaves nothing behind.
     *
     * @param source where the records are read
     */
    public LineStream(Source source) {
        this(source, () -> { });
    }

    /** The media type. */
    public static final String MEDIA_TYPE = "application/x-ndjson";

    /** Where records are read. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads some records.
         *
         * @return the next ones; none behind the last
         */
        List<?> next();
    }
}
