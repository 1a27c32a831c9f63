package io.tastemaker.application.content.out;

import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryPostImportsTest extends PostImportsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Jobs jobs = new InMemoryJobs(transactions);
    private final PostImports imports = new InMemoryPostImports(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected PostImports imports() {
        return imports;
    }
}
