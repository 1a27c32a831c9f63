package io.tastemaker.application.operations.out;

import io.tastemaker.application.operations.JobEnding;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Endings of jobs in memory. */
public final class InMemoryJobNews implements JobNews {

    private final InMemoryTransactions transactions;
    private final InMemoryJobs jobs;

    public InMemoryJobNews(InMemoryTransactions transactions, InMemoryJobs jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public List<JobEnding> list(int most) {
        return transactions.alone(() -> jobs.endings().rows().limit(most).toList());
    }

    @Override
    public void forget(Collection<UUID> endings) {
        transactions.alone(() -> {
            endings.forEach(jobs.endings()::remove);
            return endings;
        });
    }
}
