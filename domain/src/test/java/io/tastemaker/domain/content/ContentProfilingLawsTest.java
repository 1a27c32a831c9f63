package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.tastemaker.domain.content.ContentProfile.Moods;
import io.tastemaker.domain.content.ContentProfile.Quality;
import io.tastemaker.domain.content.ContentProfile.Spread;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any posts. */
class ContentProfilingLawsTest {

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_posts_does_not_matter(long seed) {
        RandomPosts chance = new RandomPosts(seed);
        List<PostSketch> posts = chance.some();
        Optional<Long> followers = chance.followers();

        assertThat(profile(chance.shuffled(posts), followers)).isEqualTo(profile(posts, followers));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void samples_of_two_halves_add_up_to_that_of_the_whole(long seed) {
        RandomPosts chance = new RandomPosts(seed);
        List<PostSketch> posts = chance.some();
        int cut = chance.below(posts.size() + 1);

        List<Integer> first = samples(profile(posts.subList(0, cut)));
        List<Integer> second = samples(profile(posts.subList(cut, posts.size())));
        List<Integer> whole = samples(profile(posts));
        for (int i = 0; i < whole.size(); i++) {
            assertThat(whole.get(i)).isEqualTo(first.get(i) + second.get(i));
        }
    }

    private static List<Integer> samples(ContentProfile profile) {
        ContentProfile.Engagement engagement = profile.engagement();
        List<Integer> samples = new ArrayList<>(List.of(profile.basis().posts(), profile.basis().analysed(), profile.basis().fallbacks()));
        Stream.of(profile.categories(), profile.languages(), profile.mood(), engagement.likes(), engagement.comments(),
                engagement.views(), engagement.shares(), engagement.saves())
                .map(known -> known.map(Sampled::sample).orElse(0)).forEach(samples::add);
        return samples;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shares_of_a_distribution_add_up_to_one_but_for_rounding(long seed) {
        ContentProfile profile = profile(new RandomPosts(seed).some());

        profile.categories().ifPresent(known -> assertThat(sum(known.value())).isCloseTo(1, within(0.0005 * known.value().size())));
        profile.languages().ifPresent(known -> assertThat(sum(known.value())).isCloseTo(1, within(0.0005 * known.value().size())));
        profile.mood().map(Sampled::value).ifPresent(mood ->
                assertThat(mood.positive() + mood.neutral() + mood.negative()).isCloseTo(1, offset(0.0015)));
    }

    private static <T> double sum(List<Share<T>> shares) {
        return shares.stream().mapToDouble(Share::share).sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shares_come_largest_first_and_rest_on_posts(long seed) {
        ContentProfile profile = profile(new RandomPosts(seed).some());

        profile.categories().ifPresent(known -> assertThat(known.value())
                .isSortedAccordingTo((a, b) -> Double.compare(b.share(), a.share()))
                .allMatch(share -> share.posts() >= 1 && share.posts() <= known.sample()));
        assertThat(profile.hashtags()).isSortedAccordingTo((a, b) -> b.posts() - a.posts());
        profile.primaryCategory().ifPresent(primary ->
                assertThat(primary.value()).isEqualTo(profile.categories().orElseThrow().value().getFirst()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void means_and_medians_are_those_of_a_list(long seed) {
        RandomPosts chance = new RandomPosts(seed);
        List<PostSketch> posts = chance.some();
        Optional<Long> followers = chance.followers().filter(many -> many > 0);
        ContentProfile.Engagement engagement = profile(posts, followers).engagement();

        assertThat(engagement.likes()).isEqualTo(naive(posts, post -> post.counts().likes(), 1, 3));
        assertThat(engagement.saves()).isEqualTo(naive(posts, post -> post.counts().saves(), 1, 3));
        assertThat(engagement.perPost()).isEqualTo(followers.flatMap(many -> naive(posts, ContentProfilingLawsTest::reactions, many, 6)));
    }

    private static Optional<Long> reactions(PostSketch post) {
        return post.counts().likes().flatMap(likes -> post.counts().comments().map(comments -> likes + comments));
    }

    /** By exact fractions, from a list that is kept whole. */
    private static Optional<Sampled<Spread>> naive(
            List<PostSketch> posts, Function<PostSketch, Optional<Long>> number, long over, int decimals) {
        List<Long> known = posts.stream().map(number).flatMap(Optional::stream).sorted().toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Long each : known) {
            sum = sum.add(new BigDecimal(each));
        }
        int middle = known.size() / 2;
        List<Long> middles = known.size() % 2 == 1 ? List.of(known.get(middle)) : known.subList(middle - 1, middle + 1);
        BigDecimal between = new BigDecimal(middles.stream().mapToLong(Long::longValue).sum());
        Spread spread = new Spread(fraction(sum, known.size(), over, decimals), fraction(between, middles.size(), over, decimals));
        return Optional.of(new Sampled<>(spread, known.size()));
    }

    private static double fraction(BigDecimal sum, int of, long over, int decimals) {
        BigDecimal whole = new BigDecimal(of).multiply(new BigDecimal(over));
        return sum.divide(whole, decimals, RoundingMode.HALF_UP).doubleValue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_number_is_one_and_lies_in_its_range(long seed) {
        RandomPosts chance = new RandomPosts(seed);
        ContentProfile profile = profile(chance.some(), chance.followers());

        assertThat(spreads(profile.engagement())).allMatch(number -> number >= 0 && Double.isFinite(number));
        profile.mood().map(Sampled::value).ifPresent(mood -> assertThat(numbers(mood)).allMatch(number -> number >= -1 && number <= 1));
        profile.rhythm().ifPresent(rhythm -> assertThat(rhythm.value().postsPerWeek()).isFinite().isNotNegative());
        assertThat(profile.quality().isPresent()).isEqualTo(profile.basis().posts() >= ContentQuality.LEAST_POSTS);
        profile.quality().map(Sampled::value).ifPresent(ContentProfilingLawsTest::addsUp);
    }

    private static DoubleStream spreads(ContentProfile.Engagement engagement) {
        return Stream.of(engagement.likes(), engagement.comments(), engagement.views(), engagement.shares(), engagement.saves(),
                engagement.perPost()).flatMap(Optional::stream).map(Sampled::value)
                .flatMapToDouble(spread -> DoubleStream.of(spread.mean(), spread.median()));
    }

    private static DoubleStream numbers(Moods mood) {
        return DoubleStream.of(mood.meanScore(), mood.positive(), mood.neutral(), mood.negative());
    }

    private static void addsUp(Quality quality) {
        assertThat(quality.score()).isBetween(0.0, 100.0)
                .isCloseTo(quality.parts().stream().mapToDouble(Quality.Part::points).sum(), within(1e-9));
        assertThat(quality.parts()).allMatch(part -> part.points() >= 0 && part.points() <= part.most());
        assertThat(quality.parts().stream().mapToDouble(Quality.Part::most).sum()).isEqualTo(100);
    }
}
