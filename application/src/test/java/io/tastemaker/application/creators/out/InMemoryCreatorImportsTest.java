package io.tastemaker.application.creators.out;

import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryCreatorImportsTest extends CreatorImportsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Jobs jobs = new InMemoryJobs(transactions);
    private final CreatorImports imports = new InMemoryCreatorImports(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected CreatorImports imports() {
        return imports;
    }
}
