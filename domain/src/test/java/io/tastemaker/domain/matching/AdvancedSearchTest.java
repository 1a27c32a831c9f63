package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdvancedSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final CreatorId ANA = new CreatorId(new UUID(1, 1));
    private static final CreatorId LUCA = new CreatorId(new UUID(2, 2));

    private final SearchCriteria plain = SearchCriteria.on(TODAY);

    @Test
    void plain_filters_make_no_search_an_advanced_one() {
        SearchCriteria all = plain.where(new HardFilter.Platforms(Set.of(Platform.INSTAGRAM))).where(new HardFilter.Verified(true))
                .where(new HardFilter.Count(Measure.FOLLOWERS, Range.of(1L, 2L))).where(new HardFilter.LastPostSince(TODAY.minusDays(3)))
                .where(new HardFilter.NotCreators(Set.of(ANA))).where(new HardFilter.NotHandles(Set.of("luca")));

        assertThat(AdvancedSearch.isAdvanced(all)).isFalse();
    }

    @Test
    void any_other_filter_and_weights_of_ones_own_do() {
        assertThat(AdvancedSearch.isAdvanced(plain.where(new HardFilter.HasEmail(false)))).isTrue();
        assertThat(AdvancedSearch.isAdvanced(plain.where(new HardFilter.Count(Measure.AVERAGE_LIKES, Range.of(1L, 2L))))).isTrue();
        assertThat(AdvancedSearch.isAdvanced(plain.weighing(Weights.of(Map.of(Factor.ENGAGEMENT, BigDecimal.ONE))))).isTrue();
        assertThat(AdvancedSearch.isAdvanced(plain.where(new HardFilter.ContentCategories(Map.of(Category.FOOD, 25))))).isTrue();
        assertThat(AdvancedSearch.isAdvanced(plain.where(new HardFilter.Sentiment(Range.from(new MoodScore(0)))))).isTrue();
        assertThat(AdvancedSearch.isAdvanced("a_filter_of_tomorrow")).isTrue();
    }

    @Test
    void the_same_question_on_another_day_is_the_same_question() {
        SearchCriteria today = plain.where(new HardFilter.LastPostSince(TODAY.minusDays(30)));
        SearchCriteria tomorrow = SearchCriteria.on(TODAY.plusDays(1)).where(new HardFilter.LastPostSince(TODAY.plusDays(1).minusDays(30)));
        SearchCriteria other = plain.where(new HardFilter.LastPostSince(TODAY.minusDays(31)));

        assertThat(today.hashOfAnyDay("")).hasSize(64).isEqualTo(tomorrow.hashOfAnyDay("")).isNotEqualTo(other.hashOfAnyDay(""))
                .isNotEqualTo(today.hashOfAnyDay("more"));
        assertThat(today.hash()).isNotEqualTo(tomorrow.hash());
    }

    @Test
    void who_is_left_out_is_left_out_besides_those_who_were() {
        SearchCriteria both = plain.where(new HardFilter.NotCreators(Set.of(ANA))).without(Set.of(LUCA));

        assertThat(both.filters()).containsExactly(new HardFilter.NotCreators(Set.of(ANA, LUCA)));
        assertThat(plain.without(Set.of())).isEqualTo(plain);
        assertThat(plain.without(Set.of(LUCA)).filters()).containsExactly(new HardFilter.NotCreators(Set.of(LUCA)));
    }
}
