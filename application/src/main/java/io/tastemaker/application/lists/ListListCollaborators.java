package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListCollaborators;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists with whom a list is shared, for everybody who may read it. */
public final class ListListCollaborators {

    private final Transactions transactions;
    private final ListCollaborators collaborators;
    private final ListDoor door;

    ListListCollaborators(Transactions transactions, ListCollaborators collaborators, ListDoor door) {
        this.transactions = transactions;
        this.collaborators = collaborators;
        this.door = door;
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
     * Lists them.
     *
     * @param query what is asked
     * @return the collaborators, in the order of sharing
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Page<ListCollaborator> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> {
            door.open(query.actor(), query.list());
            return collaborators.list(query.list(), query.page());
        });
    }
}
