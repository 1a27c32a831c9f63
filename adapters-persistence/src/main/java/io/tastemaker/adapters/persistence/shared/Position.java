package io.tastemaker.adapters.persistence.shared;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a page ends, in an order by time and id.
 *
 * @param time the time of the last row, in microseconds as the database keeps it
 * @param id the id of the last row
 */
public record Position(Instant time, UUID id) {

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text the text
     * @return the position
     */
    public static Position of(String text) {
        int end = text.indexOf('_');
        return new Position(Instant.parse(text.substring(0, end)), UUID.fromString(text.substring(end + 1)));
    }

    @Override
    public String toString() {
        return time + "_" + id;
    }
}
