package io.tastemaker.domain.measurement;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that says what it rests on.
 *
 * @param indicator which number
 * @param formula name and version of the formula it follows
 * @param value the number: counts whole, ratios and costs for one thing with six decimals, sums of money with the decimals of their currency;
 *     empty when something it needs is missing, which is not the same as 0
 * @param currency of an amount of money that is there
 * @param band how low and how high it may be; for estimates only
 * @param rows how many stored rows it rests on: rows of metrics, counts of posts known otherwise, days of a link, orders,
 *     entries of the budget
 * @param posts of how many of the campaign's posts something is in it
 * @param lack why it is empty: {@code no_} or {@code zero_} and what is missing, such as {@code no_cost}; empty when it is there
 */
public record Figure(
        Indicator indicator,
        String formula,
        Optional<BigDecimal> value,
        Optional<Currency> currency,
        Optional<Band> band,
        int rows,
        int posts,
        Optional<String> lack) {

    /** Checks that there is a value or a reason, and not both. */
    public Figure {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(band, "band");
        if (value.isPresent() == lack.isPresent()) {
            throw new IllegalArgumentException("a number is there, or it is told what it lacks");
        }
        if (value.isPresent() && (indicator.unit() == Indicator.Unit.MONEY) != currency.isPresent()) {
            throw new IllegalArgumentException("money, and only money, has a currency");
        }
    }

    static Figure lacking(Indicator indicator, String lack) {
        return new Figure(indicator, indicator.formula(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, Optional.of(lack));
    }

    /** For people: such as {@code engagement_rate 0.034000 (12 rows)}. */
    @Override
    public String toString() {
        String text = value.map(BigDecimal::toPlainString).orElseGet(() -> "unknown, " + lack.orElse(""));
        return indicator.code() + " " + text + currency.map(code -> " " + code).orElse("") + " (" + rows + " rows)";
    }
}
