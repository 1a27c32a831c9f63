package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.BARE;
import static io.tastemaker.domain.content.PostSketch.profile;
import static io.tastemaker.domain.shared.Category.BEAUTY;
import static io.tastemaker.domain.shared.Category.FOOD;
import static io.tastemaker.domain.shared.Category.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.shared.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentGistTest {

    @Test
    void without_posts_there_is_no_gist() {
        assertThat(ContentGist.of(profile(List.of()))).isEqualTo(new ContentGist(Map.of(), Set.of(), Optional.empty()));
    }

    @Test
    void content_is_about_what_has_a_quarter_of_it() {
        List<PostSketch> posts = of(5, BARE.about(FOOD), 3, BARE.about(TRAVEL), 4, BARE.about(BEAUTY, FOOD));
        ContentGist gist = ContentGist.of(profile(posts));

        assertThat(gist.percents()).isEqualTo(Map.of(FOOD, 58, TRAVEL, 25, BEAUTY, 17));
        assertThat(gist.categories()).containsExactlyInAnyOrder(FOOD, TRAVEL);
    }

    @Test
    void what_makes_up_less_than_half_a_percent_is_left_out() {
        List<PostSketch> posts = of(995, BARE.about(FOOD), 4, BARE.about(TRAVEL), 5, BARE.about(BEAUTY));

        assertThat(ContentGist.of(profile(posts)).percents()).isEqualTo(Map.of(FOOD, 99, BEAUTY, 1));
    }

    @Test
    void two_posts_make_no_gist() {
        List<PostSketch> posts = Collections.nCopies(2, BARE.about(FOOD).in("en", 1).feels(Mood.POSITIVE, 1));

        assertThat(ContentGist.of(profile(posts))).isEqualTo(new ContentGist(Map.of(), Set.of(), Optional.empty()));
    }

    @Test
    void content_is_in_the_languages_of_a_fifth_of_it() {
        List<PostSketch> posts = of(10, BARE.in("pt", 0.9), 4, BARE.in("en", 0.9), 3, BARE.in("es", 0.9));

        assertThat(ContentGist.of(profile(posts)).languages()).containsExactlyInAnyOrder(new Language("pt"), new Language("en"));
    }

    @Test
    void the_mood_is_in_hundredths() {
        assertThat(ContentGist.of(profile(Collections.nCopies(3, BARE.feels(Mood.NEGATIVE, -0.345)))).mood()).contains(-35);
        assertThat(ContentGist.of(profile(Collections.nCopies(3, BARE.feels(Mood.NEUTRAL, -0.004)))).mood()).contains(0);
    }

    @ParameterizedTest
    @MethodSource("io.tastemaker.domain.content.ContentProfilingLawsTest#seeds")
    void the_primary_category_is_one_of_those_it_is_about(long seed) {
        ContentProfile profile = profile(new RandomPosts(seed).some());
        ContentGist gist = ContentGist.of(profile);

        profile.primaryCategory().ifPresent(primary -> assertThat(gist.categories()).contains(primary.value().value()));
        assertThat(gist.categories()).hasSizeLessThanOrEqualTo(5);
        assertThat(gist.percents().values()).allMatch(percent -> percent >= 1 && percent <= 100);
    }

    private static List<PostSketch> of(int many, PostSketch one, int more, PostSketch another, int most, PostSketch third) {
        List<PostSketch> posts = new ArrayList<>(Collections.nCopies(many, one));
        posts.addAll(Collections.nCopies(more, another));
        posts.addAll(Collections.nCopies(most, third));
        return posts;
    }
}
