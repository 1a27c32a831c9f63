package io.tastemaker.application.shared;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the work of this thread came from, for the audit log.
 *
 * @param requestId the request's id; empty when there was none
 * @param address the network address of the caller; empty when nobody called
 */
public record Origin(Optional<String> requestId, Optional<String> address) {

    /** Work that the program began itself. */
    public static final Origin NONE = new Origin(Optional.empty(), Optional.empty());

    /** Remembers the origin of each thread's work. One for the whole program: what serves requests sets it, what writes the audit log reads it. */
    public static final class Trail {

        private final ThreadLocal<Origin> current = ThreadLocal.withInitial(() -> NONE);

        /**
         * The origin of what this thread does.
         *
         * @return {@link #NONE} outside of {@link #within}
         */
        public Origin current() {
            return current.get();
        }

        /**
         * Runs work that came from somewhere.
         *
         * @param origin where from
         * @param work the work
         * @param <T> what it gives
         * @return what it gave
         */
        public <T> T within(Origin origin, Supplier<T> work) {
            Origin before = current.get();
            current.set(origin);
            try {
                return work.get();
            } finally {
                current.set(before);
            }
        }
    }
}
