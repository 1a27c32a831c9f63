package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Coded;
import java.util.Locale;

/** What can be read out of a text. */
public enum Task implements Coded {
    /** In which language it is written. Read first: the other two are read better when it is known. */
    LANGUAGE,
    /** In which mood. */
    SENTIMENT,
    /** About what. */
    CATEGORY;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
