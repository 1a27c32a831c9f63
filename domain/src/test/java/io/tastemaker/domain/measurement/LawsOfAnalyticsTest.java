package io.tastemaker.domain.measurement;

import static io.tastemaker.domain.measurement.EvidenceFixtures.DAY;
import static io.tastemaker.domain.measurement.EvidenceFixtures.USD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold whatever was measured; the seed names the campaign. */
class LawsOfAnalyticsTest {

    private static final List<Indicator> SUMS = Stream.concat(
            Stream.of(Indicator.values()).filter(indicator -> indicator.metric().isPresent()), Stream.of(Indicator.ENGAGEMENTS)).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void the_creators_parts_add_up_to_the_whole(long seed) {
        CampaignAnalytics analytics = EvidenceFixtures.byChance(new Random(seed)).analytics();

        for (Indicator indicator : SUMS) {
            assertThat(sum(analytics.creators(), part -> part.figures().get(indicator).value())).as(indicator.code())
                    .isEqualTo(analytics.figure(indicator).value().map(BigDecimal::stripTrailingZeros));
        }
        assertThat(analytics.creators().stream().mapToInt(CampaignAnalytics.Part::posts).sum()).isEqualTo(analytics.posts());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void the_days_add_up_to_the_sum_over_the_same_window(long seed) {
        Random chance = new Random(seed);
        Evidence evidence = EvidenceFixtures.byChance(chance).evidence();
        Window some = new Window(Optional.of(DAY.plusDays(chance.nextInt(10))), Optional.of(DAY.plusDays(10 + chance.nextInt(10))));

        for (Window window : List.of(Window.ALL, some)) {
            CampaignAnalytics analytics = CampaignAnalytics.of(evidence, window, Optional.of(USD));
            DailySeries series = DailySeries.of(evidence, window, Optional.of(USD));
            for (Indicator indicator : DailySeries.INDICATORS) {
                assertThat(sum(series.days(), day -> day.gains().get(indicator)).orElse(BigDecimal.ZERO)).as(indicator.code())
                        .isEqualByComparingTo(analytics.figure(indicator).value().orElse(BigDecimal.ZERO));
            }
            for (int i = 1; i < series.days().size(); i++) {
                assertThat(series.days().get(i).day()).isEqualTo(series.days().get(i - 1).day().plusDays(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void windows_that_follow_each_other_add_up_to_both_together(long seed) {
        Random chance = new Random(seed);
        Evidence evidence = EvidenceFixtures.byChance(chance).evidence();
        int cut = chance.nextInt(20);
        CampaignAnalytics before = CampaignAnalytics.of(evidence, new Window(Optional.empty(), Optional.of(DAY.plusDays(cut))), Optional.of(USD));
        CampaignAnalytics after = CampaignAnalytics.of(evidence, new Window(Optional.of(DAY.plusDays(cut + 1)), Optional.empty()), Optional.of(USD));
        CampaignAnalytics whole = CampaignAnalytics.of(evidence, Window.ALL, Optional.of(USD));

        for (Indicator indicator : SUMS) {
            assertThat(sum(List.of(before, after), part -> part.figure(indicator).value())).as(indicator.code())
                    .isEqualTo(whole.figure(indicator).value().map(BigDecimal::stripTrailingZeros));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void one_more_row_never_makes_a_number_rest_on_less(long seed) {
        Random chance = new Random(seed);
        EvidenceFixtures all = EvidenceFixtures.byChance(chance);
        CampaignAnalytics before = all.analytics();
        Measured about = all.posts.isEmpty() ? new Measured.OfCampaign() : new Measured.OfPost(all.posts.getFirst().id());
        CampaignAnalytics after = all.chanceRow(chance, about).analytics();

        assertThat(after.rows()).isGreaterThan(before.rows());
        for (Indicator indicator : SUMS) {
            assertThat(after.figure(indicator).rows()).as(indicator.code()).isGreaterThanOrEqualTo(before.figure(indicator).rows());
            assertThat(after.figure(indicator).posts()).as(indicator.code()).isGreaterThanOrEqualTo(before.figure(indicator).posts());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void the_order_in_which_rows_are_read_changes_nothing(long seed) {
        EvidenceFixtures all = EvidenceFixtures.byChance(new Random(seed));
        CampaignAnalytics before = all.analytics();
        Collections.shuffle(all.rows, new Random(seed + 1));

        assertThat(all.analytics()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void a_number_is_there_or_says_what_it_lacks_and_an_estimate_lies_in_its_band(long seed) {
        for (Figure figure : EvidenceFixtures.byChance(new Random(seed)).analytics().figures().values()) {
            assertThat(figure.value().isPresent()).isNotEqualTo(figure.lack().isPresent());
            figure.band().ifPresent(band -> assertThat(figure.value()).contains(band.mid()));
        }
    }

    /** Of those that are known; empty when none is. */
    private static <T> Optional<BigDecimal> sum(List<T> parts, Function<T, Optional<BigDecimal>> value) {
        return parts.stream().flatMap(part -> value.apply(part).stream()).reduce(BigDecimal::add).map(BigDecimal::stripTrailingZeros);
    }
}
