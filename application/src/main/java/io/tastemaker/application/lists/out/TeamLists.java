package io.tastemaker.application.lists.out;

import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.lists.TeamList;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A team's lists of creators, without their items. Runs inside a transaction of the caller. */
public interface TeamLists {

    /**
     * Adds a list.
     *
     * @param list version 1
     */
    void add(TeamList list);

    /**
     * Finds a list, whoever may see it.
     *
     * @param id the id
     * @return the list, or empty
     */
    Optional<TeamList> find(ListId id);

    /**
     * Finds lists, whoever may see them.
     *
     * @param ids which
     * @return those that the team has, in no order
     */
    List<TeamList> all(Collection<ListId> ids);

    /**
     * Finds a list and holds it until the transaction ends: others who want to hold it wait, so that its items are put in order and counted
     * by one at a time. Needs a transaction that may write.
     *
     * @param id the id
     * @return the list, or empty
     */
    Optional<TeamList> hold(ListId id);

    /**
     * Replaces a list, unless somebody else was faster.
     *
     * @param list the next version
     * @return false when the stored version is not the one before, and then nothing was written
     */
    boolean replace(TeamList list);

    /**
     * Notes that all items of a list got new places.
     *
     * @param id a list that is held
     */
    void rearranged(ListId id);

    /**
     * Removes a list with its items and collaborators, unless somebody changed it.
     *
     * @param list as it was found
     * @return false when the stored version is another, and then nothing was removed
     */
    boolean remove(TeamList list);

    /**
     * The lists that somebody may know of, the newest first: those of {@link io.tastemaker.domain.lists.ListRight} that are at least read.
     *
     * @param viewer who looks, of the bound team
     * @param text only those whose name contains it, without regard to case; blank for all
     * @param page which page
     * @return the lists
     */
    Page<TeamList> list(Actor viewer, String text, PageRequest page);

    /**
     * How many lists the team has.
     *
     * @return 0 or more
     */
    int count();
}
