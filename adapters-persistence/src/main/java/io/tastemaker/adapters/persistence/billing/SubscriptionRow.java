package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.SUBSCRIPTION;

import io.tastemaker.domain.billing.Subscription;
import io.tastemaker.domain.billing.SubscriptionStatus;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** A subscription as a row. */
final class SubscriptionRow {

    static final List<Field<?>> COLUMNS = List.of(SUBSCRIPTION.ID, SUBSCRIPTION.ITEM, SUBSCRIPTION.PLAN_KEY, SUBSCRIPTION.PLAN_VERSION,
            SUBSCRIPTION.STATUS, SUBSCRIPTION.PERIOD_START, SUBSCRIPTION.PERIOD_END, SUBSCRIPTION.TRIAL_END, SUBSCRIPTION.ENDS_AT_PERIOD_END,
            SUBSCRIPTION.ENDED_AT, SUBSCRIPTION.CREATED_AT, SUBSCRIPTION.TRIAL_END_TOLD);

    private SubscriptionRow() {}

    /** All of a team, the oldest first. */
    static List<Subscription> all(DSLContext sql, TeamId team) {
        return sql.select(COLUMNS).from(SUBSCRIPTION)
                .where(SUBSCRIPTION.TEAM_ID.eq(team))
                .orderBy(SUBSCRIPTION.CREATED_AT, SUBSCRIPTION.ID)
                .fetch(SubscriptionRow::subscription);
    }

    /** Adds a subscription, or writes what became of it. */
    static void write(DSLContext sql, TeamId team, Subscription subscription) {
        Map<Field<?>, Object> values = changeable(subscription);
        sql.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.TEAM_ID, team)
                .set(SUBSCRIPTION.ID, subscription.id())
                .set(SUBSCRIPTION.CREATED_AT, subscription.createdAt())
                .set(values)
                .onConflict(SUBSCRIPTION.TEAM_ID, SUBSCRIPTION.ID).doUpdate().set(values)
                .execute();
    }

    /** Those that may still change. */
    static Condition isAlive() {
        return has(SubscriptionStatus::isOver).not();
    }

    /** As {@link Subscription#isRunning()}. */
    static Condition isRunning() {
        return isAlive().and(SUBSCRIPTION.STATUS.ne(DSL.inline(SubscriptionStatus.INCOMPLETE, SUBSCRIPTION.STATUS)));
    }

    static Condition has(Predicate<SubscriptionStatus> wanted) {
        return SUBSCRIPTION.STATUS.in(Stream.of(SubscriptionStatus.values()).filter(wanted)
                .map(status -> DSL.inline(status, SUBSCRIPTION.STATUS)).toList());
    }

    private static Map<Field<?>, Object> changeable(Subscription subscription) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(SUBSCRIPTION.ITEM, subscription.item());
        values.put(SUBSCRIPTION.PLAN_KEY, subscription.plan().map(PlanId::key).orElse(null));
        values.put(SUBSCRIPTION.PLAN_VERSION, subscription.plan().map(PlanId::version).orElse(null));
        values.put(SUBSCRIPTION.STATUS, subscription.status());
        values.put(SUBSCRIPTION.PERIOD_START, subscription.periodStart());
        values.put(SUBSCRIPTION.PERIOD_END, subscription.periodEnd());
        values.put(SUBSCRIPTION.TRIAL_END, subscription.trialEnd().orElse(null));
        values.put(SUBSCRIPTION.ENDS_AT_PERIOD_END, subscription.endsAtPeriodEnd());
        values.put(SUBSCRIPTION.ENDED_AT, subscription.endedAt().orElse(null));
        values.put(SUBSCRIPTION.TRIAL_END_TOLD, subscription.trialEndTold());
        return values;
    }

    static Subscription subscription(Record row) {
        return new Subscription(
                row.get(SUBSCRIPTION.ID),
                row.get(SUBSCRIPTION.ITEM),
                Columns.plan(row, SUBSCRIPTION.PLAN_KEY, SUBSCRIPTION.PLAN_VERSION),
                row.get(SUBSCRIPTION.STATUS),
                row.get(SUBSCRIPTION.PERIOD_START),
                row.get(SUBSCRIPTION.PERIOD_END),
                Optional.ofNullable(row.get(SUBSCRIPTION.TRIAL_END)),
                row.get(SUBSCRIPTION.ENDS_AT_PERIOD_END),
                Optional.ofNullable(row.get(SUBSCRIPTION.ENDED_AT)),
                row.get(SUBSCRIPTION.CREATED_AT),
                row.get(SUBSCRIPTION.TRIAL_END_TOLD));
    }
}
