package io.tastemaker.domain.shared;

import java.util.Objects;

/**
 * What a deed was about, as the audit log names it.
 *
 * @param type what kind of thing, such as {@code campaign}; 1 to 50 characters
 * @param id which one: an opaque id of 1 to 200 characters, never a name or an address of a person
 */
public record Subject(String type, String id) {

    /** Checks the lengths. */
    public Subject {
        if (type.isBlank() || type.length() > 50 || id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("a subject has a type of 1 to 50 and an id of 1 to 200 characters");
        }
    }

    /**
     * Names a thing.
     *
     * @param type what kind of thing
     * @param id its id, written as text
     * @return the subject
     */
    public static Subject of(String type, Object id) {
        return new Subject(type, Objects.requireNonNull(id, "id").toString());
    }
}
