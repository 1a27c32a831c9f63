package io.tastemaker.domain.billing;

import static io.tastemaker.domain.billing.BillingFixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpPackTest {

    @ParameterizedTest
    @CsvSource({"credits-500, 1, 500, 1000, 1", "a, 1, 1, 1, 3650", "a_1-b, 99, 1000000000, 1, 30",
        "a2345678901234567890123456789012345678901234567890, 1, 1, 1, 1"})
    void packs_within_the_bounds_are_sold(String key, int version, long credits, long cents, int days) {
        assertThat(pack(key, version, credits, cents, OptionalInt.of(days)).key()).isEqualTo(key);
        assertThat(pack(key, version, credits, cents, OptionalInt.empty()).validDays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 1, 1, 1, 1", "A, 1, 1, 1, 1", "1a, 1, 1, 1, 1", "a b, 1, 1, 1, 1",
        "a23456789012345678901234567890123456789012345678901, 1, 1, 1, 1", "a, 0, 1, 1, 1", "a, 1, 0, 1, 1", "a, 1, 1000000001, 1, 1",
        "a, 1, 1, 0, 1", "a, 1, 1, -1, 1", "a, 1, 1, 1, 0", "a, 1, 1, 1, 3651"})
    void others_are_not(String key, int version, long credits, long cents, int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> pack(key, version, credits, cents, OptionalInt.of(days)));
    }

    private static TopUpPack pack(String key, int version, long credits, long cents, OptionalInt days) {
        return new TopUpPack(key, version, credits, usd(cents), days, true);
    }
}
