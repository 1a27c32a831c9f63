package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A natural language by its primary BCP 47 subtag (ISO 639-1, else 639-3): {@code pt}, {@code ja}, {@code fil}.
 *
 * @param code two or three lower-case letters
 */
public record Language(String code) implements Comparable<Language> {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,3}");

    /** Checks the shape of the code. */
    public Language {
        Objects.requireNonNull(code, "code");
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("a language is two or three lower-case letters, such as pt: " + code);
        }
    }

    @Override
    public int compareTo(Language other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
