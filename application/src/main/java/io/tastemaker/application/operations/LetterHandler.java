package io.tastemaker.application.operations;

import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;

/** Wants to know which letters about things of one type will never arrive. */
public interface LetterHandler {

    /**
     * About which things.
     *
     * @return the type of their {@link Subject}, such as {@code invitation}
     */
    String subjectType();

    /**
     * Is told that a letter was refused for good, or given up. No transaction is open. May be told the same twice; what it throws is a fault,
     * after which the letter is tried again.
     *
     * @param team on whose behalf it was written
     * @param about what it was about
     */
    void undeliverable(TeamId team, Subject about);
}
