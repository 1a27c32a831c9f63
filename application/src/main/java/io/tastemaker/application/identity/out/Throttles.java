package io.tastemaker.application.identity.out;

import java.time.Duration;
import java.time.Instant;

/** Counts attempts in the database, so that a restart or a second node forgets none. Works on its own, outside any transaction. */
public interface Throttles {

    /**
     * How many attempts are allowed in a time.
     *
     * @param most at least 1
     * @param window the time
     */
    record Limit(int most, Duration window) {

        /**
         * How long an attempt waits. Of two at once, the one that asked first may find a window that the other began: it waits for a whole
         * window and no longer.
         *
         * @param began when the window began
         * @param now when the attempt was made
         * @return what is left of the window, at most all of it
         */
        public Duration left(Instant began, Instant now) {
            return now.isBefore(began) ? window : Duration.between(now, began.plus(window));
        }
    }

    /**
     * Counts an attempt before it is made, in one statement.
     *
     * @param bucket what is counted, such as {@code login:source:192.0.2.1}; names no person
     * @param limit how many are allowed
     * @param now the time
     * @return zero when it may go on, else how long to wait until the window ends
     */
    Duration count(String bucket, Limit limit, Instant now);

    /**
     * Removes what is older than any window.
     *
     * @param before the latest beginning that is removed
     * @return how many were removed
     */
    int purge(Instant before);
}
