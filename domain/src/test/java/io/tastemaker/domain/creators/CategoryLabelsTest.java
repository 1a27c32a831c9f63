package io.tastemaker.domain.creators;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.Category;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryLabelsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Sports with a ball;SPORTS", "Cinema & Actors/actresses;FILM", "Humor & Fun & Happiness;COMEDY",
        "People & Blogs;LIFESTYLE", "News & Politics;NEWS", "Clothing & Outfits;FASHION", "Trainers & Coaches;FITNESS", "Moda;FASHION",
                "Musique;MUSIC",
        "viagens;TRAVEL", "Schönheit;BEAUTY", "PETS  AND animals;PETS", "Footballer;SPORTS"})
    void labels_of_the_wild_stand_for_a_category(String label, Category category) {
        assertThat(CategoryLabels.find(label)).contains(Set.of(category));
    }

    @Test
    void a_label_may_stand_for_two() {
        assertThat(CategoryLabels.find("Film & Animation")).contains(Set.of(Category.FILM, Category.ANIMATION));
        assertThat(CategoryLabels.find("Music & Dance")).contains(Set.of(Category.MUSIC, Category.DANCE));
        assertThat(CategoryLabels.find("Musician and actress")).contains(Set.of(Category.MUSIC, Category.FILM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adult content", "ASMR", "Mystery", "Underwater chess", "", "Music and sorcery"})
    void other_labels_are_unknown(String label) {
        assertThat(CategoryLabels.find(label)).isEmpty();
    }

    @Test
    void every_category_can_be_reached_by_its_own_name() {
        for (Category category : EnumSet.allOf(Category.class)) {
            assertThat(CategoryLabels.find(category.code()).orElseThrow()).contains(category);
        }
    }
}
