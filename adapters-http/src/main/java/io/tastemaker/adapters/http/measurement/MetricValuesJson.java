package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What was measured: each value is the total so far. */
record MetricValuesJson(
        @About("People who saw it") Optional<@Between(min = "0", max = MOST) Long> reach,
        @About("How often it was shown") Optional<@Between(min = "0", max = MOST) Long> impressions,
        @About("How often it was played") Optional<@Between(min = "0", max = MOST) Long> views,
        Optional<@Between(min = "0", max = MOST) Long> likes,
        Optional<@Between(min = "0", max = MOST) Long> comments,
        Optional<@Between(min = "0", max = MOST) Long> shares,
        @About("Bookmarks") Optional<@Between(min = "0", max = MOST) Long> saves,
        @About("Clicks on links") Optional<@Between(min = "0", max = MOST) Long> clicks,
        @About("Orders, or what else was wanted") Optional<@Between(min = "0", max = MOST) Long> conversions,
        @About("What was spent so far") Optional<MoneyJson> cost,
        @About("What the conversions brought in so far") Optional<MoneyJson> revenue) {

    static final String MOST = "1000000000000000";

    static MetricValuesJson of(MetricRow row) {
        Map<Metric, BigDecimal> values = row.values();
        Function<Metric, Optional<Long>> count = metric -> Optional.ofNullable(values.get(metric)).map(BigDecimal::longValueExact);
        Function<Metric, Optional<MoneyJson>> money = metric -> Optional.ofNullable(values.get(metric))
                .map(amount -> MoneyJson.of(new Money(amount, row.currency().orElseThrow())));
        return new MetricValuesJson(count.apply(Metric.REACH), count.apply(Metric.IMPRESSIONS), count.apply(Metric.VIEWS), count.apply(Metric.LIKES),
                count.apply(Metric.COMMENTS), count.apply(Metric.SHARES), count.apply(Metric.SAVES), count.apply(Metric.CLICKS),
                count.apply(Metric.CONVERSIONS), money.apply(Metric.COST), money.apply(Metric.REVENUE));
    }

    Map<Metric, BigDecimal> values() {
        Map<Metric, BigDecimal> values = new EnumMap<>(Metric.class);
        put(values, Metric.REACH, reach);
        put(values, Metric.IMPRESSIONS, impressions);
        put(values, Metric.VIEWS, views);
        put(values, Metric.LIKES, likes);
        put(values, Metric.COMMENTS, comments);
        put(values, Metric.SHARES, shares);
        put(values, Metric.SAVES, saves);
        put(values, Metric.CLICKS, clicks);
        put(values, Metric.CONVERSIONS, conversions);
        cost.ifPresent(money -> values.put(Metric.COST, money.money().amount()));
        revenue.ifPresent(money -> values.put(Metric.REVENUE, money.money().amount()));
        return values;
    }

    private static void put(Map<Metric, BigDecimal> values, Metric metric, Optional<Long> count) {
        count.ifPresent(known -> values.put(metric, BigDecimal.valueOf(known)));
    }

    Set<Currency> currencies() {
        Set<Currency> currencies = new LinkedHashSet<>();
        cost.ifPresent(money -> currencies.add(money.money().currency()));
        revenue.ifPresent(money -> currencies.add(money.money().currency()));
        return currencies;
    }
}
