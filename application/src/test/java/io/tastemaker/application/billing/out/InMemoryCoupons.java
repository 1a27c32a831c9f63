package io.tastemaker.application.billing.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Coupons in memory. */
public final class InMemoryCoupons implements Coupons {

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<String, Kept> rows;

    public InMemoryCoupons(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = transactions.table();
    }

    @Override
    public Optional<Kept> find(String code) {
        return transactions.joined(() -> rows.get(code));
    }

    @Override
    public Optional<Kept> findByPromotion(String promotion) {
        return transactions.joined(() -> rows.rows().filter(kept -> kept.coupon().promotion().equals(promotion)).findFirst());
    }

    @Override
    public boolean save(Coupon coupon, long version) {
        return transactions.joined(() -> {
            boolean isCurrent = find(coupon.code()).map(Kept::version).orElse(0L) == version;
            if (isCurrent) {
                rows.put(coupon.code(), new Kept(coupon, version + 1));
            }
            return isCurrent;
        });
    }

    @Override
    public Page<Coupon> list(PageRequest page) {
        List<Coupon> found = transactions.joined(() -> rows.rows().map(Kept::coupon)
                .filter(coupon -> page.after().map(last -> coupon.code().compareTo(last) > 0).orElse(true))
                .sorted(Comparator.comparing(Coupon::code))
                .limit(page.limit() + 1L)
                .toList());
        return Page.of(found, page.limit(), Coupon::code);
    }
}
