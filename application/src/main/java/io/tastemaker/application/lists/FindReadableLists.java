package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.TeamLists;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListRight;
import io.tastemaker.domain.shared.ListId;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which of some lists somebody may read now: whoever keeps what was on a list asks before showing it. */
public final class FindReadableLists {

    private final Transactions transactions;
    private final TeamLists lists;
    private final ListDoor door;

    FindReadableLists(Transactions transactions, TeamLists lists, ListDoor door) {
        this.transactions = transactions;
        this.lists = lists;
        this.door = door;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param lists which lists, of the actor's team; some may be deleted
     */
    public record Query(Actor actor, Set<ListId> lists) {
        /** Copies the set. */
        public Query {
            lists = Set.copyOf(lists);
        }
    }

    /**
     * Answers.
     *
     * @param query what is asked
     * @return those that may be read; one that is deleted is left to whoever sees every list of the team
     */
    public Set<ListId> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        if (ListRight.seesAll(query.actor())) {
            return query.lists();
        }
        return transactions.reading(query.actor(), () -> door.shown(query.actor(), lists.all(query.lists())).stream()
                .filter(shown -> shown.right().covers(ListRight.READ))
                .map(shown -> shown.list().id())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
