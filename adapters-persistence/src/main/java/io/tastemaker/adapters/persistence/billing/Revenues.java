package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.CHECKOUT_ORDER;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.PAYMENT;
import static io.tastemaker.adapters.persistence.generated.billing.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.billing.RevenueReport;
import io.tastemaker.domain.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Adds up subscriptions and money. */
final class Revenues {

    private Revenues() {}

    static RevenueReport report(DSLContext sql, Instant since, Instant now) {
        return new RevenueReport(
                now,
                since,
                standings(sql),
                revenue(sql, since),
                sql.fetchCount(selectOne().from(SUBSCRIPTION).where(SubscriptionRow.isRunning()).groupBy(SUBSCRIPTION.TEAM_ID)
                        .having(count().gt(inline(1)))),
                sql.fetchCount(SUBSCRIPTION, SubscriptionRow.isRunning().and(SUBSCRIPTION.PLAN_KEY.isNull())),
                sql.fetchCount(CHECKOUT_ORDER, CHECKOUT_ORDER.STATE.eq(inline(Order.State.MISMATCHED, CHECKOUT_ORDER.STATE))),
                sql.fetchCount(PAYMENT, PaymentRow.IS_IN_DISPUTE));
    }

    private static List<RevenueReport.Standing> standings(DSLContext sql) {
        Field<String> plan = coalesce(SUBSCRIPTION.PLAN_KEY, inline("")).as("plan");
        return sql.select(plan, SUBSCRIPTION.STATUS, count()).from(SUBSCRIPTION)
                .groupBy(plan, SUBSCRIPTION.STATUS)
                .orderBy(plan, SUBSCRIPTION.STATUS)
                .fetch(row -> new RevenueReport.Standing(row.value1(), row.value2(), row.value3()));
    }

    private static List<RevenueReport.Revenue> revenue(DSLContext sql, Instant since) {
        return sql.select(PAYMENT.KIND, PAYMENT.CURRENCY, sum(PAYMENT.PAID), sum(PAYMENT.REFUNDED), count()).from(PAYMENT)
                .where(PAYMENT.STATUS.eq(Payment.Status.PAID).and(PAYMENT.KIND.ne(Payment.Kind.TRIAL)).and(PAYMENT.PAID_AT.ge(since)))
                .groupBy(PAYMENT.KIND, PAYMENT.CURRENCY)
                .orderBy(PAYMENT.KIND, PAYMENT.CURRENCY)
                .fetch(row -> {
                    Currency currency = Currency.getInstance(row.value2());
                    return new RevenueReport.Revenue(row.value1(), new Money(row.value3(), currency), new Money(row.value4(), currency),
                            row.value5());
                });
    }
}
