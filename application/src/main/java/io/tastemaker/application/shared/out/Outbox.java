package io.tastemaker.application.shared.out;

import io.tastemaker.application.shared.Letter;
import io.tastemaker.domain.shared.TeamId;

/** Mail on its way out: written in the transaction that has a reason for it, sent afterwards. Runs inside a transaction of either kind. */
public interface Outbox {

    /**
     * Sends a letter when the transaction commits, and nothing when it does not.
     *
     * @param team on whose behalf
     * @param letter the letter; kept encrypted, and no longer than until it is sent
     */
    void post(TeamId team, Letter letter);
}
