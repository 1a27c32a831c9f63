package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.PAYMENT;
import static org.jooq.impl.DSL.inline;

import io.tastemaker.domain.billing.Payment;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A payment as a row. */
final class PaymentRow {

    static final List<Field<?>> COLUMNS = List.of(PAYMENT.ID, PAYMENT.KIND, PAYMENT.STATUS, PAYMENT.CURRENCY, PAYMENT.TOTAL, PAYMENT.PAID,
            PAYMENT.REFUNDED, PAYMENT.IN_DISPUTE, PAYMENT.ORDER_ID, PAYMENT.SUBSCRIPTION_ID, PAYMENT.INTENT, PAYMENT.NUMBER, PAYMENT.COVERS,
            PAYMENT.SOURCE, PAYMENT.CREDITS, PAYMENT.CREDITS_END, PAYMENT.ATTEMPTS, PAYMENT.CREATED_AT, PAYMENT.PAID_AT, PAYMENT.GRANTED,
            PAYMENT.REFUND_DUE);

    /** As {@link Payment#isDue()}. */
    static final Condition IS_DUE = PAYMENT.STATUS.eq(inline(Payment.Status.PAID, PAYMENT.STATUS)).and(PAYMENT.CREDITS.gt(inline(0L)));

    /** As {@link Payment#isUnsettled()}. */
    private static final Condition IS_UNSETTLED = IS_DUE.and(DSL.condition(PAYMENT.GRANTED).not().or(DSL.condition(PAYMENT.REFUND_DUE)));

    static final Condition IS_IN_DISPUTE = DSL.condition(PAYMENT.IN_DISPUTE);

    private PaymentRow() {}

    /** Those of a team that matter now, the oldest first. */
    static List<Payment> thatMatter(DSLContext sql, TeamId team, Set<String> named, Instant now) {
        String[] names = named.toArray(String[]::new);
        return sql.select(COLUMNS).from(PAYMENT)
                .where(PAYMENT.TEAM_ID.eq(team))
                .and(IS_UNSETTLED
                        .or(PAYMENT.STATUS.eq(inline(Payment.Status.OPEN, PAYMENT.STATUS)))
                        .or(PAYMENT.KIND.eq(Payment.Kind.TRIAL))
                        .or(PAYMENT.COVERS_UNTIL.gt(now))
                        .or(PAYMENT.ID.eq(DSL.any(names)))
                        .or(PAYMENT.INTENT.eq(DSL.any(names)))
                        .or(PAYMENT.ORDER_ID.cast(SQLDataType.VARCHAR).eq(DSL.any(names))))
                .orderBy(PAYMENT.CREATED_AT, PAYMENT.ID)
                .fetch(PaymentRow::payment);
    }

    /** Adds a payment, or writes what became of it. That it was granted is for {@link #settle} to say. */
    static void write(DSLContext sql, TeamId team, Payment payment) {
        Map<Field<?>, Object> values = changeable(payment);
        sql.insertInto(PAYMENT)
                .set(PAYMENT.TEAM_ID, team)
                .set(PAYMENT.ID, payment.id())
                .set(PAYMENT.GRANTED, payment.granted())
                .set(values)
                .onConflict(PAYMENT.TEAM_ID, PAYMENT.ID).doUpdate().set(values)
                .execute();
    }

    /** Notes what the wallet knows of a payment. */
    static void settle(DSLContext sql, TeamId team, Payment payment) {
        sql.update(PAYMENT)
                .set(PAYMENT.GRANTED, payment.granted())
                .set(PAYMENT.REFUND_DUE, payment.refundDue())
                .where(PAYMENT.TEAM_ID.eq(team).and(PAYMENT.ID.eq(payment.id())))
                .execute();
    }

    private static Map<Field<?>, Object> changeable(Payment payment) {
        Money total = payment.total();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(PAYMENT.KIND, payment.kind());
        values.put(PAYMENT.STATUS, payment.status());
        values.put(PAYMENT.CURRENCY, total.currency().getCurrencyCode());
        values.put(PAYMENT.TOTAL, total.amount());
        values.put(PAYMENT.PAID, Columns.amount(payment.paid(), total));
        values.put(PAYMENT.REFUNDED, Columns.amount(payment.refunded(), total));
        values.put(PAYMENT.REFUND_DUE, payment.refundDue());
        values.put(PAYMENT.IN_DISPUTE, payment.inDispute());
        values.put(PAYMENT.ORDER_ID, payment.order().orElse(null));
        values.put(PAYMENT.SUBSCRIPTION_ID, payment.subscription().orElse(null));
        values.put(PAYMENT.INTENT, payment.intent().orElse(null));
        values.put(PAYMENT.NUMBER, payment.number().orElse(null));
        values.put(PAYMENT.COVERS, BillingJson.writeCovers(payment.covers()));
        values.put(PAYMENT.COVERS_UNTIL, payment.covers().stream().map(Payment.Cover::until).max(Instant::compareTo).orElse(null));
        values.put(PAYMENT.SOURCE, payment.source());
        values.put(PAYMENT.CREDITS, payment.credits());
        values.put(PAYMENT.CREDITS_END, payment.creditsEnd().orElse(null));
        values.put(PAYMENT.ATTEMPTS, payment.attempts());
        values.put(PAYMENT.CREATED_AT, payment.createdAt());
        values.put(PAYMENT.PAID_AT, payment.paidAt().orElse(null));
        return values;
    }

    static Payment payment(Record row) {
        return new Payment(
                row.get(PAYMENT.ID),
                row.get(PAYMENT.KIND),
                row.get(PAYMENT.STATUS),
                Columns.money(row, PAYMENT.TOTAL, PAYMENT.CURRENCY),
                Columns.money(row, PAYMENT.PAID, PAYMENT.CURRENCY),
                Columns.money(row, PAYMENT.REFUNDED, PAYMENT.CURRENCY),
                row.get(PAYMENT.IN_DISPUTE),
                Optional.ofNullable(row.get(PAYMENT.ORDER_ID)),
                Optional.ofNullable(row.get(PAYMENT.SUBSCRIPTION_ID)),
                Optional.ofNullable(row.get(PAYMENT.INTENT)),
                Optional.ofNullable(row.get(PAYMENT.NUMBER)),
                BillingJson.readCovers(row.get(PAYMENT.COVERS)),
                row.get(PAYMENT.SOURCE),
                row.get(PAYMENT.CREDITS),
                Optional.ofNullable(row.get(PAYMENT.CREDITS_END)),
                row.get(PAYMENT.ATTEMPTS),
                row.get(PAYMENT.CREATED_AT),
                Optional.ofNullable(row.get(PAYMENT.PAID_AT)),
                row.get(PAYMENT.GRANTED),
                row.get(PAYMENT.REFUND_DUE));
    }
}
