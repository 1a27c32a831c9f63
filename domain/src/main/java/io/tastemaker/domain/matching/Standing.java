package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.CreatorId;
import java.util.List;

/** Where a creator stands in a ranking. */
public sealed interface Standing {

    /**
     * In it.
     *
     * @param entry at which rank, and why
     */
    record Ranked(Ranking.Entry entry) implements Standing {}

    /**
     * Not in it.
     *
     * @param candidate what is known of the creator; {@link HardFilter#found} tells what was found against what was wanted
     * @param by every filter that the creator does not pass
     */
    record Excluded(Candidate candidate, List<HardFilter> by) implements Standing {
        /** Copies the filters. */
        public Excluded {
            by = List.copyOf(by);
        }
    }

    /**
     * Not even in the catalogue.
     *
     * @param creator who was asked for
     */
    record NotInCatalogue(CreatorId creator) implements Standing {}
}
