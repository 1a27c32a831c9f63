package io.tastemaker.application.shared.out;

import io.tastemaker.domain.shared.Event;

/** What happened, for whoever outside asked to be told. Runs inside a transaction of the caller: what is rolled back was never told. */
public interface Events {

    /**
     * Tells an event of the bound team when the transaction commits, and nothing when it does not.
     *
     * @param event what happened
     */
    void tell(Event event);
}
