package io.tastemaker.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.EngagementRate;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Facts;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchScorerTest {

    private static final LocalDate TODAY = Chance.TODAY;
    private static final Candidate ANA = Candidate.of(Platform.INSTAGRAM, "ana.verde").withFollowers(84_500, TODAY)
            .withEngagementRate("0.0482", TODAY).withCategories(Set.of(Category.BEAUTY), TODAY).withLocation("BR-SP", TODAY);
    private static final Preferences WISH = Preferences.NONE.withPlatforms(Platform.INSTAGRAM)
            .withLocations(Place.ofCountry("BR")).withCategories(Category.BEAUTY, Category.LIFESTYLE)
            .withFollowers(new FollowerAim(Optional.of(50_000L), Optional.of(150_000L), Optional.of(90_000L)));

    private static int mark(Factor factor, Candidate candidate, Preferences prefer) {
        return MatchScorer.mark(factor, candidate, prefer);
    }

    @Test
    void a_score_of_version_1_0_0_is_the_same_on_every_machine_and_for_good() {
        ScoreReceipt receipt = MatchScorer.score(ANA, SearchCriteria.on(TODAY).prefer(WISH));
        assertThat(receipt.factors().stream().map(line -> line.factor().code() + " " + line.raw().orElseThrow() + " "
                + line.normalized() + " " + line.contribution() + " " + line.state().code()))
                .containsExactly(
                        "engagement 0.048200 0.717262 0.251042 imported",
                        "category 1 1.000000 0.250000 imported",
                        "follower_fit 84500 0.986307 0.197261 imported",
                        "location 1.000000 1.000000 0.100000 imported",
                        "platform 1.000000 1.000000 0.100000 imported");
        assertThat(receipt.total()).isEqualTo(new BigDecimal("0.898303"));
        assertThat(receipt.scorer()).isEqualTo(new ScoreReceipt.Scorer("composite", "1.0.0", Weights.DEFAULT.hash(), "cautious_prior@1"));
    }

    @Test
    void contributions_add_up_exactly_and_every_mark_is_between_nothing_and_full() {
        Chance chance = new Chance(31);
        for (int i = 0; i < 5_000; i++) {
            SearchCriteria criteria = SearchCriteria.on(TODAY).prefer(chance.preferences()).weighing(chance.weights());
            ScoreReceipt receipt = MatchScorer.score(chance.candidate(TeamId.CATALOGUE), criteria);
            BigDecimal sum = receipt.factors().stream().map(ScoreReceipt.Line::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualTo(receipt.total()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(receipt.factors()).hasSize(5).allSatisfy(line -> {
                assertThat(line.normalized()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                assertThat(line.contribution()).isLessThanOrEqualTo(line.weight());
                assertThat(line.normalized().scale()).isEqualTo(6);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Factor.class)
    void hiding_a_value_above_the_prior_never_raises_a_total(Factor factor) {
        Chance chance = new Chance(32 + factor.ordinal());
        int hidden = 0;
        for (int i = 0; i < 5_000; i++) {
            Candidate candidate = chance.candidate(TeamId.CATALOGUE);
            SearchCriteria criteria = SearchCriteria.on(TODAY).prefer(chance.preferences()).weighing(chance.weights());
            if (mark(factor, candidate, criteria.prefer()) >= factor.prior()) {
                assertThat(MatchScorer.total(without(factor, candidate), criteria)).as(criteria.canonical() + candidate)
                        .isLessThanOrEqualTo(MatchScorer.total(candidate, criteria));
                hidden++;
            }
        }
        assertThat(hidden).isPositive();
    }

    private static Candidate without(Factor factor, Candidate all) {
        return new Candidate(all.id(), all.owner(), all.handle(), all.platformKind(),
                factor == Factor.FOLLOWER_FIT ? Optional.empty() : all.followers(),
                factor == Factor.ENGAGEMENT ? Optional.empty() : all.engagementRate(),
                factor == Factor.CATEGORY ? Optional.empty() : all.categories(),
                factor == Factor.LOCATION ? Optional.empty() : all.location(),
                all.languages(), all.verified(), all.lastPostOn(), all.hasEmail(), all.postsCount(), all.averageLikes(),
                all.averageComments(), all.averageViews(), all.contentCategories(), all.sentiment(), all.card());
    }

    @Test
    void hiding_the_posts_of_a_creator_whose_categories_they_tell_never_raises_a_total_above_the_prior_either() {
        Chance chance = new Chance(38);
        int hidden = 0;
        for (int i = 0; i < 5_000; i++) {
            Facts read = Facts.NONE.with(Fact.CONTENT_CATEGORIES, new Observed<>(chance.shares(), Observed.Kind.INFERRED, "content:rules",
                    Candidate.startOf(TODAY)));
            SearchCriteria criteria = SearchCriteria.on(TODAY).prefer(chance.preferences()).weighing(chance.weights());
            Candidate shown = Candidate.of(creator(read));
            if (mark(Factor.CATEGORY, shown, criteria.prefer()) >= Factor.CATEGORY.prior()) {
                assertThat(MatchScorer.total(Candidate.of(creator(Facts.NONE)), criteria)).as(criteria.canonical() + shown)
                        .isLessThanOrEqualTo(MatchScorer.total(shown, criteria));
                hidden++;
            }
        }
        assertThat(hidden).isPositive();
    }

    private static Creator creator(Facts facts) {
        return new Creator(ANA.id(), ANA.owner(), 1, ANA.handle(), Observed.Kind.IMPORTED, facts, Map.of());
    }

    @Test
    void missing_data_earn_the_published_prior_and_are_named() {
        Candidate unknown = Candidate.of(Platform.INSTAGRAM, "nobody");
        ScoreReceipt receipt = MatchScorer.score(unknown, SearchCriteria.on(TODAY).prefer(WISH));
        assertThat(receipt.factors().stream().map(line -> line.normalized() + " " + line.state().code() + " " + line.raw().isPresent()))
                .containsExactly("0.250000 missing false", "0.100000 missing false", "0.100000 missing false",
                        "0.100000 missing false", "1.000000 imported true");
    }

    @Test
    void a_factor_of_which_nothing_is_wanted_gives_everybody_the_full_mark() {
        for (Candidate candidate : List.of(ANA, Candidate.of(Platform.X, "nobody"))) {
            assertThat(Stream.of(Factor.CATEGORY, Factor.FOLLOWER_FIT, Factor.LOCATION, Factor.PLATFORM))
                    .allSatisfy(factor -> assertThat(mark(factor, candidate, Preferences.NONE)).isEqualTo(MatchScorer.FULL));
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void engagement_rises_with_the_rate_and_gives_half_a_mark_to_the_median(Platform platform) {
        for (int followers : new int[] {0, 9_999, 10_000, 50_000, 100_000, 500_000, Integer.MAX_VALUE}) {
            int median = EngagementBenchmarks.median(platform, followers);
            int[] marks = IntStream.of(0, 1, 100, 5_000, median, 2 * median, 10 * median, 1_000_000, 1_000_000_000)
                    .sorted().map(rate -> MatchScorer.engagement(rate, median)).toArray();
            assertThat(marks).isSorted().startsWith(0);
            assertThat(MatchScorer.engagement(median, median)).isEqualTo(500_000);
            assertThat(EngagementBenchmarks.median(platform, -1)).isGreaterThanOrEqualTo(median);
        }
    }

    @Test
    void one_more_wanted_category_never_lowers_and_one_more_unwanted_never_raises_the_mark() {
        Chance chance = new Chance(33);
        for (int i = 0; i < 20_000; i++) {
            long wanted = chance.below(64);
            long had = 1L + chance.below(63);
            long more = had | 1L << chance.below(6);
            int before = MatchScorer.category(wanted, had);
            int after = MatchScorer.category(wanted, more);
            boolean moreWanted = (more & wanted) != (had & wanted);
            assertThat(after).isBetween(moreWanted ? before : 0, moreWanted ? MatchScorer.FULL : before);
        }
        assertThat(MatchScorer.category(0b11, 0b01)).isEqualTo(MatchScorer.FULL);
        assertThat(MatchScorer.category(0b11, 0b101)).isEqualTo(500_000);
        assertThat(MatchScorer.category(0b11, 0b100)).isZero();
    }

    @Test
    void follower_fit_rises_to_the_ideal_and_falls_behind_it() {
        FollowerScale wanted = FollowerScale.of(WISH.followers().orElseThrow());
        int[] below = IntStream.of(1, 500, 5_000, 20_000, 50_000, 70_000, 90_000).map(count -> fit(wanted, count)).toArray();
        int[] above = IntStream.of(20_000_000, 2_000_000, 200_000, 150_000, 100_000, 90_000).map(count -> fit(wanted, count)).toArray();
        assertThat(below).isSorted().startsWith(0).endsWith(MatchScorer.FULL);
        assertThat(above).isSorted().startsWith(0).endsWith(MatchScorer.FULL);
        FollowerScale range = FollowerScale.of(new FollowerAim(Optional.of(10_000L), Optional.of(500_000L), Optional.empty()));
        assertThat(IntStream.of(10_000, 70_000, 500_000).map(count -> fit(range, count))).containsOnly(MatchScorer.FULL);
        assertThat(fit(range, 1_000)).isZero();
        assertThat(fit(range, 5_000_000)).isZero();
        assertThat(fit(range, 0)).isZero();
    }

    private static int fit(FollowerScale wanted, int followers) {
        return MatchScorer.followerFit(wanted, MatchScorer.decades(followers));
    }

    @Test
    void nearer_places_earn_more() {
        Preferences saoPaulo = Preferences.NONE.withLocations(Place.find("BR-SP").orElseThrow());
        List<Integer> marks = Stream.of("BR-SP", "BR-RJ", "BR", "AR", "DE")
                .map(code -> mark(Factor.LOCATION, ANA.withLocation(code, TODAY), saoPaulo)).toList();
        assertThat(marks).containsExactly(1_000_000, 700_000, 700_000, 300_000, 0);
    }

    @Test
    void a_wanted_language_counts_as_a_neighbouring_country() {
        Preferences wish = Preferences.NONE.withLocations(Place.ofCountry("BR")).withLanguages(new Language("pt"));
        assertThat(mark(Factor.LOCATION, speaking("PT", "pt"), wish)).isEqualTo(300_000);
        assertThat(mark(Factor.LOCATION, speaking("PT", "es"), wish)).isZero();
        assertThat(mark(Factor.LOCATION, speaking("BR", "es"), wish)).isEqualTo(MatchScorer.FULL);
        Preferences alone = Preferences.NONE.withLanguages(new Language("pt"));
        assertThat(mark(Factor.LOCATION, speaking("PT", "pt"), alone)).isEqualTo(MatchScorer.FULL);
        assertThat(mark(Factor.LOCATION, speaking("PT", "es"), alone)).isZero();
        assertThat(mark(Factor.LOCATION, ANA, alone)).isEqualTo(Factor.LOCATION.prior());
    }

    @Test
    void the_line_of_location_describes_what_earned_the_mark() {
        Candidate nowhere = Candidate.of(Platform.INSTAGRAM, "nobody");
        Preferences german = Preferences.NONE.withLanguages(new Language("de"));
        Preferences austrian = german.withLocations(Place.ofCountry("AT"));
        assertThat(location(speaking(nowhere, "de"), german, TODAY)).isEqualTo("1.000000 1.000000 inferred");
        assertThat(location(speaking(nowhere, "de"), german, TODAY.plusDays(1))).isEqualTo("1.000000 1.000000 stale");
        assertThat(location(speaking(nowhere, "de"), austrian, TODAY)).isEqualTo("0.300000 0.300000 inferred");
        assertThat(location(speaking(nowhere, "fr"), german, TODAY)).isEqualTo("0.000000 0.000000 inferred");
        assertThat(location(speaking(nowhere, "fr"), austrian, TODAY)).isEqualTo("none 0.100000 missing");
        assertThat(location(speaking("AT", "de"), austrian, TODAY)).isEqualTo("1.000000 1.000000 imported");
        assertThat(location(speaking("BR", "de"), austrian, TODAY)).isEqualTo("0.300000 0.300000 inferred");
        assertThat(location(nowhere.withLocation("AT", TODAY), german, TODAY)).isEqualTo("none 0.100000 missing");
        assertThat(location(nowhere.withLocation("AT", TODAY), Preferences.NONE, TODAY)).isEqualTo("1.000000 1.000000 imported");
    }

    private static String location(Candidate candidate, Preferences prefer, LocalDate day) {
        ScoreReceipt.Line line = MatchScorer.score(candidate, SearchCriteria.on(day).prefer(prefer)).of(Factor.LOCATION);
        return line.raw().map(BigDecimal::toString).orElse("none") + " " + line.normalized() + " " + line.state().code();
    }

    private static Candidate speaking(String place, String language) {
        return speaking(ANA.withLocation(place, TODAY), language);
    }

    private static Candidate speaking(Candidate there, String language) {
        Observed<Set<Language>> spoken = new Observed<>(Set.of(new Language(language)), Observed.Kind.INFERRED, "test",
                Candidate.startOf(TODAY.minusDays(365)));
        return new Candidate(there.id(), there.owner(), there.handle(), there.platformKind(), there.followers(), there.engagementRate(),
                there.categories(), there.location(), Optional.of(spoken), there.verified(), there.lastPostOn(),
                there.hasEmail(), there.postsCount(), there.averageLikes(), there.averageComments(), there.averageViews(),
                there.contentCategories(), there.sentiment(), there.card());
    }

    @Test
    void old_data_are_labelled_stale_without_effect_on_the_score() {
        SearchCriteria criteria = SearchCriteria.on(TODAY).prefer(WISH);
        ScoreReceipt now = MatchScorer.score(ANA.withFollowers(84_500, TODAY.minusDays(90)), criteria);
        ScoreReceipt late = MatchScorer.score(ANA.withFollowers(84_500, TODAY.minusDays(91)), criteria);
        assertThat(now.of(Factor.FOLLOWER_FIT).state()).isEqualTo(DataState.IMPORTED);
        assertThat(late.of(Factor.FOLLOWER_FIT).state()).isEqualTo(DataState.STALE);
        assertThat(late.total()).isEqualTo(now.total());
    }

    @Test
    void a_kind_of_data_is_shown_as_it_is() {
        Observed<EngagementRate> estimated = new Observed<>(new EngagementRate(20_000), Observed.Kind.ESTIMATED, "test",
                Candidate.startOf(TODAY));
        Candidate guessed = new Candidate(ANA.id(), ANA.owner(), ANA.handle(), Observed.Kind.MEASURED, ANA.followers(),
                Optional.of(estimated), ANA.categories(), ANA.location(), ANA.languages(), ANA.verified(), ANA.lastPostOn(),
                ANA.hasEmail(), ANA.postsCount(), ANA.averageLikes(), ANA.averageComments(), ANA.averageViews(), ANA.contentCategories(),
                ANA.sentiment(), ANA.card());
        ScoreReceipt receipt = MatchScorer.score(guessed, SearchCriteria.on(TODAY));
        assertThat(receipt.of(Factor.ENGAGEMENT).state()).isEqualTo(DataState.ESTIMATED);
        assertThat(receipt.of(Factor.PLATFORM).state()).isEqualTo(DataState.MEASURED);
    }
}
