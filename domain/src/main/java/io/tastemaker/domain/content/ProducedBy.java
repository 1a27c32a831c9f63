package io.tastemaker.domain.content;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a result comes from.
 *
 * @param model who read the text
 * @param latency how long the call took in which it was read, at least 0; one call may read several texts
 * @param fallback why it was not the chosen analyst; empty when it was
 */
public record ProducedBy(Model model, Duration latency, Optional<FallbackReason> fallback) {

    /** Checks that nothing is missing, and cuts the latency to microseconds, as it is kept. */
    public ProducedBy {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(fallback, "fallback");
        if (latency.isNegative()) {
            throw new IllegalArgumentException("a latency is at least 0: " + latency);
        }
        latency = latency.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether another analyst answered than the one that was chosen.
     *
     * @return true for a fallback
     */
    public boolean isFallback() {
        return fallback.isPresent();
    }
}
