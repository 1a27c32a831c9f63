package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.operations.Health;
import java.util.List;

/** Tells how the program is. */
public final class CheckHealth {

    private final List<HealthProbe> probes;

    CheckHealth(List<HealthProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    /**
     * What is asked.
     *
     * @param caller anybody
     */
    public record Query(Anonymous caller) {}

    /**
     * Looks at every part.
     *
     * @param query what is asked
     * @return how the program is
     */
    public Health handle(Query query) {
        return new Health(probes.stream().map(HealthProbe::check).toList());
    }
}
