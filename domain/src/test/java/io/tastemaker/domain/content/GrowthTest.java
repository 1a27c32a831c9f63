package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.BARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.content.Growth.Metric;
import io.tastemaker.domain.content.Growth.Trend;
import io.tastemaker.domain.shared.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void a_snapshot_says_what_the_profile_said_that_day() {
        PostSketch post = BARE.likes(30).comments(2).about(Category.FOOD).feels(Mood.POSITIVE, 0.4);
        ContentProfile profile = PostSketch.profile(Collections.nCopies(4, post), Optional.of(1_000L));

        assertThat(ProfileSnapshot.of(profile)).isEqualTo(new ProfileSnapshot(MAY, Optional.of(1_000L), 4, 4, Optional.of(Category.FOOD),
                Optional.of(0.4), Optional.of(70.0), Optional.of(ContentQuality.FORMULA), Optional.of(30.0), Optional.of(2.0),
                Optional.of(0.032)));
    }

    @Test
    void a_snapshot_belongs_to_the_day_in_utc() {
        Instant late = Instant.parse("2026-05-01T23:59:59.999Z");
        ContentProfile profile = new ContentProfiling()
                .profile(PostSketch.TEAM, PostSketch.TEAM, PostSketch.CREATOR, Optional.empty(), late);

        assertThat(ProfileSnapshot.of(profile)).isEqualTo(new ProfileSnapshot(MAY, Optional.empty(), 0, 0, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void what_is_no_number_is_no_snapshot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileSnapshot(MAY, Optional.empty(), 0, 0, Optional.empty(),
                Optional.of(Double.NaN), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void one_day_is_no_growth() {
        assertThat(Growth.between(List.of())).isEqualTo(new Growth(0, Map.of()));
        assertThat(Growth.between(List.of(day(0, 100, 5), day(0, 900, 6)))).isEqualTo(new Growth(1, Map.of()));
    }

    @Test
    void growth_goes_from_the_first_day_to_the_last() {
        Growth growth = Growth.between(List.of(day(9, 1_300, 8), day(0, 1_200, 5), day(4, 9_999, 5)));

        assertThat(growth.snapshots()).isEqualTo(3);
        assertThat(growth.trends()).containsOnly(
                Map.entry(Metric.FOLLOWERS, new Trend(MAY, MAY.plusDays(9), 1_200, 1_300, 100, Optional.of(0.083333), 3)),
                Map.entry(Metric.POSTS, new Trend(MAY, MAY.plusDays(9), 5, 8, 3, Optional.of(0.6), 3)));
        assertThat(growth.trends().keySet()).containsExactly(Metric.FOLLOWERS, Metric.POSTS);
    }

    @Test
    void a_metric_grows_between_the_days_on_which_it_was_known() {
        ProfileSnapshot unknown = new ProfileSnapshot(MAY.plusDays(9), Optional.empty(), 5, 5, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Growth.between(List.of(day(0, 10, 5), day(1, 12, 5), unknown)).trends().get(Metric.FOLLOWERS))
                .isEqualTo(new Trend(MAY, MAY.plusDays(1), 10, 12, 2, Optional.of(0.2), 2));
        assertThat(Growth.between(List.of(day(0, 10, 5), unknown)).trends()).doesNotContainKey(Metric.FOLLOWERS);
    }

    @Test
    void from_nothing_nothing_grows_relatively() {
        assertThat(Growth.between(List.of(day(0, 0, 5), day(1, 12, 5))).trends().get(Metric.FOLLOWERS).relative()).isEmpty();
    }

    @Test
    void a_mood_has_no_relative_change() {
        Trend trend = Growth.between(List.of(scored(0, -0.1, 50, "content_quality@1"), scored(1, 0.2, 60, "content_quality@1")))
                .trends().get(Metric.MEAN_SCORE);

        assertThat(trend).isEqualTo(new Trend(MAY, MAY.plusDays(1), -0.1, 0.2, 0.3, Optional.empty(), 2));
    }

    @Test
    void scores_of_two_formulas_are_not_compared() {
        List<ProfileSnapshot> history = List.of(scored(0, 0, 90, "content_quality@0"), scored(1, 0, 50, "content_quality@1"),
                scored(2, 0, 40, "content_quality@1"));

        assertThat(Growth.between(history).trends().get(Metric.QUALITY))
                .isEqualTo(new Trend(MAY.plusDays(1), MAY.plusDays(2), 50, 40, -10, Optional.of(-0.2), 2));
        assertThat(Growth.between(history.subList(0, 2)).trends()).doesNotContainKey(Metric.QUALITY);
    }

    @Test
    void a_trend_needs_two_days() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trend(MAY, MAY, 1, 1, 0, Optional.empty(), 2));
    }

    private static ProfileSnapshot day(int day, long followers, int posts) {
        return new ProfileSnapshot(MAY.plusDays(day), Optional.of(followers), posts, posts, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProfileSnapshot scored(int day, double mood, double quality, String formula) {
        return new ProfileSnapshot(MAY.plusDays(day), Optional.empty(), 9, 9, Optional.empty(), Optional.of(mood), Optional.of(quality),
                Optional.of(formula), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
