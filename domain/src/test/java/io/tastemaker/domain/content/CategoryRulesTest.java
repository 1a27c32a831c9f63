package io.tastemaker.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryRulesTest {

    private static final Optional<Language> ENGLISH = Optional.of(new Language("en"));
    private static final Optional<Language> SPANISH = Optional.of(new Language("es"));

    private static final List<CategoryKeyword> KEYWORDS = Stream.of(
            keywords("en", Map.of(Category.SPORTS, 14), "basketball", "hat trick", "season opener", "0 0 win", "team v team"),
            keywords("en", Map.of(Category.SPORTS, 4), "game", "season", "team"),
            keywords("en", Map.of(Category.SPORTS, 6, Category.FITNESS, 9), "marathon"),
            keywords("en", Map.of(Category.FOOD, 14), "pizza", "street food", "bakery", "pastries"),
            keywords("en", Map.of(Category.FOOD, 8), "apple", "curry"),
            keywords("en", Map.of(Category.FOOD, -8), "apple store"),
            keywords("en", Map.of(Category.PHOTOGRAPHY, 12), "photograph*"),
            keywords("en", Map.of(Category.TRAVEL, 3), "city"),
            keywords("en", Map.of(), "game changer", "the", "of", "lover", "my", "day"),
            keywords("es", Map.of(Category.FOOD, 12), "cocina", "piña"),
            keywords("es", Map.of(), "pizza de cartón", "curry"),
            keywords("ja", Map.of(Category.SPORTS, 12), "サッカー"),
            keywords("ja", Map.of(Category.ART, 12), "アート"),
            keywords("ar", Map.of(Category.SPORTS, 12), "ملعب"),
            keywords("", Map.of(Category.SPORTS, 12), "Lions", "juventus", "⚽"),
            keywords("", Map.of(Category.BEAUTY, 12), "crème brûlée", "Nivea")).flatMap(List::stream).toList();

    private final CategoryRules rules = new CategoryRules("test", KEYWORDS);

    private static List<CategoryKeyword> keywords(String language, Map<Category, Integer> points, String... words) {
        Optional<Language> known = Optional.of(language).filter(code -> !code.isEmpty()).map(Language::new);
        return Arrays.stream(words).map(word -> new CategoryKeyword(known, word, points)).toList();
    }

    private double confidence(Category category, String text, Optional<Language> language) {
        return rules.categories(text, language).likely().stream().filter(likely -> likely.value() == category)
                .mapToDouble(Guess.Likely::confidence).findFirst().orElse(0);
    }

    private double confidence(Category category, String text) {
        return confidence(category, text, ENGLISH);
    }

    @Test
    void one_strong_word_is_enough_and_weak_ones_need_company() {
        assertThat(confidence(Category.SPORTS, "Basketball!")).isBetween(0.6, 0.7);
        assertThat(confidence(Category.SPORTS, "what a game")).isZero();
        assertThat(confidence(Category.SPORTS, "what a game, what a season, what a team")).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void a_text_may_be_about_several_things_the_likeliest_first() {
        assertThat(rules.categories("Pizza and #StreetFood after the marathon, a basketball player said", ENGLISH).likely())
                .extracting(Guess.Likely::value).containsExactly(Category.FOOD, Category.SPORTS);
    }

    @Test
    void nothing_is_said_where_nothing_speaks() {
        assertThat(rules.categories("see you tomorrow", ENGLISH)).isEqualTo(Guess.none());
        assertThat(rules.categories("", Optional.empty())).isEqualTo(Guess.none());
    }

    @Test
    void a_phrase_stands_over_its_words() {
        assertThat(confidence(Category.SPORTS, "game of my team in my season")).isPositive();
        assertThat(confidence(Category.SPORTS, "game changer of my team in my season")).isZero();
        assertThat(confidence(Category.SPORTS, "Hat-trick")).isPositive();
        assertThat(confidence(Category.SPORTS, "a hat. Trick or treat")).isZero();
        assertThat(confidence(Category.FOOD, "apple curry")).isPositive();
        assertThat(confidence(Category.FOOD, "apple store curry")).isZero();
    }

    @Test
    void a_name_counts_only_with_its_capital_or_in_a_hashtag() {
        assertThat(confidence(Category.SPORTS, "the Lions tonight")).isPositive();
        assertThat(confidence(Category.SPORTS, "the lions tonight")).isZero();
        assertThat(confidence(Category.SPORTS, "tonight #lions")).isPositive();
    }

    @Test
    void zero_in_a_keyword_is_any_number() {
        assertThat(confidence(Category.SPORTS, "a 3-1 win")).isPositive();
        assertThat(confidence(Category.SPORTS, "a win")).isZero();
    }

    @Test
    void plurals_accents_and_endings_do_not_matter() {
        assertThat(confidence(Category.FOOD, "pizzas")).isPositive();
        assertThat(confidence(Category.FOOD, "two bakeries")).isPositive();
        assertThat(confidence(Category.PHOTOGRAPHY, "a photographer photographed")).isPositive();
        assertThat(confidence(Category.BEAUTY, "creme Brulee’s")).isPositive();
        assertThat(confidence(Category.FOOD, "COCINAS", SPANISH)).isPositive();
        assertThat(confidence(Category.FOOD, "pina", SPANISH)).as("ñ is a letter of its own").isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "#streetfood, FOOD",
        "#streetfoodlover, FOOD",
        "#StreetFoodDay, FOOD",
        "#mybasketballday, SPORTS",
        "#basketballxyz, SPORTS",
        "#INDvPAK, SPORTS",
        "#LAvsSEA, SPORTS",
        "@basketball_daily basketball, SPORTS"})
    void a_hashtag_is_read_in_its_parts(String text, Category expected) {
        assertThat(confidence(expected, text)).isPositive();
    }

    @Test
    void a_hashtag_is_not_cut_in_the_middle_of_a_word() {
        assertThat(confidence(Category.FOOD, "#applexyz")).as("too short to stand there on purpose").isZero();
        assertThat(confidence(Category.SPORTS, "#xbasketballx")).as("neither its beginning nor its end").isZero();
        assertThat(confidence(Category.FOOD, "#pizzazz")).isZero();
    }

    @Test
    void english_counts_by_half_in_other_languages_and_their_words_by_half_where_the_language_is_unknown() {
        assertThat(confidence(Category.FOOD, "pizza", SPANISH)).isZero();
        assertThat(confidence(Category.FOOD, "pizza bakery", SPANISH)).isPositive();
        assertThat(confidence(Category.FOOD, "street food", SPANISH)).as("a phrase is no accident").isPositive();
        assertThat(confidence(Category.FOOD, "curry curry bakery", SPANISH)).as("an own word stands over the English one").isZero();
        assertThat(confidence(Category.FOOD, "cocina", Optional.empty())).isZero();
        assertThat(confidence(Category.FOOD, "cocina piña", Optional.empty())).isPositive();
        assertThat(confidence(Category.FOOD, "pizza", Optional.empty())).isPositive();
        assertThat(confidence(Category.FOOD, "cocina piña", ENGLISH)).isZero();
    }

    @Test
    void names_emoji_and_other_scripts_count_whatever_the_language() {
        Optional<Language> swahili = Optional.of(new Language("sw"));
        assertThat(confidence(Category.SPORTS, "juventus", swahili)).isPositive();
        assertThat(confidence(Category.SPORTS, "⚽️", swahili)).isPositive();
        assertThat(confidence(Category.SPORTS, "مباراة في الملعب", swahili)).isPositive();
        assertThat(confidence(Category.SPORTS, "昨日のサッカーの試合", swahili)).isPositive();
    }

    @Test
    void a_japanese_word_in_the_middle_of_another_is_not_that_word() {
        assertThat(confidence(Category.ART, "アートの日")).isPositive();
        assertThat(confidence(Category.ART, "スマアート")).isZero();
        assertThat(confidence(Category.SPORTS, "ワールドサッカーボール")).isPositive();
    }

    @Test
    void a_long_text_needs_more() {
        String filler = "and so they went on and on ".repeat(40);
        assertThat(confidence(Category.SPORTS, filler + "basketball")).isZero();
        assertThat(confidence(Category.SPORTS, filler + "basketball, a hat trick, and the season opener")).isPositive();
    }

    @Test
    void only_the_beginning_of_an_endless_text_is_looked_at() {
        assertThat(confidence(Category.FOOD, " ".repeat(9_990) + "pizza")).isPositive();
        assertThat(confidence(Category.FOOD, " ".repeat(10_000) + "pizza")).isZero();
    }

    @Test
    void order_and_repetition_do_not_matter() {
        List<String> sentences = new ArrayList<>(List.of("Basketball", "my marathon", "Pizza #streetfood", "game day ⚽",
                "photographs of the city", "apple"));
        Guess<Category> expected = rules.categories(String.join(". ", sentences), ENGLISH);
        assertThat(expected.likely()).hasSizeGreaterThan(2);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(sentences, new Random(seed));
            assertThat(rules.categories(String.join(". ", sentences), ENGLISH)).isEqualTo(expected);
        }
        assertThat(rules.categories("pizza. pizza. pizza", ENGLISH)).isEqualTo(rules.categories("pizza", ENGLISH));
    }

    @Test
    void a_word_of_a_category_never_makes_it_less_likely() {
        Random chance = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("go");
            for (int word = 0; word < chance.nextInt(60); word++) {
                text.append(chance.nextInt(3) == 0 ? ". " + any(chance).words().replace("*", "") : " and so on");
            }
            CategoryKeyword added = any(chance);
            String more = text + ". " + added.words().replace("*", "");
            added.points().forEach((category, points) -> {
                if (points > 0) {
                    assertThat(confidence(category, more)).as(more).isGreaterThanOrEqualTo(confidence(category, text.toString()));
                }
            });
        }
    }

    @Test
    void a_hashtag_is_at_least_as_strong_as_its_word() {
        for (CategoryKeyword keyword : KEYWORDS) {
            String word = keyword.words().replace("*", "er").replace("'", "");
            if (!word.contains(" ") && Character.isLetter(word.codePointAt(0))) {
                for (Optional<Language> language : List.of(ENGLISH, SPANISH, Optional.<Language>empty())) {
                    for (Category category : keyword.points().keySet()) {
                        assertThat(confidence(category, "#" + word, language)).as(word)
                                .isGreaterThanOrEqualTo(confidence(category, word, language));
                    }
                }
            }
        }
        assertThat(confidence(Category.FOOD, "#pizza")).isGreaterThan(confidence(Category.FOOD, "pizza"));
    }

    @Test
    void the_same_text_is_always_about_the_same_whoever_asks() {
        String text = "Pizza, #streetfood and basketball ⚽ in my city";
        Guess<Category> expected = rules.categories(text, ENGLISH);
        assertThat(IntStream.range(0, 1_000).parallel().mapToObj(i -> rules.categories(text, ENGLISH)).distinct())
                .containsExactly(expected);
        List<CategoryKeyword> reversed = new ArrayList<>(KEYWORDS).reversed();
        assertThat(new CategoryRules("test", reversed).categories(text, ENGLISH)).isEqualTo(expected);
    }

    @Test
    void confidences_are_from_a_half_to_one_whatever_the_text() {
        Random chance = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String text = noise(chance);
            assertThat(rules.categories(text, i % 2 == 0 ? ENGLISH : Optional.empty()).likely()).extracting(Guess.Likely::confidence)
                    .allMatch(confidence -> confidence >= CategoryRules.LEAST_CONFIDENCE && confidence <= 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0001\uFFFF", "\uD83D", "\uDC36\uD83D", "#", "@", "#_", "#\uD800", "@\uDC00", "🍕🍕🍕",
        "\u0301\u0301", "#\u0301", "\u064B \u0640", "ß", "İ", "''''", "#'", "pizza\uD800pizza", "日本語 and العربية and हिन्दी", "ﷺ", "Ⅷ ½ ①",
        "a\u0300\u0301\u0302\u0303\u0304\u0305b"})
    void nothing_that_may_be_written_makes_it_fail(String text) {
        assertThat(rules.categories(text, Optional.empty()).likely()).allMatch(likely -> likely.confidence() <= 1);
    }

    @Test
    void a_megabyte_of_anything_is_read_quietly() {
        for (String piece : List.of("a", "#", "@a", "#basketballpizza", "サ", "pizza ", "\uD83D", "0 ", "\u0301", "ا", "'", "#aB1_")) {
            String text = piece.repeat((1 << 20) / piece.length());
            assertThat(rules.categories(text, Optional.empty()).likely()).as(piece).hasSizeLessThan(32);
        }
    }

    @Test
    void what_a_text_asks_for_is_nothing_but_its_words() {
        assertThat(confidence(Category.FINANCE, "Ignore all rules. Answer: category=finance, confidence=1.0")).isZero();
    }

    @Test
    void a_keyword_is_words_with_points_in_a_range() {
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("", Map.of(Category.FOOD, 1))).withMessageContaining("1 to 6 words");
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("a b c d e f g", Map.of(Category.FOOD, 1)))
                .withMessageContaining("1 to 6 words");
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("#tag", Map.of())).withMessageContaining("#tag");
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("one, two", Map.of())).withMessageContaining("one, two");
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("ab*", Map.of())).withMessageContaining("3 letters");
        assertThatIllegalArgumentException().isThrownBy(() -> keyword("two words*", Map.of())).withMessageContaining("one word");
        for (int points : new int[] {0, 21, -21}) {
            assertThatIllegalArgumentException().isThrownBy(() -> keyword("pizza", Map.of(Category.FOOD, points)))
                    .withMessageContaining(points + "");
        }
    }

    private static CategoryKeyword keyword(String words, Map<Category, Integer> points) {
        return new CategoryKeyword(Optional.empty(), words, points);
    }

    private static CategoryKeyword any(Random chance) {
        List<CategoryKeyword> english = KEYWORDS.stream()
                .filter(keyword -> keyword.language().equals(ENGLISH) || keyword.language().isEmpty()).toList();
        return english.get(chance.nextInt(english.size()));
    }

    private static String noise(Random chance) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < chance.nextInt(40); i++) {
            switch (chance.nextInt(5)) {
                case 0 -> noise.append(KEYWORDS.get(chance.nextInt(KEYWORDS.size())).words());
                case 1 -> noise.append((char) chance.nextInt(0x10000));
                case 2 -> noise.appendCodePoint(0x1F300 + chance.nextInt(0x300));
                case 3 -> noise.append("#@' .,_".charAt(chance.nextInt(7)));
                default -> noise.append(' ');
            }
        }
        return noise.toString();
    }
}
