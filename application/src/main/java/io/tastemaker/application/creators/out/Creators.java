package io.tastemaker.application.creators.out;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The creators a team may see: its own and the catalogue's. Runs inside a transaction of the caller. */
public interface Creators {

    /**
     * Finds a creator.
     *
     * @param id the id
     * @return the creator, or empty when there is none that the team may see
     */
    Optional<Creator> find(CreatorId id);

    /**
     * Finds a creator by handle; the team's own record comes before the catalogue's.
     *
     * @param handle platform and name
     * @return the creator, or empty
     */
    Optional<Creator> find(Handle handle);

    /**
     * Reads several creators at once.
     *
     * @param ids any number; unknown ones are left out
     * @return the creators, in no particular order
     */
    List<Creator> all(Collection<CreatorId> ids);

    /**
     * Goes through the bound team's own creators, by id.
     *
     * @param after the creator behind whom to go on, empty to begin
     * @param most how many, at least 1
     * @return the next creators; fewer than wanted at the end only
     */
    List<Creator> next(Optional<CreatorId> after, int most);

    /**
     * Reads one owner's creators of these handles in order to change them: until the transaction ends nobody else
     * adds, changes or removes a creator of this owner.
     *
     * @param owner the bound team, or the catalogue when the actor may write it
     * @param handles any number
     * @return those that exist, in no particular order
     */
    List<Creator> lock(TeamId owner, Collection<Handle> handles);

    /**
     * Adds creators whose handles were locked and not there.
     *
     * @param creators any number, all of the locked owner
     */
    void add(Collection<Creator> creators);

    /**
     * Replaces creators that were locked.
     *
     * @param creators the next versions, all of the locked owner
     */
    void replace(Collection<Creator> creators);

    /**
     * Removes a creator that was locked.
     *
     * @param creator as it was locked
     */
    void remove(Creator creator);
}
