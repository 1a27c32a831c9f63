package io.tastemaker.domain.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of money, exact to the currency's minor unit.
 *
 * @param amount with exactly as many decimals as the currency has (JPY 0, USD 2, KWD 3)
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    /**
     * Brings the amount to the currency's scale.
     *
     * @throws IllegalArgumentException when the amount is finer than the currency's minor unit
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int scale = Math.max(0, currency.getDefaultFractionDigits());
        try {
            amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw new IllegalArgumentException(currency + " has " + scale + " decimals: " + amount, finer);
        }
    }

    /**
     * Reads an amount such as {@code 12000.00} in {@code BRL}.
     *
     * @param amount a plain decimal
     * @param currency an ISO 4217 code
     * @return the money
     * @throws IllegalArgumentException when the amount is no decimal, is finer than the minor unit, or the code is unknown
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
