package io.tastemaker.application.shared.out;

import java.util.UUID;

/** Where new ids come from. */
public interface Ids {

    /**
     * A new id.
     *
     * @return a UUID of version 7, never given before
     */
    UUID next();
}
