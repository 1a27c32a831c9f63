package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.billing.TopUpPack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Packs of credits in memory: those that the program ships with, until somebody adds others. */
public final class InMemoryTopUpPacks implements TopUpPacks {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, TopUpPack> newest;

    public InMemoryTopUpPacks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.newest = transactions.table();
        BillingFixtures.PACKS.forEach(pack -> newest.put(pack.key(), pack));
    }

    @Override
    public List<TopUpPack> list() {
        return transactions.joined(() -> newest.rows().sorted(Comparator.comparingLong(TopUpPack::credits).thenComparing(TopUpPack::key)).toList());
    }

    @Override
    public Optional<TopUpPack> find(String key) {
        return transactions.joined(() -> newest.get(key));
    }

    @Override
    public boolean add(TopUpPack pack) {
        return transactions.joined(() -> {
            boolean isNext = find(pack.key()).map(TopUpPack::version).orElse(0) + 1 == pack.version();
            if (isNext) {
                newest.put(pack.key(), pack);
            }
            return isNext;
        });
    }
}
