package io.tastemaker.application.operations.out;

import io.tastemaker.domain.operations.Health;

/** Tells how one part of the program is. */
public interface HealthProbe {

    /**
     * Looks, within one second.
     *
     * @return the part as it is now; never throws
     */
    Health.Component check();
}
