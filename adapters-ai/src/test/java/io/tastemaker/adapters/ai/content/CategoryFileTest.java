package io.tastemaker.adapters.ai.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tastemaker.domain.content.CategoryKeyword;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryFileTest {

    @Test
    void a_line_gives_its_points_to_its_keywords_and_to_those_of_the_lines_that_go_on() {
        List<CategoryKeyword> keywords = new CategoryFile("xx.txt", """
                # a remark

                sports 6 fitness 9: marathon,
                 half marathon
                food -8: apple watch
                nothing: the
                """).keywords("en");
        Map<Category, Integer> running = Map.of(Category.SPORTS, 6, Category.FITNESS, 9);
        assertThat(keywords).containsExactly(english("marathon", running), english("half marathon", running),
                english("apple watch", Map.of(Category.FOOD, -8)), english("the", Map.of()));
    }

    @Test
    void und_stands_for_every_language() {
        assertThat(new CategoryFile("und.txt", "sports 12: ⚽").keywords("und"))
                .containsExactly(new CategoryKeyword(Optional.empty(), "⚽", Map.of(Category.SPORTS, 12)));
    }

    @Test
    void a_keyword_may_stand_in_several_categories() {
        assertThat(new CategoryFile("xx.txt", "sports 6: marathon\nfitness 9: marathon").keywords("en")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        " sports 6: tennis | line 2: a line begins with categories and their points, and a colon",
        "tennis | line 2: a line begins with categories and their points, and a colon",
        "sport 6: tennis | line 2: no category: sport",
        "sports six: tennis | line 2: points are a whole number: six",
        "sports 21: tennis | line 2: points are from -20 to 20, but not 0: 21",
        "sports 0: tennis | line 2: points are from -20 to 20, but not 0: 0",
        "sports: tennis | line 2: behind each category, named once, stand its points: sports",
        "sports 6 sports 7: tennis | line 2: behind each category, named once, stand its points",
        "sports 6: tennis, tennis | line 2: it stands there twice: tennis",
        "nothing: tennis, tennis | line 2: it stands there twice: tennis",
        "sports 6: #tennis | line 2: a keyword is words, numbers or an emoji: #tennis",
        "sports 6: a b c d e f g | line 2: a keyword has 1 to 6 words"})
    void a_line_that_cannot_be_read_is_named(String line, String fault) {
        String text = "# first\n" + (fault.contains("begins") && line.startsWith("sports") ? " " : "") + line;
        assertThatIllegalStateException().isThrownBy(() -> new CategoryFile("xx.txt", text).keywords("en"))
                .withMessageStartingWith("xx.txt, " + fault);
    }

    private static CategoryKeyword english(String words, Map<Category, Integer> points) {
        return new CategoryKeyword(Optional.of(new Language("en")), words, points);
    }
}
