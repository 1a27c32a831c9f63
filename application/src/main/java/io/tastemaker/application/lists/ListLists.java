package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists the lists that the actor may see, the newest first. */
public final class ListLists {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListDoor door;

    ListLists(Transactions transactions, TeamLists lists, ListDoor door) {
        this.transactions = transactions;
        this.lists = lists;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param name only those whose name contains it; blank for all
     * @param page which page
     */
    public record Query(Actor actor, String name, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the lists
     */
    public Page<ShownList> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> {
            Page<TeamList> page = lists.list(query.actor(), query.name(), query.page());
            return new Page<>(door.shown(query.actor(), page.items()), page.next());
        });
    }
}
