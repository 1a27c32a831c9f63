package io.tastemaker.domain.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaRatesTest {

    @ParameterizedTest
    @EnumSource
    void every_platform_has_rates_with_room_between_their_bounds(Platform platform) {
        for (Metric metric : Metric.values()) {
            if (metric != Metric.CONVERSIONS && !metric.isMoney()) {
                Band band = MediaRates.of(platform).of(metric);
                assertThat(band.low()).as(metric.code()).isPositive().isLessThan(band.mid());
                assertThat(band.mid()).as(metric.code()).isLessThan(band.high());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_attention_is_never_worth_less(Platform platform) {
        MediaRates.Row rates = MediaRates.of(platform);
        assertThat(rates.exposures(BigDecimal.valueOf(2_000)).low()).isGreaterThan(rates.exposures(BigDecimal.valueOf(1_000)).low());
        assertThat(rates.exposures(BigDecimal.ZERO).high()).isZero();
    }

    @Test
    void money_and_orders_are_no_attention() {
        assertThatThrownBy(() -> MediaRates.of(Platform.X).of(Metric.COST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_band_out_of_order_is_none() {
        assertThatThrownBy(() -> new Band(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Band(BigDecimal.ONE.negate(), BigDecimal.ZERO, BigDecimal.TEN)).isInstanceOf(IllegalArgumentException.class);
    }
}
