package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryTopUpPacksTest extends TopUpPacksContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTopUpPacks packs = new InMemoryTopUpPacks(transactions);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected TopUpPacks packs() {
        return packs;
    }
}
