package io.tastemaker.application.billing.out;

import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The record of reconciliations. Each method is a step of its own. */
public interface Reconciliations {

    /**
     * Begins one, unless one runs or the last is too young.
     *
     * @param now the time
     * @param pause how long after the start of the last one; zero to begin in any case
     * @param patience after how long one that has not ended is given up
     * @param since from when on lists are read when none has ended well
     * @return the one that has begun; its {@code since} is the start of the last one that ended well, or what was given
     */
    Optional<Reconciliation> begin(Instant now, Duration pause, Duration patience, Instant since);

    /**
     * Ends one, unless it was given up.
     *
     * @param done what came of it
     */
    void end(Reconciliation done);

    /**
     * Lists them, the newest first.
     *
     * @param page which page
     * @return the page
     */
    Page<Reconciliation> list(PageRequest page);
}
