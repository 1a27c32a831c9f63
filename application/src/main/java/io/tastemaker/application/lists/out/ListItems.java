package io.tastemaker.application.lists.out;

import io.tastemaker.domain.lists.ListItem;
import io.tastemaker.domain.lists.OrderKey;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ListId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is on lists, in which order. Runs inside a transaction of the caller; whoever changes the order holds the list. */
public interface ListItems {

    /**
     * Adds items; creators who are on the list already stay as they are.
     *
     * @param items version 1, all of one list, at places that nobody has
     * @return the items that were added
     */
    List<ListItem> add(List<ListItem> items);

    /**
     * Puts everybody of a list on another one, in the same order.
     *
     * @param from the list
     * @param to a list without items
     * @param by the label of who copies
     * @param now the time
     * @return how many were copied
     */
    int copy(ListId from, ListId to, String by, Instant now);

    /**
     * Finds an item.
     *
     * @param list the list
     * @param creator the creator
     * @return the item, or empty
     */
    Optional<ListItem> find(ListId list, CreatorId creator);

    /**
     * Replaces note and values of an item, unless somebody else was faster; where it stands stays.
     *
     * @param item the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(ListItem item);

    /**
     * Puts items of a list elsewhere.
     *
     * @param list the list
     * @param places the new places, by the creator
     */
    void move(ListId list, Map<CreatorId, OrderKey> places);

    /**
     * Removes an item.
     *
     * @param list the list
     * @param creator the creator
     * @return false when there was none
     */
    boolean remove(ListId list, CreatorId creator);

    /**
     * A list's items in their order.
     *
     * @param list the list
     * @param after the place behind which to begin, empty for the beginning
     * @param limit how many at most, at least 1
     * @return the items
     */
    List<ListItem> list(ListId list, Optional<OrderKey> after, int limit);

    /**
     * Everybody on a list, in order.
     *
     * @param list the list
     * @return the creators
     */
    List<CreatorId> creators(ListId list);

    /**
     * The place before another.
     *
     * @param list the list
     * @param place any place, empty for the end
     * @return the greatest place of an item that is less, empty when there is none
     */
    Optional<OrderKey> before(ListId list, Optional<OrderKey> place);

    /**
     * The place behind another.
     *
     * @param list the list
     * @param place any place
     * @return the least place of an item that is greater, empty when there is none
     */
    Optional<OrderKey> after(ListId list, OrderKey place);

    /**
     * How many are on lists.
     *
     * @param lists which lists
     * @return a number for each list that has items
     */
    Map<ListId, Integer> counts(Collection<ListId> lists);
}
