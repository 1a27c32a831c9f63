package io.tastemaker.application.content.out;

import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Transactions;

class InMemoryContentAnalysesTest extends ContentAnalysesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Jobs jobs = new InMemoryJobs(transactions);
    private final ContentAnalyses analyses = new InMemoryContentAnalyses(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Jobs jobs() {
        return jobs;
    }

    @Override
    protected ContentAnalyses analyses() {
        return analyses;
    }
}
