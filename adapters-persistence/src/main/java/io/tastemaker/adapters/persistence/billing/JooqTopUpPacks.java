package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.TOP_UP_PACK;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions;
import io.tastemaker.application.billing.out.TopUpPacks;
import io.tastemaker.domain.billing.TopUpPack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Packs of credits in PostgreSQL. */
public final class JooqTopUpPacks implements TopUpPacks {

    private static final Comparator<TopUpPack> SMALLEST_FIRST = Comparator.comparingLong(TopUpPack::credits).thenComparing(TopUpPack::key);

    private final PlatformSteps steps;

    public JooqTopUpPacks(JooqPlatformTransactions platform, AcrossTeams acrossTeams) {
        this.steps = new PlatformSteps(platform, acrossTeams);
    }

    @Override
    public List<TopUpPack> list() {
        return steps.run(sql -> newest(sql, DSL.noCondition())).stream().sorted(SMALLEST_FIRST).toList();
    }

    @Override
    public Optional<TopUpPack> find(String key) {
        return steps.run(sql -> find(sql, key));
    }

    /** Of two who add the same version, the second adds nothing. */
    @Override
    public boolean add(TopUpPack pack) {
        return steps.run(sql -> pack.version() == find(sql, pack.key()).map(TopUpPack::version).orElse(0) + 1
                && sql.insertInto(TOP_UP_PACK)
                        .set(TOP_UP_PACK.KEY, pack.key())
                        .set(TOP_UP_PACK.VERSION, pack.version())
                        .set(TOP_UP_PACK.CREDITS, pack.credits())
                        .set(TOP_UP_PACK.PRICE, pack.price().amount())
                        .set(TOP_UP_PACK.CURRENCY, pack.price().currency().getCurrencyCode())
                        .set(TOP_UP_PACK.VALID_DAYS, pack.validDays().isPresent() ? pack.validDays().getAsInt() : null)
                        .set(TOP_UP_PACK.ON_SALE, pack.onSale())
                        .onConflictDoNothing()
                        .execute() == 1);
    }

    private static Optional<TopUpPack> find(DSLContext sql, String key) {
        return newest(sql, TOP_UP_PACK.KEY.eq(key)).stream().findFirst();
    }

    private static List<TopUpPack> newest(DSLContext sql, Condition wanted) {
        return sql.select(TOP_UP_PACK.KEY, TOP_UP_PACK.VERSION, TOP_UP_PACK.CREDITS, TOP_UP_PACK.PRICE, TOP_UP_PACK.CURRENCY,
                        TOP_UP_PACK.VALID_DAYS, TOP_UP_PACK.ON_SALE)
                .distinctOn(TOP_UP_PACK.KEY)
                .from(TOP_UP_PACK)
                .where(wanted)
                .orderBy(TOP_UP_PACK.KEY, TOP_UP_PACK.VERSION.desc())
                .fetch(JooqTopUpPacks::pack);
    }

    private static TopUpPack pack(Record row) {
        return new TopUpPack(row.get(TOP_UP_PACK.KEY), row.get(TOP_UP_PACK.VERSION), row.get(TOP_UP_PACK.CREDITS),
                Columns.money(row, TOP_UP_PACK.PRICE, TOP_UP_PACK.CURRENCY), Columns.number(row.get(TOP_UP_PACK.VALID_DAYS)),
                row.get(TOP_UP_PACK.ON_SALE));
    }
}
