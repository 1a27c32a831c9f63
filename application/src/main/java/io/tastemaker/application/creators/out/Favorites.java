package io.tastemaker.application.creators.out;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;

/** The creators that members and keys of a team marked. Runs inside a transaction of the caller. */
public interface Favorites {

    /**
     * One mark.
     *
     * @param creator the creator
     * @param creatorOwner whose record it is
     * @param markedAt when
     */
    record Favorite(CreatorId creator, TeamId creatorOwner, Instant markedAt) {}

    /**
     * Marks a creator; marking twice keeps the first mark.
     *
     * @param holder the label of the actor whose mark it is
     * @param favorite the mark
     */
    void add(String holder, Favorite favorite);

    /**
     * Takes a mark away, if there is one.
     *
     * @param holder the label of the actor
     * @param creator the creator
     */
    void remove(String holder, CreatorId creator);

    /**
     * An actor's marks, the newest first.
     *
     * @param holder the label of the actor
     * @param page which page
     * @return the marks
     */
    Page<Favorite> list(String holder, PageRequest page);
}
