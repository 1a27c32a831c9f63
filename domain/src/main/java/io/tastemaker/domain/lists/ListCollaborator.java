package io.tastemaker.domain.lists;

import io.tastemaker.domain.shared.ListId;
import io.tastemaker.domain.shared.Traits;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody of the team with whom a list is shared. It ends with the membership.
 *
 * @param list the list
 * @param user who
 * @param right to read or to edit it
 * @param addedBy the label of who shared it
 * @param addedAt when
 * @param version 1 at birth, one more with every change
 */
public record ListCollaborator(ListId list, UserId user, ListRight right, String addedBy, Instant addedAt, long version) {

    /** The most people with whom one list is shared. */
    public static final int MOST = 100;

    /** Checks the right and that nothing is missing. */
    public ListCollaborator {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(addedBy, "addedBy");
        Objects.requireNonNull(addedAt, "addedAt");
        if (right != ListRight.READ && right != ListRight.EDIT) {
            throw new IllegalArgumentException("a list is shared to be read or to be edited");
        }
    }

    /**
     * With another right.
     *
     * @param newRight to read or to edit
     * @return the next version
     */
    public ListCollaborator changed(ListRight newRight) {
        return new ListCollaborator(list, user, newRight, addedBy, addedAt, version + 1);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        return Traits.NONE.with("collaborators." + user, right);
    }
}
