package io.tastemaker.application.shared;

/**
 * A mail to one person.
 *
 * @param to the address
 * @param subject one line
 * @param text the body as plain text, lines ended by a line feed
 */
public record Letter(String to, String subject, String text) {

    /**
     * Refuses what would become a header of its own.
     *
     * @throws IllegalArgumentException when the address or the subject has control characters
     */
    public Letter {
        if ((to + subject).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an address and a subject are one line each");
        }
    }

    /** Says neither to whom nor what: letters carry secrets. */
    @Override
    public String toString() {
        return "Letter[]";
    }
}
