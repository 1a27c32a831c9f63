package io.tastemaker.domain.matching;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Observed;
import java.util.Locale;

/** How good the data behind a factor are: their kind, unless they are old or missing. It is a label; only missing data change a mark. */
public enum DataState implements Coded {
    /** Read from the platform. */
    MEASURED,
    /** Stated by a file or a person. */
    IMPORTED,
    /** Computed with a known error. */
    ESTIMATED,
    /** Concluded from other facts. */
    INFERRED,
    /** Older than the factor's data usually hold. */
    STALE,
    /** Unknown; the mark is the factor's prior if the request wants anything of this factor. */
    MISSING;

    private final String code = name().toLowerCase(Locale.ROOT);

    static DataState of(Observed.Kind kind) {
        return switch (kind) {
            case MEASURED -> MEASURED;
            case IMPORTED -> IMPORTED;
            case ESTIMATED -> ESTIMATED;
            case INFERRED -> INFERRED;
        };
    }

    @Override
    public String code() {
        return code;
    }
}
