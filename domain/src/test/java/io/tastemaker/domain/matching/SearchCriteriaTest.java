package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.creators.CategoryShares;
import io.tastemaker.domain.creators.MoodScore;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchCriteriaTest {

    private static final HardFilter FOLLOWERS = new HardFilter.Count(Measure.FOLLOWERS, Range.of(10_000L, 500_000L));
    private static final HardFilter BRAZIL = new HardFilter.Locations(Set.of(Place.ofCountry("BR"), Place.ofCountry("PT")));
    private static final SearchCriteria TODAY = SearchCriteria.on(Chance.TODAY);

    @Test
    void equal_questions_are_equal_whatever_the_order() {
        SearchCriteria one = TODAY.where(FOLLOWERS).where(BRAZIL);
        SearchCriteria other = TODAY.where(BRAZIL).where(FOLLOWERS);
        assertThat(one).isEqualTo(other);
        assertThat(one.canonical()).isEqualTo(other.canonical()).isEqualTo("""
                followers=10000..500000
                locations=BR,PT
                prefer:platforms=;locations=BR,PT;categories=;languages=;followers=10000..500000
                weights:engagement=0.350000,category=0.250000,follower_fit=0.200000,location=0.100000,platform=0.100000
                day:2026-09-01""");
        assertThat(one.hash()).isEqualTo(other.hash()).hasSize(64);
        assertThat(one.where(new HardFilter.HasEmail(true)).hash()).isNotEqualTo(one.hash());
    }

    @Test
    void what_is_not_preferred_is_taken_from_the_filters() {
        Preferences said = Preferences.NONE.withLocations(Place.ofCountry("AR"));
        Preferences prefer = TODAY.where(BRAZIL).where(FOLLOWERS).prefer(said).prefer();
        assertThat(prefer.locations()).containsExactly(Place.ofCountry("AR"));
        assertThat(prefer.followers()).contains(new FollowerAim(Optional.of(10_000L), Optional.of(500_000L), Optional.empty()));
    }

    @Test
    void a_filter_is_given_once_and_says_something() {
        assertThatIllegalArgumentException().isThrownBy(() -> TODAY.where(FOLLOWERS).where(FOLLOWERS));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.Platforms(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.SimilarTo(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.NotHandles(Set.of("two words")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HardFilter.Count(Measure.FOLLOWERS, new Range<Long>(Optional.empty(), Optional.empty())));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.Count(Measure.FOLLOWERS, Range.from(-1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FollowerAim(Optional.of(9L), Optional.empty(), Optional.of(8L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FollowerAim(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void whether_somebody_in_brazil_is_in_sao_paulo_is_unknown() {
        HardFilter saoPaulo = new HardFilter.Locations(Set.of(Place.find("BR-SP").orElseThrow()));
        Candidate somebody = Candidate.of(Platform.INSTAGRAM, "ana");
        assertThat(saoPaulo.test(somebody)).isEqualTo(HardFilter.Verdict.UNKNOWN);
        assertThat(saoPaulo.test(somebody.withLocation("BR", Chance.TODAY))).isEqualTo(HardFilter.Verdict.UNKNOWN);
        assertThat(saoPaulo.test(somebody.withLocation("BR-SP", Chance.TODAY))).isEqualTo(HardFilter.Verdict.PASS);
        assertThat(saoPaulo.test(somebody.withLocation("BR-RJ", Chance.TODAY))).isEqualTo(HardFilter.Verdict.FAIL);
    }

    @Test
    void a_creator_of_unknown_categories_is_not_excluded_for_them() {
        HardFilter noGaming = new HardFilter.NotCategories(Set.of(Category.GAMING));
        Candidate somebody = Candidate.of(Platform.TWITCH, "ana");
        assertThat(noGaming.test(somebody)).isEqualTo(HardFilter.Verdict.PASS);
        assertThat(noGaming.test(somebody.withCategories(Set.of(Category.GAMING, Category.MUSIC), Chance.TODAY)))
                .isEqualTo(HardFilter.Verdict.FAIL);
    }

    @Test
    void content_is_asked_for_by_share_and_mood_and_unknown_where_nothing_was_read() {
        HardFilter content = new HardFilter.ContentCategories(Map.of(Category.FOOD, 50, Category.BEAUTY, 20));
        HardFilter glad = new HardFilter.Sentiment(Range.from(new MoodScore(-20)));
        Candidate somebody = Candidate.of(Platform.TIKTOK, "ana").withCategories(Set.of(Category.FOOD), Chance.TODAY);
        Candidate read = somebody.withContent(new CategoryShares(Map.of(Category.FOOD, 49, Category.BEAUTY, 20)), new MoodScore(-21));

        assertThat(content.test(somebody)).isEqualTo(HardFilter.Verdict.UNKNOWN);
        assertThat(glad.test(somebody)).isEqualTo(HardFilter.Verdict.UNKNOWN);
        assertThat(content.test(read)).isEqualTo(HardFilter.Verdict.PASS);
        assertThat(glad.test(read)).isEqualTo(HardFilter.Verdict.FAIL);
        assertThat(new HardFilter.ContentCategories(Map.of(Category.FOOD, 50)).test(read)).isEqualTo(HardFilter.Verdict.FAIL);
        assertThat(content.found(read)).contains("beauty:20,food:49");
        assertThat(glad.found(read)).contains("-0.21");
        assertThat(TODAY.where(glad).where(content).canonical()).startsWith("content_categories=beauty:20,food:50\nsentiment=-0.20..\n");
    }

    @Test
    void content_of_which_nothing_is_about_a_category_has_no_share_of_it_however_little_is_wanted() {
        HardFilter any = new HardFilter.ContentCategories(Map.of(Category.FOOD, 0));
        Candidate somebody = Candidate.of(Platform.TIKTOK, "ana");

        assertThat(any.test(somebody.withContent(new CategoryShares(Map.of(Category.PETS, 100)), new MoodScore(0))))
                .isEqualTo(HardFilter.Verdict.FAIL);
        assertThat(any.test(somebody.withContent(new CategoryShares(Map.of(Category.FOOD, 1)), new MoodScore(0))))
                .isEqualTo(HardFilter.Verdict.PASS);
        assertThat(any).isEqualTo(new HardFilter.ContentCategories(Map.of(Category.FOOD, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.ContentCategories(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new HardFilter.ContentCategories(Map.of(Category.FOOD, 101)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HardFilter.Sentiment(new Range<MoodScore>(Optional.empty(), Optional.empty())));
    }

    @Test
    void weights_add_up_to_exactly_one_in_at_most_six_decimals() {
        assertThat(Weights.of(Map.of(Factor.ENGAGEMENT, new BigDecimal("0.999999"), Factor.PLATFORM, new BigDecimal("0.0000010"))))
                .isNotEqualTo(Weights.DEFAULT);
        assertThat(Weights.of(Weights.DEFAULT.byFactor())).isEqualTo(Weights.DEFAULT);
        assertThatIllegalArgumentException().isThrownBy(() -> weights("0.5", "0.499999"));
        assertThatIllegalArgumentException().isThrownBy(() -> weights("0.5", "0.500001"));
        assertThatIllegalArgumentException().isThrownBy(() -> weights("1.5", "-0.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> weights("0.9999999", "0.0000001"));
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(Map.of()));
    }

    private static Weights weights(String engagement, String category) {
        return Weights.of(Map.of(Factor.ENGAGEMENT, new BigDecimal(engagement), Factor.CATEGORY, new BigDecimal(category)));
    }

    @Test
    void a_ranking_id_depends_on_team_catalogue_and_question_and_on_nothing_else() {
        CatalogueVersion version = new CatalogueVersion(3, 4, Instant.EPOCH);
        RankingId id = RankingId.of(Chance.TEAM, version, TODAY.where(FOLLOWERS));
        assertThat(id.value()).matches("rk_[0-9a-f]{32}");
        assertThat(RankingId.of(Chance.TEAM, version, TODAY.where(FOLLOWERS))).isEqualTo(id);
        assertThat(RankingId.find(id.toString())).contains(id);
        assertThat(RankingId.find("rk_5f0c")).isEmpty();
        assertThat(Set.of(id, RankingId.of(TeamId.CATALOGUE, version, TODAY.where(FOLLOWERS)),
                RankingId.of(Chance.TEAM, new CatalogueVersion(4, 3, Instant.EPOCH), TODAY.where(FOLLOWERS)),
                RankingId.of(Chance.TEAM, version, TODAY.where(FOLLOWERS).weighing(Weights.OF_SIMILARITY)),
                RankingId.of(Chance.TEAM, version, TODAY))).hasSize(5);
    }
}
