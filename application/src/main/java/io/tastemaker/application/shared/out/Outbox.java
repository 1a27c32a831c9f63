package io.tastemaker.application.shared.out;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.Optional;

/** Mail on its way out: written in the transaction that has a reason for it, sent afterwards. Runs inside a transaction of either kind. */
public interface Outbox {

    /**
     * Sends a letter when the transaction commits, and nothing when it does not.
     *
     * @param team on whose behalf
     * @param letter the letter; kept encrypted, and no longer than until it is sent
     */
    default void post(TeamId team, Letter letter) {
        post(team, letter, Optional.empty());
    }

    /**
     * The same for a letter of which somebody wants to know when it cannot be delivered.
     *
     * @param team on whose behalf
     * @param letter the letter
     * @param about what it is about; whoever handles such things is told when it is given up
     */
    void post(TeamId team, Letter letter, Optional<Subject> about);
}
