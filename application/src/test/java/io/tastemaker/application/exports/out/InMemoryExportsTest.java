package io.tastemaker.application.exports.out;

import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryExportsTest extends ExportsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Jobs jobs = new InMemoryJobs(transactions);
    private final Exports exports = new InMemoryExports(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected Exports exports() {
        return exports;
    }
}
