package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** The mood of a text, as its reader feels it. */
public enum Mood implements Coded {
    /** Angry, sad, disappointed. */
    NEGATIVE,
    /** Neither, or both alike. */
    NEUTRAL,
    /** Glad, admiring, grateful. */
    POSITIVE;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
