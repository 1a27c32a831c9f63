package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Observed.Kind;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentFactsTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final String RULES = "content:rules";
    private static final ContentFacts BEAUTY = content(Map.of(Category.BEAUTY, 70, Category.FOOD, 30), 35, "pt");

    private static ContentFacts content(Map<Category, Integer> percents, int mood, String language) {
        return new ContentFacts(
                Optional.of(new CategoryShares(percents)), Set.of(new Language(language)), Optional.of(new MoodScore(mood)));
    }

    private static Creator ana(Facts facts) {
        return new Creator(new CreatorId(new UUID(1, 1)), TeamId.CATALOGUE, 1, new Handle(Platform.TIKTOK, "ana"), Kind.IMPORTED, facts,
                Map.of("mystery", "old"));
    }

    private static <T> Observed<T> inferred(T value, Instant at) {
        return new Observed<>(value, Kind.INFERRED, RULES, at);
    }

    private static <T> Observed<T> imported(T value) {
        return new Observed<>(value, Kind.IMPORTED, "list", JUNE);
    }

    @Test
    void what_is_concluded_says_from_where_and_replaces_what_was_concluded_at_the_same_time() {
        Creator first = ana(Facts.NONE).learned(BEAUTY, RULES, JUNE);
        Creator second = first.learned(content(Map.of(Category.FOOD, 100), -5, "en"), RULES, JUNE);

        assertThat(first.version()).isEqualTo(2);
        assertThat(first.facts().get(Fact.CONTENT_SENTIMENT)).contains(inferred(new MoodScore(35), JUNE));
        assertThat(second.version()).isEqualTo(3);
        assertThat(second.facts().get(Fact.CONTENT_LANGUAGES)).contains(inferred(Set.of(new Language("en")), JUNE));
    }

    @Test
    void what_has_no_basis_any_more_is_unknown_again() {
        Creator creator = ana(Facts.NONE).learned(BEAUTY, RULES, JUNE);

        Creator mute = creator.learned(new ContentFacts(Optional.empty(), Set.of(), Optional.of(new MoodScore(35))), RULES, JUNE);
        Creator nothing = mute.learned(ContentFacts.NONE, RULES, JUNE);

        assertThat(mute.facts().kinds()).containsExactly(Fact.CONTENT_SENTIMENT);
        assertThat(nothing.facts()).isEqualTo(Facts.NONE);
        assertThat(nothing.learned(ContentFacts.NONE, RULES, JUNE)).isSameAs(nothing);
    }

    @Test
    void the_same_conclusion_is_written_down_once_a_month_and_from_another_reader_at_once() {
        Creator creator = ana(Facts.NONE).learned(BEAUTY, RULES, JUNE);

        assertThat(creator.learned(BEAUTY, RULES, JUNE.plus(Duration.ofDays(29)))).isSameAs(creator);
        assertThat(creator.learned(BEAUTY, RULES, JUNE.plus(Duration.ofDays(30))).version()).isEqualTo(3);
        assertThat(creator.learned(BEAUTY, "content:model", JUNE).version()).isEqualTo(3);
    }

    @Test
    void a_conclusion_that_comes_late_changes_nothing() {
        Creator creator = ana(Facts.NONE).learned(BEAUTY, RULES, JUNE);

        assertThat(creator.learned(ContentFacts.NONE, RULES, JUNE.minusSeconds(1))).isSameAs(creator);
    }

    @Test
    void nobody_states_a_conclusion_and_none_keeps_a_list_from_being_the_youngest() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Facts.Stated<>(Fact.CONTENT_SENTIMENT, new MoodScore(1)));
        Creator creator = ana(Facts.NONE.with(Fact.FOLLOWERS, imported(5L))).learned(BEAUTY, RULES, JUNE.plus(Duration.ofDays(9)));
        CreatorListRow.Draft draft =
                new CreatorListRow.Draft(creator.handle(), Kind.IMPORTED, Facts.NONE, Map.of("mystery", "new"), List.of(), List.of());

        assertThat(creator.learned(draft, JUNE.plus(Duration.ofDays(1))).raw()).containsEntry("mystery", "new");
    }

    @Test
    void what_is_declared_comes_before_the_content() {
        ContentFacts content = content(Map.of(Category.BEAUTY, 60, Category.FOOD, 25, Category.PETS, 15), 0, "pt");
        Creator read = ana(Facts.NONE).learned(content, RULES, JUNE);
        Creator declared = read.withFacts(read.facts().with(Fact.CATEGORIES, imported(Set.of(Category.PETS)))
                .with(Fact.LANGUAGES, imported(Set.of(new Language("en")))));

        assertThat(read.categories()).contains(inferred(Set.of(Category.BEAUTY, Category.FOOD), JUNE));
        assertThat(read.languages()).contains(inferred(Set.of(new Language("pt")), JUNE));
        assertThat(declared.categories()).contains(imported(Set.of(Category.PETS)));
        assertThat(declared.languages()).contains(imported(Set.of(new Language("en"))));
        assertThat(ana(Facts.NONE.with(Fact.CATEGORIES, imported(Set.<Category>of()))).categories()).isEmpty();
    }

    @Test
    void who_writes_about_everything_once_is_of_no_category() {
        Map<Category, Integer> sixths = Map.of(Category.BEAUTY, 17, Category.FOOD, 17, Category.PETS, 17, Category.CARS, 17,
                Category.ART, 16, Category.MUSIC, 16);

        assertThat(ana(Facts.NONE).learned(content(sixths, 0, "pt"), RULES, JUNE).categories()).isEmpty();
    }

    @Test
    void shares_are_told_in_whole_percents_the_largest_first() {
        CategoryShares shares = CategoryShares.ofFractions(
                Map.of(Category.FOOD, 0.195, Category.BEAUTY, 0.801, Category.PETS, 0.0049)).orElseThrow();

        assertThat(shares).hasToString("beauty 80 %, food 20 %");
        assertThat(shares.of(Category.PETS)).isZero();
        assertThat(CategoryShares.ofFractions(Map.of(Category.PETS, 0.0))).isEmpty();
        assertThat(new CategoryShares(Map.of(Category.FOOD, 50, Category.BEAUTY, 50))).hasToString("beauty 50 %, food 50 %");
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryShares.ofFractions(Map.of(Category.FOOD, Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryShares(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryShares(Map.of(Category.FOOD, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryShares(Map.of(Category.FOOD, 101)));
    }

    @Test
    void a_mood_is_told_in_hundredths() {
        assertThat(MoodScore.of(new BigDecimal("-0.345"))).isEqualTo(new MoodScore(-35)).hasToString("-0.35");
        assertThat(MoodScore.of(BigDecimal.ONE)).isGreaterThan(new MoodScore(99));
        assertThatIllegalArgumentException().isThrownBy(() -> MoodScore.of(new BigDecimal("1.001")));
        assertThatIllegalArgumentException().isThrownBy(() -> new MoodScore(-101));
    }
}
