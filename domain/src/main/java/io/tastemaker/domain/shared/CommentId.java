package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a comment on a campaign or on one of its deliverables.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record CommentId(UUID value) {

    /** Checks that there is a value. */
    public CommentId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
