package io.tastemaker.adapters.http.shared;

import java.util.Optional;
import java.util.function.Function;

/**
 * A member of a JSON Merge Patch (RFC 7396): left out, cleared with {@code null}, or given.
 *
 * @param <T> what is given
 */
public sealed interface Field<T> {

    /**
     * Left out: stays as it is.
     *
     * @param <T> what could have been given
     */
    record Absent<T>() implements Field<T> {}

    /**
     * {@code null}: is cleared.
     *
     * @param <T> what could have been given
     */
    record Cleared<T>() implements Field<T> {}

    /**
     * A new value.
     *
     * @param value the value
     * @param <T> what is given
     */
    record Given<T>(T value) implements Field<T> {}

    /**
     * Applies the member to a value that may be missing.
     *
     * @param current the value as it is
     * @return the value as it will be
     */
    default Optional<T> over(Optional<T> current) {
        return switch (this) {
            case Absent<T>() -> current;
            case Cleared<T>() -> Optional.empty();
            case Given<T>(T value) -> Optional.of(value);
        };
    }

    /**
     * Changes the value that is given.
     *
     * @param change what to do with it
     * @param <U> the new type
     * @return the same kind of member
     */
    default <U> Field<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Absent<T>() -> new Absent<>();
            case Cleared<T>() -> new Cleared<>();
            case Given<T>(T value) -> new Given<>(change.apply(value));
        };
    }
}
