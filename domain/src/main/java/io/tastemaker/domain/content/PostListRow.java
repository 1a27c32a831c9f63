package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.RowFault;
import java.util.List;

/** What one row of a list of posts says. */
public sealed interface PostListRow {

    /**
     * A post.
     *
     * @param creator whose it is
     * @param post what the row says of it
     * @param faults what was altered or left out
     */
    record Draft(Handle creator, PostDraft post, List<RowFault> faults) implements PostListRow {
        /** Copies the faults. */
        public Draft {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A row that names no post, or does not say whose it is.
     *
     * @param faults why
     */
    record Rejected(List<RowFault> faults) implements PostListRow {
        /** Copies the faults. */
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** A row without any value. */
    record Blank() implements PostListRow {}
}
