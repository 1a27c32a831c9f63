package io.tastemaker.application.lists.out;

import io.tastemaker.domain.lists.ListCollaborator;
import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** With whom lists are shared. Runs inside a transaction of the caller. */
public interface ListCollaborators {

    /**
     * Shares a list with a member of the team, unless it is.
     *
     * @param collaborator version 1
     * @return false when the list was shared with the member before, and then nothing was written
     */
    boolean add(ListCollaborator collaborator);

    /**
     * Finds out how a list is shared with somebody.
     *
     * @param list the list
     * @param user who
     * @return how, empty when it is not
     */
    Optional<ListCollaborator> find(ListId list, UserId user);

    /**
     * Changes how a list is shared, unless somebody else was faster.
     *
     * @param collaborator the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(ListCollaborator collaborator);

    /**
     * Ends the sharing with somebody.
     *
     * @param list the list
     * @param user who
     * @return false when it was not shared
     */
    boolean remove(ListId list, UserId user);

    /**
     * With whom a list is shared, in the order of sharing.
     *
     * @param list the list
     * @param page which page
     * @return the collaborators
     */
    Page<ListCollaborator> list(ListId list, PageRequest page);

    /**
     * With how many a list is shared.
     *
     * @param list the list
     * @return 0 or more
     */
    int count(ListId list);

    /**
     * How some lists are shared with somebody.
     *
     * @param user who
     * @param lists which lists
     * @return one for each list that is
     */
    List<ListCollaborator> of(UserId user, Collection<ListId> lists);
}
