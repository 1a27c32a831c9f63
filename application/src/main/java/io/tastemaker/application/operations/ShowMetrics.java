package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.util.List;

/** Shows what the parts of the program count, to operators. */
public final class ShowMetrics {

    private final List<Meter> meters;

    ShowMetrics(List<Meter> meters) {
        this.meters = List.copyOf(meters);
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     */
    public record Query(Actor actor) {}

    /**
     * Reads all meters.
     *
     * @param query what is asked
     * @return the figures
     */
    public List<Meter.Reading> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return meters.stream().flatMap(meter -> meter.read().stream()).toList();
    }
}
