package io.tastemaker.domain.measurement;

import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Computes all indicators out of sums. */
final class Figures {

    private static final int FINE = 6;
    private static final List<Metric> DEEDS = List.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES, Metric.CLICKS);

    private final Sums sums;
    private final Optional<Currency> currency;
    private final Map<Indicator, Figure> figures = new EnumMap<>(Indicator.class);

    private Figures(Sums sums, Optional<Currency> currency) {
        this.sums = sums;
        this.currency = currency;
    }

    static Map<Indicator, Figure> of(Sums sums, Optional<Currency> currency) {
        Figures made = new Figures(sums, currency);
        for (Indicator indicator : Indicator.values()) {
            made.figures.put(indicator, made.figure(indicator));
        }
        return Collections.unmodifiableMap(made.figures);
    }

    private Figure figure(Indicator indicator) {
        return switch (indicator) {
            case REACH, IMPRESSIONS, VIEWS, LIKES, COMMENTS, SHARES, SAVES, CLICKS, CONVERSIONS ->
                total(indicator, sums.of(indicator.metric().orElseThrow()));
            case COST -> money(indicator, Metric.COST, costFormula(sums, currency));
            case REVENUE -> money(indicator, Metric.REVENUE, indicator.formula());
            case ENGAGEMENTS -> total(indicator, sums.engagements());
            case ENGAGEMENT_RATE -> engagementRate();
            case CLICK_THROUGH_RATE -> ratio(indicator, named(Metric.CLICKS), named(Metric.IMPRESSIONS));
            case CONVERSION_RATE -> ratio(indicator, named(Metric.CONVERSIONS), named(Metric.CLICKS));
            case COST_PER_MILLE -> costPer(indicator, named(Metric.IMPRESSIONS), 3);
            case COST_PER_VIEW -> costPer(indicator, named(Metric.VIEWS), 0);
            case COST_PER_ENGAGEMENT -> costPer(indicator, new Named("engagements", sums.engagements()), 0);
            case COST_PER_CLICK -> costPer(indicator, named(Metric.CLICKS), 0);
            case COST_PER_CONVERSION -> costPer(indicator, named(Metric.CONVERSIONS), 0);
            case ROI -> returned(indicator, true);
            case ROAS -> returned(indicator, false);
            case EARNED_MEDIA_VALUE -> earnedMediaValue();
        };
    }

    /** A sum and what it is called where it is missing. */
    private record Named(String name, Optional<Sums.Sum> sum) {}

    private Named named(Metric metric) {
        return new Named(metric.code(), metric.isMoney() ? currency.flatMap(code -> sums.of(metric, code)) : sums.of(metric));
    }

    private static Figure total(Indicator indicator, Optional<Sums.Sum> sum) {
        return sum.map(there -> made(indicator, indicator.formula(), there.amount(), Optional.empty(), Optional.empty(), there))
                .orElseGet(() -> Figure.lacking(indicator, "no_" + indicator.code()));
    }

    /** Says where the cost is from. */
    static String costFormula(Sums sums, Optional<Currency> currency) {
        return currency.filter(code -> sums.isCounted(Metric.COST, code)).map(code -> Indicator.COST_BY_BUDGET).orElse(Indicator.COST_BY_ROWS);
    }

    private Figure money(Indicator indicator, Metric metric, String formula) {
        if (currency.isEmpty()) {
            return Figure.lacking(indicator, "no_currency");
        }
        return sums.of(metric, currency.get())
                .map(there -> made(indicator, formula, there.amount().setScale(decimals(currency.get()), RoundingMode.HALF_UP), currency,
                        Optional.empty(), there))
                .orElseGet(() -> Figure.lacking(indicator, "no_" + indicator.code()));
    }

    private Figure ratio(Indicator indicator, Named part, Named whole) {
        return lack(part, whole).map(lack -> Figure.lacking(indicator, lack))
                .orElseGet(() -> quotient(indicator, indicator.formula(), part.sum().orElseThrow(), whole.sum().orElseThrow(), 0, Optional.empty()));
    }

    private Figure costPer(Indicator indicator, Named things, int thousands) {
        if (currency.isEmpty()) {
            return Figure.lacking(indicator, "no_currency");
        }
        Named cost = named(Metric.COST);
        return lack(cost, things).map(lack -> Figure.lacking(indicator, lack))
                .orElseGet(() -> quotient(indicator, indicator.formula(), cost.sum().orElseThrow(), things.sum().orElseThrow(), thousands, currency));
    }

    private Figure returned(Indicator indicator, boolean isLessCost) {
        if (currency.isEmpty()) {
            return Figure.lacking(indicator, "no_currency");
        }
        Named revenue = named(Metric.REVENUE);
        Named cost = named(Metric.COST);
        Optional<String> lack = lack(revenue, cost);
        if (lack.isPresent()) {
            return Figure.lacking(indicator, lack.get());
        }
        Sums.Sum spent = cost.sum().orElseThrow();
        Sums.Sum earned = revenue.sum().orElseThrow();
        Sums.Sum gain = isLessCost ? new Sums.Sum(earned.amount().subtract(spent.amount()), earned.rows(), earned.posts()) : earned;
        return quotient(indicator, indicator.formula(), gain, spent, 0, Optional.empty());
    }

    /** What a quotient lacks: a part that is unknown, or a whole of nothing. */
    private static Optional<String> lack(Named part, Named whole) {
        Optional<String> unknown = Stream.of(part, whole).filter(each -> each.sum().isEmpty()).map(each -> "no_" + each.name()).findFirst();
        return unknown.or(() -> whole.sum().filter(sum -> sum.amount().signum() <= 0).map(sum -> "zero_" + whole.name()));
    }

    private static Figure quotient(
            Indicator indicator, String formula, Sums.Sum part, Sums.Sum whole, int thousands, Optional<Currency> currency) {
        BigDecimal value = part.amount().movePointRight(thousands).divide(whole.amount(), FINE, RoundingMode.HALF_UP);
        return made(indicator, formula, value, currency, Optional.empty(), part.plus(whole));
    }

    /** Over those things of which both is known: engagements of others would make the rate too high. */
    private Figure engagementRate() {
        Set<Measured> engaged = sums.known(track -> track.metric().isEngagement());
        if (engaged.isEmpty()) {
            return Figure.lacking(Indicator.ENGAGEMENT_RATE, "no_engagements");
        }
        for (Metric base : List.of(Metric.REACH, Metric.IMPRESSIONS, Metric.VIEWS)) {
            Set<Measured> both = new HashSet<>(sums.known(track -> track.metric() == base));
            both.retainAll(engaged);
            Sums paired = sums.only(track -> both.contains(track.about()));
            Optional<Sums.Sum> whole = paired.of(base).filter(sum -> sum.amount().signum() > 0);
            if (whole.isPresent()) {
                return quotient(Indicator.ENGAGEMENT_RATE, "engagement_rate_by_" + base.code() + "@1", paired.engagements().orElseThrow(), whole.get(),
                        0, Optional.empty());
            }
        }
        return Figure.lacking(Indicator.ENGAGEMENT_RATE, "no_exposures");
    }

    /** Of things on a known platform: exposures once (impressions, else views, else reach), and each deed of the audience. */
    private Figure earnedMediaValue() {
        Indicator indicator = Indicator.EARNED_MEDIA_VALUE;
        Set<Measured> attended = sums.known(track -> !track.metric().isMoney() && track.metric() != Metric.CONVERSIONS);
        if (attended.isEmpty()) {
            return Figure.lacking(indicator, "no_attention");
        }
        Band value = Band.ZERO;
        Optional<Sums.Sum> rests = Optional.empty();
        for (Map.Entry<Platform, List<Sums>> platform : sums.byPlatform().entrySet()) {
            MediaRates.Row rates = MediaRates.of(platform.getKey());
            for (Sums thing : platform.getValue()) {
                Optional<Sums.Sum> exposures = Stream.of(Metric.IMPRESSIONS, Metric.VIEWS, Metric.REACH).flatMap(metric -> thing.of(metric).stream())
                        .findFirst();
                value = value.plus(exposures.map(sum -> rates.exposures(positive(sum))).orElse(Band.ZERO));
                rests = joined(rests, exposures);
                for (Metric metric : DEEDS) {
                    Optional<Sums.Sum> deeds = thing.of(metric);
                    value = value.plus(deeds.map(sum -> rates.of(metric).times(positive(sum))).orElse(Band.ZERO));
                    rests = joined(rests, deeds);
                }
            }
        }
        Band rounded = value.rounded(decimals(MediaRates.CURRENCY));
        return rests.map(all -> made(indicator, indicator.formula(), rounded.mid(), Optional.of(MediaRates.CURRENCY), Optional.of(rounded), all))
                .orElseGet(() -> Figure.lacking(indicator, "no_platform"));
    }

    private static BigDecimal positive(Sums.Sum sum) {
        return sum.amount().max(BigDecimal.ZERO);
    }

    /** What a value rests on, gathered in the first of its sums. */
    private static Optional<Sums.Sum> joined(Optional<Sums.Sum> rests, Optional<Sums.Sum> more) {
        rests.ifPresent(all -> more.ifPresent(all::take));
        return rests.or(() -> more);
    }

    private static Figure made(
            Indicator indicator, String formula, BigDecimal value, Optional<Currency> currency, Optional<Band> band, Sums.Sum rests) {
        return new Figure(indicator, formula, Optional.of(value), currency, band, rests.rows().cardinality(), rests.posts().size(), Optional.empty());
    }

    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
