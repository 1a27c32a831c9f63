package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.creator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {

    private final CreatorId ana = creator(1);
    private final CreatorId ben = creator(2);
    private final EvidenceFixtures all = new EvidenceFixtures();

    @Test
    void posts_are_expected_to_get_followers_times_engagement_rate_each() {
        Prediction prediction = prediction(ana, "50000", "0.04");

        assertThat(prediction.engagements(2)).contains(band("2000", "4000", "8000"));
        assertThat(prediction.reach(2)).isEqualTo(band("15000", "21213", "30000"));
        assertThat(prediction.engagements(0)).contains(band("0", "0", "0"));
    }

    @Test
    void more_followers_are_reached_by_a_smaller_share_of_them() {
        double before = 1;
        for (String followers : new String[] {"5000", "50000", "500000", "5000000"}) {
            double share = prediction(ana, followers, "0.04").reach(1).mid().doubleValue() / Double.parseDouble(followers);
            assertThat(share).isLessThan(before);
            before = share;
        }
    }

    @Test
    void nothing_is_predicted_out_of_numbers_below_zero() {
        assertThatThrownBy(() -> prediction(ana, "-1", "0.04")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prediction(ana, "1", "-0.04")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_came_is_compared_with_what_was_predicted_for_so_many_posts() {
        Measured first = all.post(Optional.of(ana), Platform.INSTAGRAM);
        Measured second = all.post(Optional.of(ana), Platform.INSTAGRAM);
        all.row(first, 1, Metric.LIKES, 3_000).row(second, 1, Metric.LIKES, 2_000);

        Comparison comparison = Comparison.of(Map.of(ana, Optional.of(prediction(ana, "50000", "0.04"))), all.analytics());

        Comparison.OfCreator compared = comparison.creators().getFirst();
        assertThat(compared.posts()).isEqualTo(2);
        assertThat(compared.engagements().difference()).contains(new BigDecimal("1000"));
        assertThat(compared.engagements().ratio()).contains(new BigDecimal("0.250000"));
        assertThat(compared.reach().lack()).contains("no_measurement");
        assertThat(comparison.engagements().difference()).contains(new BigDecimal("1000"));
        assertThat(comparison.engagements().creators()).isEqualTo(1);
        assertThat(comparison.reach().creators()).isZero();
    }

    @Test
    void in_all_only_creators_count_of_whom_both_is_known() {
        Measured one = all.post(Optional.of(ana), Platform.INSTAGRAM);
        Measured other = all.post(Optional.of(ben), Platform.INSTAGRAM);
        all.row(one, 1, Metric.LIKES, 500).row(other, 1, Metric.LIKES, 99);
        Map<CreatorId, Optional<Prediction>> predictions = new LinkedHashMap<>();
        predictions.put(ben, Optional.empty());
        predictions.put(ana, Optional.of(prediction(ana, "10000", "0.10")));
        predictions.put(creator(3), Optional.of(prediction(creator(3), "10000", "0.10")));

        Comparison comparison = Comparison.of(predictions, all.analytics());

        assertThat(comparison.creators()).extracting(Comparison.OfCreator::creator).containsExactly(ana, ben, creator(3));
        assertThat(comparison.creators()).extracting(compared -> compared.engagements().lack().orElse("whole"))
                .containsExactly("whole", "no_prediction", "no_posts");
        assertThat(comparison.engagements().measured()).contains(new BigDecimal("500"));
        assertThat(comparison.engagements().difference()).contains(new BigDecimal("-500"));
    }

    @Test
    void an_unknown_engagement_rate_leaves_the_reach() {
        all.post(Optional.of(ana), Platform.INSTAGRAM);
        Prediction prediction = new Prediction(ana, BigDecimal.valueOf(1_000), Optional.empty());

        Comparison.OfCreator compared = Comparison.of(Map.of(ana, Optional.of(prediction)), all.analytics()).creators().getFirst();

        assertThat(compared.engagements().lack()).contains("no_engagement_rate");
        assertThat(compared.reach().predicted()).isPresent();
    }

    private static Prediction prediction(CreatorId creator, String followers, String rate) {
        return new Prediction(creator, new BigDecimal(followers), Optional.of(new BigDecimal(rate)));
    }

    private static Band band(String low, String mid, String high) {
        return new Band(new BigDecimal(low), new BigDecimal(mid), new BigDecimal(high));
    }
}
