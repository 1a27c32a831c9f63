package io.tastemaker.adapters.persistence.wallets;

import static io.tastemaker.adapters.persistence.generated.wallets.Tables.PLAN;
import static io.tastemaker.adapters.persistence.generated.wallets.Tables.PRICING_RULE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.databind.JsonNode;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;

/** Prices and plans in PostgreSQL, remembered for two seconds. */
public final class JooqTariffs implements Tariffs {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final Comparator<PricingRule> BY_ACTION_NEWEST_FIRST =
            Comparator.comparing(PricingRule::action).thenComparing(PricingRule::version, Comparator.reverseOrder());

    private static final List<Field<?>> RULE_COLUMNS = List.of(PRICING_RULE.ACTION, PRICING_RULE.VERSION, PRICING_RULE.UNIT_CREDITS,
            PRICING_RULE.ALLOWANCE, PRICING_RULE.ACCESS_SECONDS, PRICING_RULE.UNIT, PRICING_RULE.SHIPPED);

    private record Known(Tariff tariff, Instant since) {
        boolean isFresh(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(FRESH));
        }
    }

    private final AcrossTeams acrossTeams;
    private final String planOfNewTeams;
    private final InstantSource clock;
    private volatile Optional<Known> known = Optional.empty();

    /**
     * Reads prices and plans.
     *
     * @param acrossTeams how to reach what belongs to no team
     * @param planOfNewTeams the key of the plan of teams that nobody gave another
     * @param clock tells when what is remembered is too old
     */
    public JooqTariffs(AcrossTeams acrossTeams, String planOfNewTeams, InstantSource clock) {
        this.acrossTeams = acrossTeams;
        this.planOfNewTeams = planOfNewTeams;
        this.clock = clock;
    }

    @Override
    public Tariff current() {
        Instant now = clock.instant();
        return known.filter(last -> last.isFresh(now)).map(Known::tariff).orElseGet(this::renewed);
    }

    @Override
    public Tariff renewed() {
        Instant now = clock.instant();
        Tariff tariff = acrossTeams.run(this::tariff);
        known = Optional.of(new Known(tariff, now));
        return tariff;
    }

    private Tariff tariff(DSLContext sql) {
        var rows = sql.select(RULE_COLUMNS).from(PRICING_RULE).fetch();
        Map<Action, PricingRule> newest = new HashMap<>();
        rows.map(JooqTariffs::rule).stream().sorted(BY_ACTION_NEWEST_FIRST).forEach(rule -> newest.putIfAbsent(rule.action(), rule));
        int version = 1 + Math.toIntExact(rows.stream().filter(row -> !row.get(PRICING_RULE.SHIPPED)).count());
        return Tariff.of(version, newest.values(), sql.selectFrom(PLAN).fetch(JooqTariffs::plan), planOfNewTeams);
    }

    @Override
    public List<PricingRule> listRules() {
        return acrossTeams.run(sql -> sql.select(RULE_COLUMNS).from(PRICING_RULE).fetch(JooqTariffs::rule)).stream()
                .sorted(BY_ACTION_NEWEST_FIRST)
                .toList();
    }

    @Override
    public boolean add(PricingRule rule) {
        return add(PRICING_RULE, PRICING_RULE.ACTION, PRICING_RULE.VERSION, rule.action().code(), rule.version(), Map.of(
                PRICING_RULE.UNIT_CREDITS, rule.unitCredits(),
                PRICING_RULE.ALLOWANCE, rule.allowance(),
                PRICING_RULE.ACCESS_SECONDS, val(rule.accessFor().map(Duration::toSeconds).orElse(null), Long.class),
                PRICING_RULE.UNIT, rule.unit()));
    }

    @Override
    public boolean add(Plan plan) {
        return add(PLAN, PLAN.KEY, PLAN.VERSION, plan.id().key(), plan.id().version(), Map.ofEntries(
                Map.entry(PLAN.NAME, plan.name()),
                Map.entry(PLAN.PRICE, plan.monthlyPrice().amount()),
                Map.entry(PLAN.CURRENCY, plan.monthlyPrice().currency().getCurrencyCode()),
                Map.entry(PLAN.SEATS, plan.seats()),
                Map.entry(PLAN.QUOTAS, quotas(plan.quotas())),
                Map.entry(PLAN.FEATURES, Codes.write(plan.features())),
                Map.entry(PLAN.DAILY_CREDITS, plan.gifts().daily()),
                Map.entry(PLAN.DAILY_FOR, Scopes.codes(plan.gifts().dailyFor()).toArray(String[]::new)),
                Map.entry(PLAN.MONTHLY_CREDITS, plan.gifts().monthly()),
                Map.entry(PLAN.ROLLOVER_CAP, plan.gifts().rolloverCap()),
                Map.entry(PLAN.TOP_UP_DISCOUNT, plan.topUpDiscount()),
                Map.entry(PLAN.SUPPORT, plan.support()),
                Map.entry(PLAN.WATERMARK, plan.watermark())));
    }

    /** Adds a version when it is the next; of two who add the same one, the second adds nothing. */
    private boolean add(Table<Record> table, TableField<Record, String> key, TableField<Record, Integer> number, String name, int version,
            Map<Field<?>, Object> values) {
        boolean added = acrossTeams.run(sql -> {
            int newest = sql.select(coalesce(max(number), inline(0))).from(table).where(key.eq(name)).fetchSingle().value1();
            return version == newest + 1
                    && sql.insertInto(table).set(key, name).set(number, version).set(values).onConflictDoNothing().execute() == 1;
        });
        known = Optional.empty();
        return added;
    }

    private static PricingRule rule(Record row) {
        return new PricingRule(new Action(row.get(PRICING_RULE.ACTION)), row.get(PRICING_RULE.VERSION), row.get(PRICING_RULE.UNIT_CREDITS),
                row.get(PRICING_RULE.ALLOWANCE), Optional.ofNullable(row.get(PRICING_RULE.ACCESS_SECONDS)).map(Duration::ofSeconds),
                row.get(PRICING_RULE.UNIT));
    }

    private static Plan plan(Record row) {
        return new Plan(new PlanId(row.get(PLAN.KEY), row.get(PLAN.VERSION)), row.get(PLAN.NAME),
                new Money(row.get(PLAN.PRICE), Currency.getInstance(row.get(PLAN.CURRENCY))), row.get(PLAN.SEATS),
                quotas(row.get(PLAN.QUOTAS)), Codes.readAll(Feature.class, row.get(PLAN.FEATURES)),
                new Plan.Gifts(row.get(PLAN.DAILY_CREDITS), Scopes.actions(row.get(PLAN.DAILY_FOR)), row.get(PLAN.MONTHLY_CREDITS),
                        row.get(PLAN.ROLLOVER_CAP)),
                row.get(PLAN.TOP_UP_DISCOUNT), row.get(PLAN.SUPPORT), row.get(PLAN.WATERMARK));
    }

    private static JSONB quotas(Map<Action, Quota> quotas) {
        return JSONB.valueOf(JsonText.object(json -> {
            for (Map.Entry<Action, Quota> entry : quotas.entrySet()) {
                json.writeFieldName(entry.getKey().code());
                switch (entry.getValue()) {
                    case Quota.Denied denied -> json.writeString("denied");
                    case Quota.Metered metered -> json.writeString("metered");
                    case Quota.Included(long units) -> json.writeNumber(units);
                    case Quota.Unlimited unlimited -> json.writeString("unlimited");
                }
            }
        }));
    }

    private static Map<Action, Quota> quotas(JSONB column) {
        Map<Action, Quota> quotas = new HashMap<>();
        JsonText.tree(column.data()).properties().forEach(field -> quotas.put(new Action(field.getKey()), quota(field.getValue())));
        return quotas;
    }

    private static Quota quota(JsonNode json) {
        if (json.isIntegralNumber()) {
            return new Quota.Included(json.longValue());
        }
        return switch (json.asText()) {
            case "denied" -> Quota.DENIED;
            case "metered" -> Quota.METERED;
            case "unlimited" -> Quota.UNLIMITED;
            default -> throw new IllegalStateException("no quota: " + json);
        };
    }
}
