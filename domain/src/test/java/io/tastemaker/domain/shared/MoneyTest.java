package io.tastemaker.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"199.00, USD, 19900", "0.01, USD, 1", "-1.50, EUR, -150", "20000, JPY, 20000", "1.234, KWD, 1234", "0, USD, 0",
        "92233720368547758.07, USD, 9223372036854775807"})
    void the_smallest_unit_is_the_currency_s_own(String amount, String currency, long minor) {
        Money money = Money.of(amount, currency);
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(Money.ofMinor(minor, Currency.getInstance(currency))).isEqualTo(money);
    }

    @Test
    void more_than_a_long_of_the_smallest_unit_is_refused() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(Money.of("92233720368547758.08", "USD")::minor);
    }

    @Test
    void nothing_is_nothing_in_each_currency() {
        Money nothing = Money.zero(Currency.getInstance("USD"));
        assertThat(nothing).isEqualTo(Money.of("0", "USD")).isNotEqualTo(Money.of("0", "EUR")).hasToString("0.00 USD");
        assertThat(nothing.isZero()).isTrue();
        assertThat(Money.of("0.01", "USD").isZero()).isFalse();
    }

    @Test
    void the_difference_has_the_same_currency_and_may_be_negative() {
        assertThat(Money.of("9.99", "USD").minus(Money.of("2.00", "USD"))).isEqualTo(Money.of("7.99", "USD"));
        assertThat(Money.of("1", "USD").minus(Money.of("2", "USD"))).isEqualTo(Money.of("-1.00", "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "USD").minus(Money.of("1", "EUR")));
    }
}
