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

    /**
     * An amount in the currency's smallest unit, such as cents.
     *
     * @param minor how many
     * @param currency the currency
     * @return the money
     */
    public static Money ofMinor(long minor, Currency currency) {
        return new Money(BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits())), currency);
    }

    /**
     * Nothing of a currency.
     *
     * @param currency the currency
     * @return 0
     */
    public static Money zero(Currency currency) {
        return ofMinor(0, currency);
    }

    /**
     * The amount in the currency's smallest unit.
     *
     * @return such as 19900 for 199.00 USD
     * @throws ArithmeticException when it is beyond the range of a long
     */
    public long minor() {
        return amount.unscaledValue().longValueExact();
    }

    /**
     * The sum.
     *
     * @param other of the same currency
     * @return this with it
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + currency + " and " + other.currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * The difference.
     *
     * @param other of the same currency
     * @return this without it
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money minus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + currency + " and " + other.currency);
        }
        return new Money(amount.subtract(other.amount), currency);
    }

    /**
     * Whether it is nothing.
     *
     * @return whether the amount is 0
     */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
