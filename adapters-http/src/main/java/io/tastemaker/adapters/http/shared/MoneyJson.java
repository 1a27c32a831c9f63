package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount a decimal string, with at most the currency's decimals
 * @param currency ISO 4217
 */
public record MoneyJson(
        @About("A decimal string, such as 199.00")
        @Matches(value = "(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?", says = "a decimal string such as 199.00") String amount,
        @About("ISO 4217") @Word(Vocabulary.CURRENCY) String currency) {

    /** Checks the decimals. */
    public MoneyJson {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        if (new BigDecimal(amount).stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(currency + " has " + decimals + " decimals");
        }
    }

    /**
     * Shows an amount.
     *
     * @param money the amount
     * @return its record
     */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    /**
     * The amount meant.
     *
     * @return the amount
     */
    public Money money() {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
