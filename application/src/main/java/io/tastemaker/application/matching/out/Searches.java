package io.tastemaker.application.matching.out;

import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Traits;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The questions that were saved under a name. Runs inside a transaction of the caller. */
public interface Searches {

    /**
     * A question that was saved.
     *
     * @param id its id
     * @param version 1 at birth, one more with every change
     * @param name 1 to 200 characters
     * @param question as the caller put it
     * @param savedBy the label of the actor who saved it
     * @param at when it was saved or last changed
     */
    record Saved(UUID id, long version, String name, String question, String savedBy, Instant at) {

        /**
         * What the audit log shows of it.
         *
         * @return its fields
         */
        public Traits traits() {
            return Traits.NONE.withheld("name", name).withheld("question", question);
        }
    }

    /**
     * Saves a question for the team.
     *
     * @param saved version 1
     */
    void save(Saved saved);

    /**
     * Finds a saved question.
     *
     * @param id its id
     * @return the question, or empty when the team has none of this id
     */
    Optional<Saved> saved(UUID id);

    /**
     * Replaces a saved question, unless somebody else was faster.
     *
     * @param saved the next version
     * @return false when the stored version is not the one before
     */
    boolean replace(Saved saved);

    /**
     * Removes a saved question.
     *
     * @param id its id
     * @return false when there was none
     */
    boolean remove(UUID id);

    /**
     * The team's saved questions, the newest first.
     *
     * @param page which page
     * @return the questions
     */
    Page<Saved> allSaved(PageRequest page);
}
