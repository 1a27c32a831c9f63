package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.PlatformTransactions;

class InMemoryCouponsTest extends CouponsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryCoupons coupons = new InMemoryCoupons(transactions);

    @Override
    protected PlatformTransactions platform() {
        return transactions;
    }

    @Override
    protected Coupons coupons() {
        return coupons;
    }
}
