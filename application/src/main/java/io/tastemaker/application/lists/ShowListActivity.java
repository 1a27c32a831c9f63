package io.tastemaker.application.lists;

import io.tastemaker.application.operations.ListDeeds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;

/** Shows what was done with a list, the newest first: the team's audit log, read by this list. */
public final class ShowListActivity {

    private final Transactions transactions;
    private final ListDoor door;
    private final ListDeeds listDeeds;

    ShowListActivity(Transactions transactions, ListDoor door, ListDeeds listDeeds) {
        this.transactions = transactions;
        this.door = door;
        this.listDeeds = listDeeds;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param list which list
     * @param page which page
     */
    public record Query(Actor actor, ListId list, PageRequest page) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the entries about the list
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Page<AuditEntry> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        transactions.reading(query.actor(), () -> door.open(query.actor(), query.list()));
        return listDeeds.handle(new ListDeeds.Query(query.actor(), Permission.READ_LISTS, Subject.of("list", query.list()), query.page()));
    }
}
