package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.USD;
import static io.tastemaker.domain.measurement.EvidenceFixtures.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricRowTest {

    private static final Instant NOW = noon(10);

    @Test
    void what_can_be_is_recorded() {
        assertThat(faults(Map.of(Metric.LIKES, "0", Metric.REACH, "10", Metric.IMPRESSIONS, "10"), Optional.empty(), NOW)).isEmpty();
        assertThat(faults(Map.of(Metric.COST, "12.50"), Optional.of(USD), NOW.plus(Duration.ofMinutes(4)))).isEmpty();
    }

    @Test
    void everything_wrong_with_a_row_is_named() {
        assertThat(faults(Map.of(Metric.LIKES, "-1", Metric.VIEWS, "2000000000000000", Metric.SAVES, "1.5", Metric.COST, "5"), Optional.empty(),
                NOW.plus(Duration.ofMinutes(6)))).containsExactlyInAnyOrder("likes", "views", "saves", "cost", "measured_at");
    }

    @Test
    void parts_are_not_larger_than_the_whole() {
        assertThat(faults(Map.of(Metric.REACH, "11", Metric.CLICKS, "12", Metric.IMPRESSIONS, "10"), Optional.empty(), NOW))
                .containsExactly("reach", "clicks");
    }

    @Test
    void money_fits_its_currency_and_nothing_else_has_one() {
        assertThat(faults(Map.of(Metric.COST, "5.001"), Optional.of(USD), NOW)).containsExactly("cost");
        assertThat(faults(Map.of(Metric.COST, "5.5"), Optional.of(Currency.getInstance("JPY")), NOW)).containsExactly("cost");
        assertThat(faults(Map.of(Metric.LIKES, "5"), Optional.of(USD), NOW)).containsExactly("currency");
    }

    @Test
    void a_row_says_something_of_the_last_three_years() {
        assertThat(faults(Map.of(), Optional.empty(), NOW)).containsExactly("metrics");
        assertThat(faults(Map.of(Metric.LIKES, "5"), Optional.empty(), NOW.minus(Duration.ofDays(1_097)))).containsExactly("measured_at");
    }

    @Test
    void no_row_is_made_of_what_cannot_be() {
        assertThatThrownBy(() -> new MetricRow(EvidenceFixtures.id(1, 1), EvidenceFixtures.CAMPAIGN, new Measured.OfCampaign(),
                Map.of(Metric.LIKES, BigDecimal.ONE.negate()), Optional.empty(), NOW, "test", "user:ana", NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> faults(Map<Metric, String> values, Optional<Currency> currency, Instant at) {
        Map<Metric, BigDecimal> numbers = new EnumMap<>(Metric.class);
        values.forEach((metric, text) -> numbers.put(metric, new BigDecimal(text)));
        return MetricRow.faults(numbers, currency, at, NOW).stream().map(MetricRow.Fault::field).toList();
    }
}
