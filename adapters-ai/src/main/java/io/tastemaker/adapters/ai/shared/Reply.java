package io.tastemaker.adapters.ai.shared;

import io.tastemaker.domain.content.FallbackReason;
import java.util.OptionalInt;

/**
 * What came of asking a model.
 *
 * @param <T> what is made of its answer
 */
public sealed interface Reply<T> {

    /**
     * It answered in a form that can be used.
     *
     * @param <T> what is made of its answer
     * @param value what was made of it
     */
    record Given<T>(T value) implements Reply<T> {}

    /**
     * It did not.
     *
     * @param <T> what would have been made of its answer
     * @param reason why
     * @param status the status that it answered, if it answered at all
     */
    record Missed<T>(FallbackReason reason, OptionalInt status) implements Reply<T> {

        /**
         * The same, where something else was expected.
         *
         * @param <U> what was expected
         * @return the same reason and status
         */
        public <U> Missed<U> elsewhere() {
            return new Missed<>(reason, status);
        }
    }

    /**
     * Nothing was answered at all.
     *
     * @param <T> what was expected
     * @param reason why
     * @return the reply
     */
    static <T> Missed<T> missed(FallbackReason reason) {
        return new Missed<>(reason, OptionalInt.empty());
    }
}
