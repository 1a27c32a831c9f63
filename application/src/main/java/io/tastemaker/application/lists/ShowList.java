package io.tastemaker.application.lists;

import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.ListId;

/** Shows a list that the actor may see. */
public final class ShowList {

    private final Transactions transactions;
    private final ListDoor door;

    ShowList(Transactions transactions, ListDoor door) {
        this.transactions = transactions;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param list which list
     */
    public record Query(Actor actor, ListId list) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the list
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public ShownList handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> door.shown(door.open(query.actor(), query.list())));
    }
}
