package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.DAY;
import static io.tastemaker.domain.measurement.EvidenceFixtures.USD;
import static io.tastemaker.domain.measurement.EvidenceFixtures.creator;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailySeriesTest {

    private final EvidenceFixtures all = new EvidenceFixtures();

    @Test
    void a_day_without_measurement_is_unknown_and_one_without_clicks_is_zero() {
        Measured post = all.post(Optional.of(creator(1)), Platform.INSTAGRAM);
        TrackedLink link = all.link(Optional.of(creator(1)), Optional.empty());
        all.row(post, 1, Metric.LIKES, 100).row(post, 4, Metric.LIKES, 90).clicked(link, 2, 7);

        DailySeries series = DailySeries.of(all.evidence(), Window.ALL, Optional.of(USD));

        assertThat(series.days()).extracting(DailySeries.Day::day).containsExactly(DAY.plusDays(1), DAY.plusDays(2), DAY.plusDays(3), DAY.plusDays(4));
        assertThat(gains(series, Indicator.LIKES)).containsExactly("100", "", "", "-10");
        assertThat(gains(series, Indicator.CLICKS)).containsExactly("0", "7", "0", "0");
        assertThat(gains(series, Indicator.REACH)).containsOnly("");
        assertThat(series.days()).extracting(DailySeries.Day::rows).containsExactly(1, 1, 0, 1);
    }

    @Test
    void a_day_costs_what_the_budget_paid_on_it() {
        all.row(new Measured.OfCreator(creator(1)), 1, Metric.COST, "500.00").spent(3, "450.00", USD);

        DailySeries series = DailySeries.of(all.evidence(), Window.ALL, Optional.of(USD));

        assertThat(gains(series, Indicator.COST)).containsExactly("0.00", "0", "450.00");
        assertThat(series.costFormula()).isEqualTo("campaign_cost_by_budget@2");
    }

    @Test
    void without_evidence_there_is_no_day() {
        all.link(Optional.of(creator(1)), Optional.empty());
        assertThat(DailySeries.of(all.evidence(), Window.ALL, Optional.of(USD)).days()).isEmpty();
    }

    private static List<String> gains(DailySeries series, Indicator indicator) {
        return series.days().stream().map(day -> day.gains().get(indicator).map(BigDecimal::toPlainString).orElse("")).toList();
    }
}
