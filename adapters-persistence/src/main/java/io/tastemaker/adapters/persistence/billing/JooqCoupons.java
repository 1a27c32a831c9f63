package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.COUPON;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.billing.out.Coupons;
import io.tastemaker.domain.billing.Coupon;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Coupons in PostgreSQL. */
public final class JooqCoupons implements Coupons {

    private static final List<Field<?>> COLUMNS = List.of(COUPON.CODE, COUPON.VERSION, COUPON.PROMOTION, COUPON.BASIS_POINTS, COUPON.AMOUNT_OFF,
            COUPON.CURRENCY, COUPON.TERM, COUPON.MONTHS, COUPON.MOST, COUPON.USED, COUPON.ENDS_AT, COUPON.ACTIVE);

    private final PlatformSteps steps;

    public JooqCoupons(JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.steps = new PlatformSteps(platform, acrossTeams);
    }

    @Override
    public Optional<Kept> find(String code) {
        return find(COUPON.CODE.eq(code));
    }

    @Override
    public Optional<Kept> findByPromotion(String promotion) {
        return find(COUPON.PROMOTION.eq(promotion));
    }

    private Optional<Kept> find(Condition wanted) {
        return steps.run(sql -> sql.select(COLUMNS).from(COUPON).where(wanted)
                .fetchOptional(row -> new Kept(coupon(row), row.get(COUPON.VERSION))));
    }

    @Override
    public boolean save(Coupon coupon, long version) {
        return steps.run(sql -> version == 0
                ? sql.insertInto(COUPON)
                        .set(COUPON.CODE, coupon.code())
                        .set(COUPON.VERSION, 1L)
                        .set(values(coupon))
                        .onConflictDoNothing()
                        .execute()
                : sql.update(COUPON)
                        .set(COUPON.VERSION, version + 1)
                        .set(values(coupon))
                        .where(COUPON.CODE.eq(coupon.code()).and(COUPON.VERSION.eq(version)))
                        .execute()) == 1;
    }

    @Override
    public Page<Coupon> list(PageRequest page) {
        List<Coupon> coupons = steps.run(sql -> sql.select(COLUMNS).from(COUPON)
                .where(page.after().map(COUPON.CODE::gt).orElseGet(DSL::noCondition))
                .orderBy(COUPON.CODE)
                .limit(page.limit() + 1)
                .fetch(JooqCoupons::coupon));
        return Page.of(coupons, page.limit(), Coupon::code);
    }

    private static Map<Field<?>, Object> values(Coupon coupon) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(COUPON.PROMOTION, coupon.promotion());
        values.put(COUPON.BASIS_POINTS, null);
        values.put(COUPON.AMOUNT_OFF, null);
        values.put(COUPON.CURRENCY, null);
        switch (coupon.reduction()) {
            case Coupon.Reduction.Share(int basisPoints) -> values.put(COUPON.BASIS_POINTS, basisPoints);
            case Coupon.Reduction.Sum(Money off) -> {
                values.put(COUPON.AMOUNT_OFF, off.amount());
                values.put(COUPON.CURRENCY, off.currency().getCurrencyCode());
            }
        }
        values.put(COUPON.TERM, coupon.term());
        values.put(COUPON.MONTHS, coupon.months().isPresent() ? coupon.months().getAsInt() : null);
        values.put(COUPON.MOST, coupon.most().isPresent() ? coupon.most().getAsLong() : null);
        values.put(COUPON.USED, coupon.used());
        values.put(COUPON.ENDS_AT, coupon.endsAt().orElse(null));
        values.put(COUPON.ACTIVE, coupon.active());
        return values;
    }

    private static Coupon coupon(Record row) {
        return new Coupon(
                row.get(COUPON.CODE),
                row.get(COUPON.PROMOTION),
                Optional.ofNullable(row.get(COUPON.BASIS_POINTS)).<Coupon.Reduction>map(Coupon.Reduction.Share::new)
                        .orElseGet(() -> new Coupon.Reduction.Sum(Columns.money(row, COUPON.AMOUNT_OFF, COUPON.CURRENCY))),
                row.get(COUPON.TERM),
                Columns.number(row.get(COUPON.MONTHS)),
                Columns.number(row.get(COUPON.MOST)),
                row.get(COUPON.USED),
                Optional.ofNullable(row.get(COUPON.ENDS_AT)),
                row.get(COUPON.ACTIVE));
    }
}
