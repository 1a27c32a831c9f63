package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.BARE;
import static io.tastemaker.domain.content.PostSketch.profile;
import static io.tastemaker.domain.shared.Category.BEAUTY;
import static io.tastemaker.domain.shared.Category.FOOD;
import static io.tastemaker.domain.shared.Category.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentSimilarityTest {

    @ParameterizedTest
    @MethodSource("io.tastemaker.domain.content.ContentProfilingLawsTest#seeds")
    void it_is_the_same_from_both_sides_and_from_0_to_1(long seed) {
        ContentProfile one = profile(new RandomPosts(seed).some());
        ContentProfile other = profile(new RandomPosts(-seed).some());

        assertThat(ContentSimilarity.of(one, other)).isEqualTo(ContentSimilarity.of(other, one)).isBetween(0.0, 1.0);
        assertThat(ContentSimilarity.of(one, other)).isLessThanOrEqualTo(ContentSimilarity.of(one, one));
    }

    @Test
    void nobody_is_more_alike_than_oneself() {
        ContentProfile profile = profile(List.of(BARE.about(FOOD).caption("#a #b"), BARE.about(FOOD, TRAVEL)));

        assertThat(ContentSimilarity.of(profile, profile)).isEqualTo(1);
    }

    @Test
    void categories_count_three_quarters_and_hashtags_one() {
        ContentProfile one = profile(List.of(BARE.about(FOOD).caption("#a #b #c"), BARE.about(TRAVEL)));

        assertThat(ContentSimilarity.of(one, profile(List.of(BARE.about(FOOD))))).isEqualTo(0.53);
        assertThat(ContentSimilarity.of(one, profile(List.of(BARE.about(BEAUTY).caption("#c"))))).isEqualTo(0.125);
        assertThat(ContentSimilarity.of(one, profile(List.of(BARE.about(FOOD).caption("#c"))))).isEqualTo(0.655);
    }

    @Test
    void who_is_unknown_is_like_nobody() {
        ContentProfile unknown = profile(List.of(BARE));

        assertThat(ContentSimilarity.of(unknown, unknown)).isZero();
        assertThat(ContentSimilarity.of(unknown, profile(List.of(BARE.about(FOOD).caption("#a"))))).isZero();
    }
}
