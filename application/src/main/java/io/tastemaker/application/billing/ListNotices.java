package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Inbox;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Notice;
import io.tastemaker.domain.billing.StoredNotice;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Set;

/** Lists what the payment provider told, and what became of it; dead letters are among it. */
public final class ListNotices {

    private final Inbox inbox;

    ListNotices(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param states in which states; empty for all
     * @param page which page
     */
    public record Query(Actor actor, Set<Notice.State> states, PageRequest page) {
        /** Copies the set. */
        public Query {
            states = Set.copyOf(states);
        }
    }

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<StoredNotice> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return inbox.list(query.states(), query.page());
    }
}
