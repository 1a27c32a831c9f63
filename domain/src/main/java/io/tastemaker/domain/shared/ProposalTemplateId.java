package io.tastemaker.domain.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a template for proposals.
 *
 * @param value the UUID; version 7 when this program made it
 */
public record ProposalTemplateId(UUID value) {

    /** Checks that there is a value. */
    public ProposalTemplateId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical lower-case form.
     *
     * @param text 36 characters, such as {@code 0195d1c0-0000-7000-8000-000000000000}
     * @return the id
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static ProposalTemplateId of(String text) {
        return new ProposalTemplateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
