package io.tastemaker.domain.shared;

import java.util.Arrays;
import java.util.Optional;

/** A closed vocabulary whose members have a stable, lower-case code that appears in files, rows and answers. */
public interface Coded {

    /**
     * The stable code.
     *
     * @return lower-case snake_case, unique within the vocabulary
     */
    String code();

    /**
     * Finds a member by its exact code.
     *
     * @param <E> the vocabulary
     * @param vocabulary the enum
     * @param code the code, as {@link #code()} gives it
     * @return the member, or empty when no member has this code
     */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> vocabulary, String code) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(member -> member.code().equals(code))
                .findFirst();
    }
}
