package io.tastemaker.application.billing;

import io.tastemaker.application.billing.out.Reconciliations;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.billing.Reconciliation;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists what came of comparing everything with the payment provider. */
public final class ListReconciliations {

    private final Reconciliations reconciliations;

    ListReconciliations(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /**
     * What is asked.
     *
     * @param actor an operator
     * @param page which page
     */
    public record Query(Actor actor, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the newest first
     */
    public Page<Reconciliation> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return reconciliations.list(query.page());
    }
}
