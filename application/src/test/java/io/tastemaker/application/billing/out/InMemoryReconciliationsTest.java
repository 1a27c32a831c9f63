package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;

class InMemoryReconciliationsTest extends ReconciliationsContract {

    private final InMemoryReconciliations reconciliations = new InMemoryReconciliations(new InMemoryTransactions());

    @Override
    protected Reconciliations reconciliations() {
        return reconciliations;
    }
}
