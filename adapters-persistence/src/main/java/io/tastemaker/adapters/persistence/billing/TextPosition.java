package io.tastemaker.adapters.persistence.billing;

import static org.jooq.impl.DSL.row;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;

/** Where a page ends, in an order by time and the provider's id, the newest first. */
record TextPosition(Instant time, String id) {

    /** Reads what {@link #toString} wrote. */
    static TextPosition of(String text) {
        int end = text.indexOf('_');
        return new TextPosition(Instant.parse(text.substring(0, end)), text.substring(end + 1));
    }

    Condition isBefore(Field<Instant> times, Field<String> ids) {
        return row(times, ids).lt(time, id);
    }

    @Override
    public String toString() {
        return time + "_" + id;
    }
}
