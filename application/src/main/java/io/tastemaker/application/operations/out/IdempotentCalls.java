package io.tastemaker.application.operations.out;

import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What was answered under which idempotency key. Each method is a transaction of its own. An answer may show a secret: what keeps it must
 * not be readable without the keys of the program.
 */
public interface IdempotentCalls {

    /**
     * Names a call: the key is the client's, and means nothing outside its team and route.
     *
     * @param team whose call
     * @param route method and path template, such as {@code POST /campaigns}
     * @param key 1 to 255 visible ASCII characters
     */
    record CallKey(TeamId team, String route, String key) {}

    /**
     * What was answered.
     *
     * @param status the HTTP status
     * @param headers those that belong to the answer, such as {@code Location}
     * @param body the bytes
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** Where a call stands when it comes in. */
    sealed interface Entry {
        /**
         * The first call under this key, or one whose forerunner died: do the work, then complete or release.
         *
         * @param token proves the right to complete
         */
        record Started(long token) implements Entry {}

        /**
         * It was answered before.
         *
         * @param answer the first answer
         */
        record Answered(Answer answer) implements Entry {}

        /**
         * The first call is still running.
         *
         * @param retryAfter when to ask again
         */
        record Running(Duration retryAfter) implements Entry {}

        /** The key was used with another request. */
        record Reused() implements Entry {}
    }

    /**
     * Registers a call.
     *
     * @param call the call's name
     * @param fingerprint a hash of the canonical request
     * @param now the time
     * @param lease how long the caller may take before another call under the same key may start over, at most 60 s
     * @param keep how long the answer is kept, at least 24 h
     * @return where the call stands
     */
    Entry begin(CallKey call, String fingerprint, Instant now, Duration lease, Duration keep);

    /**
     * Keeps the answer of a started call. Does nothing when the right to complete was lost.
     *
     * @param call the call's name
     * @param token from {@link Entry.Started}
     * @param answer the answer
     */
    void complete(CallKey call, long token, Answer answer);

    /**
     * Forgets a started call that had no effect, so that the key may be used again.
     *
     * @param call the call's name
     * @param token from {@link Entry.Started}
     */
    void release(CallKey call, long token);

    /**
     * Drops answers that were kept long enough.
     *
     * @param now the time
     * @return how many were dropped
     */
    int purge(Instant now);
}
