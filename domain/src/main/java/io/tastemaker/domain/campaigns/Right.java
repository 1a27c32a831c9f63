package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What somebody may do in the work of one campaign; each right includes the ones before. */
public enum Right implements Coded {
    /** Read what is there. Every member of the team may; as a right it says that the person belongs to the campaign. */
    VIEW,
    /** Comment on the campaign and its deliverables. */
    COMMENT,
    /** Write deliverables, milestones and the budget, and hand work in. */
    EDIT,
    /** Approve and reject work, and go over the budget. */
    APPROVE;

    /**
     * Whether this right includes another.
     *
     * @param other the right asked for
     * @return true for the same or a lesser one
     */
    public boolean covers(Right other) {
        return compareTo(other) >= 0;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
