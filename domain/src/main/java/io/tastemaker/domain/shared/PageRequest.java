package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param limit 1 to 100
 * @param after the position behind which the page begins; empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {

    /** The largest page. */
    public static final int MOST = 100;

    /** Checks the limit. */
    public PageRequest {
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries: " + limit);
        }
    }

    /**
     * The first page.
     *
     * @param limit 1 to 100
     * @return the request
     */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }
}
