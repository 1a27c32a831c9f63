package io.tastemaker.adapters.persistence.billing;

import static io.tastemaker.adapters.persistence.generated.billing.Tables.CHECKOUT_ORDER;

import io.tastemaker.domain.billing.Discount;
import io.tastemaker.domain.billing.Order;
import io.tastemaker.domain.billing.Purchase;
import io.tastemaker.domain.entitlements.PlanId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.Record;

/** An order as a row. */
final class OrderRow {

    static final String SUBSCRIBE = "subscribe";
    private static final String TOP_UP = "top_up";
    private static final String ONE_OFF = "one_off";

    static final List<Field<?>> COLUMNS = List.of(CHECKOUT_ORDER.ID, CHECKOUT_ORDER.TEAM_ID, CHECKOUT_ORDER.USER_ID, CHECKOUT_ORDER.KIND,
            CHECKOUT_ORDER.PLAN_KEY, CHECKOUT_ORDER.PLAN_VERSION, CHECKOUT_ORDER.TRIAL_DAYS, CHECKOUT_ORDER.PACK_KEY,
            CHECKOUT_ORDER.PACK_VERSION, CHECKOUT_ORDER.CREDITS, CHECKOUT_ORDER.VALID_DAYS, CHECKOUT_ORDER.DESCRIPTION, CHECKOUT_ORDER.STATE,
            CHECKOUT_ORDER.CURRENCY, CHECKOUT_ORDER.LIST_PRICE, CHECKOUT_ORDER.DISCOUNT, CHECKOUT_ORDER.COUPON, CHECKOUT_ORDER.CREATED_AT,
            CHECKOUT_ORDER.EXPIRES_AT, CHECKOUT_ORDER.SESSION, CHECKOUT_ORDER.SETTLED_AT, CHECKOUT_ORDER.FAULT);

    private OrderRow() {}

    /** What is written once. */
    static Map<Field<?>, Object> fixed(Order order) {
        Map<Field<?>, Object> values = new HashMap<>(purchase(order.purchase()));
        values.put(CHECKOUT_ORDER.TEAM_ID, order.team());
        values.put(CHECKOUT_ORDER.ID, order.id());
        values.put(CHECKOUT_ORDER.USER_ID, order.buyer());
        values.put(CHECKOUT_ORDER.CURRENCY, order.listPrice().currency().getCurrencyCode());
        values.put(CHECKOUT_ORDER.LIST_PRICE, order.listPrice().amount());
        values.put(CHECKOUT_ORDER.DISCOUNT, Columns.amount(order.discount().off(), order.listPrice()));
        values.put(CHECKOUT_ORDER.COUPON, order.discount().coupon().orElse(null));
        values.put(CHECKOUT_ORDER.CREATED_AT, order.createdAt());
        values.put(CHECKOUT_ORDER.EXPIRES_AT, order.expiresAt());
        return values;
    }

    /** What becomes of an order. */
    static Map<Field<?>, Object> changeable(Order order) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(CHECKOUT_ORDER.STATE, order.state());
        values.put(CHECKOUT_ORDER.SESSION, order.session().orElse(null));
        values.put(CHECKOUT_ORDER.SETTLED_AT, order.settledAt().orElse(null));
        values.put(CHECKOUT_ORDER.FAULT, order.fault().orElse(null));
        return values;
    }

    private static Map<Field<?>, Object> purchase(Purchase purchase) {
        Map<Field<?>, Object> values = new HashMap<>();
        switch (purchase) {
            case Purchase.Subscribe(PlanId plan, int trialDays) -> {
                values.put(CHECKOUT_ORDER.KIND, SUBSCRIBE);
                values.put(CHECKOUT_ORDER.PLAN_KEY, plan.key());
                values.put(CHECKOUT_ORDER.PLAN_VERSION, plan.version());
                values.put(CHECKOUT_ORDER.TRIAL_DAYS, trialDays);
            }
            case Purchase.TopUp(String pack, int version, long credits, OptionalInt validDays) -> {
                values.put(CHECKOUT_ORDER.KIND, TOP_UP);
                values.put(CHECKOUT_ORDER.PACK_KEY, pack);
                values.put(CHECKOUT_ORDER.PACK_VERSION, version);
                values.put(CHECKOUT_ORDER.CREDITS, credits);
                values.put(CHECKOUT_ORDER.VALID_DAYS, validDays.isPresent() ? validDays.getAsInt() : null);
            }
            case Purchase.OneOff(String description) -> {
                values.put(CHECKOUT_ORDER.KIND, ONE_OFF);
                values.put(CHECKOUT_ORDER.DESCRIPTION, description);
            }
        }
        return values;
    }

    static Order order(Record row) {
        return new Order(
                row.get(CHECKOUT_ORDER.ID),
                row.get(CHECKOUT_ORDER.TEAM_ID),
                row.get(CHECKOUT_ORDER.USER_ID),
                purchase(row),
                row.get(CHECKOUT_ORDER.STATE),
                Columns.money(row, CHECKOUT_ORDER.LIST_PRICE, CHECKOUT_ORDER.CURRENCY),
                new Discount(Columns.money(row, CHECKOUT_ORDER.DISCOUNT, CHECKOUT_ORDER.CURRENCY), Optional.ofNullable(row.get(CHECKOUT_ORDER.COUPON))),
                row.get(CHECKOUT_ORDER.CREATED_AT),
                row.get(CHECKOUT_ORDER.EXPIRES_AT),
                Optional.ofNullable(row.get(CHECKOUT_ORDER.SESSION)),
                Optional.ofNullable(row.get(CHECKOUT_ORDER.SETTLED_AT)),
                Optional.ofNullable(row.get(CHECKOUT_ORDER.FAULT)));
    }

    private static Purchase purchase(Record row) {
        return switch (row.get(CHECKOUT_ORDER.KIND)) {
            case SUBSCRIBE -> new Purchase.Subscribe(
                    new PlanId(row.get(CHECKOUT_ORDER.PLAN_KEY), row.get(CHECKOUT_ORDER.PLAN_VERSION)), row.get(CHECKOUT_ORDER.TRIAL_DAYS));
            case TOP_UP -> new Purchase.TopUp(row.get(CHECKOUT_ORDER.PACK_KEY), row.get(CHECKOUT_ORDER.PACK_VERSION),
                    row.get(CHECKOUT_ORDER.CREDITS), Columns.number(row.get(CHECKOUT_ORDER.VALID_DAYS)));
            case ONE_OFF -> new Purchase.OneOff(row.get(CHECKOUT_ORDER.DESCRIPTION));
            default -> throw new IllegalStateException("no kind of purchase: " + row.get(CHECKOUT_ORDER.KIND));
        };
    }
}
