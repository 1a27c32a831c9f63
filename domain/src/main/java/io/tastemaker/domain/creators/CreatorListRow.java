package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Observed;
import java.util.List;
import java.util.Map;

/** What one row of a list says. */
public sealed interface CreatorListRow {

    /**
     * A creator.
     *
     * @param handle platform and name
     * @param handleKind imported, or inferred from the display name
     * @param facts what the row says
     * @param raw the filled columns that no fact stands for, the distrusted ones, and values that could not be read as facts
     * @param unknownCategories labels that stand for no category, as written
     * @param faults what was rejected or altered
     */
    record Draft(Handle handle, Observed.Kind handleKind, Facts facts, Map<String, String> raw,
            List<String> unknownCategories, List<RowFault> faults) implements CreatorListRow {
        /** Copies the collections. */
        public Draft {
            raw = Map.copyOf(raw);
            unknownCategories = List.copyOf(unknownCategories);
            faults = List.copyOf(faults);
        }
    }

    /**
     * A row that names no creator.
     *
     * @param faults why
     */
    record Rejected(List<RowFault> faults) implements CreatorListRow {
        /** Copies the faults. */
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** A row without any value. */
    record Blank() implements CreatorListRow {}
}
