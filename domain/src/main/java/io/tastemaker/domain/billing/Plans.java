package io.tastemaker.domain.billing;

import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The plans there are.
 *
 * @param all every version of each
 */
public record Plans(List<Plan> all) {

    /** The dearer one is the better one. */
    private static final Comparator<Plan> BY_PRICE =
            Comparator.comparing((Plan plan) -> plan.monthlyPrice().amount()).thenComparing(plan -> plan.id().key())
                    .thenComparing(plan -> plan.id().version());

    /** Copies the list. */
    public Plans {
        all = List.copyOf(all);
    }

    /**
     * Collects them.
     *
     * @param all every version of each
     * @return the plans
     */
    public static Plans of(Collection<Plan> all) {
        return new Plans(List.copyOf(all));
    }

    /**
     * What counts now under a key.
     *
     * @param key such as {@code standard}
     * @return its newest version, if there is one
     */
    public Optional<Plan> newest(String key) {
        return all.stream().filter(plan -> plan.id().key().equals(key)).max(Comparator.comparingInt(plan -> plan.id().version()));
    }

    /**
     * A certain version.
     *
     * @param id which
     * @return the plan, if we know it
     */
    public Optional<Plan> find(PlanId id) {
        return all.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    /**
     * The dearest of several.
     *
     * @param ids some of them
     * @return the best of those we know
     */
    Optional<PlanId> best(Collection<PlanId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).max(BY_PRICE).map(Plan::id);
    }
}
