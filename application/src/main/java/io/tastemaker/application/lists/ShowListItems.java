package io.tastemaker.application.lists;

import io.tastemaker.application.lists.out.ListItems;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** Shows who is on a list, page by page, in the order of the list. */
public final class ShowListItems {

    private final Transactions transactions;
    private final ListItems items;
    private final ListDoor door;

    ShowListItems(Transactions transactions, ListItems items, ListDoor door) {
        this.transactions = transactions;
        this.items = items;
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

    /** What is answered. */
    public sealed interface Outcome {
        /**
         * The page. Items that are moved meanwhile may come again or not at all; all others come once.
         *
         * @param page the items
         */
        record Listed(Page<ListItem> page) implements Outcome {}

        /** All items have got new places since the page before, so that nobody knows where the next one begins. */
        record Rearranged() implements Outcome {}
    }

    /** Where a page ends. */
    private record Position(long arrangement, OrderKey place) {
        static Position of(String text) {
            int end = text.indexOf('_');
            return new Position(Long.parseLong(text.substring(0, end)), new OrderKey(text.substring(end + 1)));
        }

        @Override
        public String toString() {
            return arrangement + "_" + place;
        }
    }

    /**
     * Shows them.
     *
     * @param query what is asked
     * @return the page
     * @throws Refusal.NotFound when there is no such list that the actor may know of
     */
    public Outcome handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_LISTS);
        return transactions.reading(query.actor(), () -> {
            TeamList list = door.open(query.actor(), query.list()).list();
            Optional<Position> after = query.page().after().map(Position::of);
            if (after.filter(position -> position.arrangement() != list.arrangement()).isPresent()) {
                return new Outcome.Rearranged();
            }
            int limit = query.page().limit();
            List<ListItem> found = items.list(list.id(), after.map(Position::place), limit + 1);
            return new Outcome.Listed(Page.of(found, limit, last -> new Position(list.arrangement(), last.place()).toString())
                    .map(item -> item.within(list.form())));
        });
    }
}
