package io.tastemaker.adapters.persistence.webhooks;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.shared.out.Events;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.domain.shared.Event;
import java.time.InstantSource;

/** Events in PostgreSQL: each is kept for those who listen to it at that moment, and not at all when nobody does. */
public final class JooqEvents implements Events {

    private final JooqTransactions transactions;
    private final Ids ids;
    private final InstantSource clock;

    /** Events whose ids and times come from outside. */
    public JooqEvents(JooqTransactions transactions, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void tell(Event event) {
        FanOut.tell(transactions.sql(), transactions.team(), ids.next(), event, clock.instant());
    }
}
