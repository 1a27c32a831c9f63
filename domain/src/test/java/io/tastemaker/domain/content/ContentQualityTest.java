package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.BARE;
import static io.tastemaker.domain.shared.Category.BEAUTY;
import static io.tastemaker.domain.shared.Category.FASHION;
import static io.tastemaker.domain.shared.Category.FOOD;
import static io.tastemaker.domain.shared.Category.LIFESTYLE;
import static io.tastemaker.domain.shared.Category.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.ContentProfile.Engagement;
import io.tastemaker.domain.content.ContentProfile.Moods;
import io.tastemaker.domain.content.ContentProfile.Quality;
import io.tastemaker.domain.content.ContentProfile.Quality.Part;
import io.tastemaker.domain.content.ContentProfile.Rhythm;
import io.tastemaker.domain.content.ContentProfile.Spread;
import io.tastemaker.domain.shared.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentQualityTest {

    private static final String TELLING = "Everybody who walks this valley comes back another person";

    @Test
    void the_example_of_the_documentation_is_right() throws IOException {
        List<List<String>> documented = documented(5);
        Quality quality = example();

        assertThat(quality.formula()).isEqualTo("content_quality@1");
        assertThat(quality.parts()).extracting(part -> List.of(part.code(), points(part.points()), "" + part.sample()))
                .isEqualTo(documented.stream().map(row -> List.of(row.get(0), row.get(3), row.get(4))).toList());
        assertThat(text()).contains("`" + quality.formula() + "`", "Together: " + points(quality.score()) + " points.");
    }

    @Test
    void the_documentation_says_the_most_of_each_part() throws IOException {
        assertThat(example().parts()).extracting(part -> List.of(part.code(), points(part.most())))
                .isEqualTo(documented(4).stream().map(row -> row.subList(0, 2)).toList());
    }

    private static Quality example() {
        List<Share<Category>> shares = List.of(new Share<>(FOOD, 0.6, 25), new Share<>(TRAVEL, 0.3, 14), new Share<>(LIFESTYLE, 0.1, 5));
        Engagement engagement = new Engagement(Optional.of(new Sampled<>(new Spread(1200, 900), 40)), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Rhythm rhythm = new Rhythm(2.4, Duration.ofDays(3), Map.of(), Collections.nCopies(24, 0));
        return new ContentQuality(new CaptionTally.Care(40, 38, 30, 30), Optional.of(new Sampled<>(new Moods(0.2, 0.4, 0.5, 0.1), 40)),
                Optional.of(new Sampled<>(shares, 36)), engagement, Optional.of(new Sampled<>(rhythm, 2))).quality().orElseThrow().value();
    }

    private static String text() throws IOException {
        return Files.readString(Path.of(System.getProperty("project.root", ".."), "docs", "content-quality.md"));
    }

    /** The rows about parts in the table that has so many columns. */
    private static List<List<String>> documented(int columns) throws IOException {
        return text().lines().filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(cell -> cell.strip().replace("`", "")).toList())
                .filter(row -> row.size() == columns).toList();
    }

    private static String points(double points) {
        return Double.toString(points).replaceFirst("\\.0$", "");
    }

    @Test
    void fewer_than_three_posts_have_no_score() {
        assertThat(PostSketch.profile(List.of(BARE, BARE)).quality()).isEmpty();
        assertThat(PostSketch.profile(List.of(BARE, BARE, BARE)).quality()).hasValueSatisfying(quality -> {
            assertThat(quality.sample()).isEqualTo(3);
            assertThat(quality.value().score()).isEqualTo(40);
        });
    }

    @Test
    void a_part_without_basis_gives_half_and_says_so() {
        List<Part> parts = quality(Collections.nCopies(3, BARE)).parts();

        assertThat(parts.subList(1, 6)).allSatisfy(part ->
                assertThat(part).isEqualTo(new Part(part.code(), part.most() / 2, part.most(), 0)));
        assertThat(parts.getFirst()).isEqualTo(new Part("captions", 0, 20, 3));
        PostSketch negative = BARE.feels(Mood.NEGATIVE, -1);
        assertThat(part("tone", List.of(negative, negative, BARE))).isEqualTo(new Part("tone", 10, 20, 0));
        assertThat(part("tone", List.of(negative, negative, negative))).isEqualTo(new Part("tone", 0, 20, 3));
    }

    @ParameterizedTest
    @MethodSource("io.tastemaker.domain.content.ContentProfilingLawsTest#seeds")
    void a_post_that_turns_negative_never_raises_the_score(long seed) {
        atMost(seed, post -> post.feels(Mood.NEUTRAL, 0), post -> post.feels(Mood.NEGATIVE, -0.7));
    }

    @ParameterizedTest
    @MethodSource("io.tastemaker.domain.content.ContentProfilingLawsTest#seeds")
    void a_caption_that_says_nothing_any_more_never_raises_the_score(long seed) {
        atMost(seed, post -> post.caption(TELLING), post -> post.caption("nice"));
    }

    @ParameterizedTest
    @MethodSource("io.tastemaker.domain.content.ContentProfilingLawsTest#seeds")
    void more_hashtags_never_raise_the_score(long seed) {
        int some = 1 + new RandomPosts(seed).below(15);
        atMost(seed, post -> post.caption(TELLING + tags(some)), post -> post.caption(TELLING + tags(some + 1 + (int) (seed % 5))));
    }

    private static String tags(int many) {
        StringBuilder tags = new StringBuilder();
        IntStream.range(0, many).forEach(i -> tags.append(" #tag").append(i));
        return tags.toString();
    }

    /** Some random posts, of which one is changed; the rest is as it was. */
    private static void atMost(long seed, UnaryOperator<PostSketch> good, UnaryOperator<PostSketch> bad) {
        RandomPosts chance = new RandomPosts(seed);
        List<PostSketch> posts = new ArrayList<>(chance.some());
        posts.addAll(List.of(BARE, BARE, BARE));
        PostSketch one = chance.post();
        double before = quality(with(posts, good.apply(one))).score();

        assertThat(quality(with(posts, bad.apply(one))).score()).isLessThanOrEqualTo(before);
    }

    private static List<PostSketch> with(List<PostSketch> posts, PostSketch more) {
        List<PostSketch> all = new ArrayList<>(posts);
        all.add(more);
        return all;
    }

    @Test
    void spreading_over_more_subjects_never_raises_the_focus() {
        double[] points = IntStream.rangeClosed(1, 6).mapToObj(many -> List.of(Category.values()).subList(0, many))
                .map(some -> Collections.nCopies(4, BARE.about(some.toArray(Category[]::new))))
                .mapToDouble(posts -> part("focus", posts).points()).toArray();

        assertThat(points).containsExactly(20, 20, 13.307, 10, 8, 6.693);
        List<PostSketch> mostlyFood = List.of(BARE.about(FOOD), BARE.about(FOOD), BARE.about(FASHION), BARE.about(BEAUTY));
        assertThat(part("focus", mostlyFood).points()).isEqualTo(15);
    }

    @Test
    void one_hit_among_quiet_posts_is_not_steady() {
        List<PostSketch> even = List.of(BARE.likes(100), BARE.likes(100), BARE.likes(100), BARE.likes(100));
        List<PostSketch> hit = List.of(BARE.likes(100), BARE.likes(100), BARE.likes(100), BARE.likes(700));

        assertThat(part("steadiness", even)).isEqualTo(new Part("steadiness", 20, 20, 4));
        assertThat(part("steadiness", hit)).isEqualTo(new Part("steadiness", 8, 20, 4));
        assertThat(part("steadiness", Collections.nCopies(4, BARE.likes(0))).points()).isZero();
    }

    @Test
    void how_many_react_does_not_matter() {
        List<PostSketch> few = List.of(BARE.likes(1), BARE.likes(2), BARE.likes(3), BARE.likes(6));
        List<PostSketch> many = List.of(BARE.likes(1_000), BARE.likes(2_000), BARE.likes(3_000), BARE.likes(6_000));

        assertThat(quality(many)).isEqualTo(quality(few));
    }

    @Test
    void where_likes_are_hidden_views_count_and_else_comments() {
        Counts views = new Counts(Optional.empty(), Optional.empty(), Optional.of(9L), Optional.empty(), Optional.empty());

        assertThat(part("steadiness", List.of(BARE.likes(1), BARE.counts(views), BARE.counts(views), BARE.counts(views))))
                .isEqualTo(new Part("steadiness", 20, 20, 3));
        assertThat(part("steadiness", Collections.nCopies(5, BARE.comments(2)))).isEqualTo(new Part("steadiness", 20, 20, 5));
        assertThat(part("steadiness", List.of(BARE.comments(1), BARE.comments(2), BARE))).isEqualTo(new Part("steadiness", 10, 20, 0));
    }

    @Test
    void more_posts_in_the_same_time_never_lower_the_activity() {
        double[] points = IntStream.rangeClosed(3, 15).mapToObj(many -> everyDays(many, 28.0 / (many - 1)))
                .mapToDouble(posts -> part("activity", posts).points()).toArray();

        assertThat(points).isSorted().startsWith(1.667).endsWith(10, 10);
    }

    @Test
    void posts_of_one_minute_are_not_taken_for_thousands_a_week() {
        assertThat(part("activity", everyDays(3, 0.0001))).isEqualTo(new Part("activity", 6.667, 10, 3));
    }

    private static List<PostSketch> everyDays(int many, double days) {
        return IntStream.range(0, many).mapToObj(i -> BARE.at(Instant.EPOCH.plusSeconds(Math.round(i * days * 86_400)))).toList();
    }

    @Test
    void a_caption_says_what_stands_outside_of_links_and_tags() {
        assertThat(CaptionTally.says("")).isZero();
        assertThat(CaptionTally.says("Go, #sun!\u00a0@ana 2x https://example.org/long ✨ ＃tag ")).isEqualTo(4);
        assertThat(CaptionTally.says("公園へ行きました")).isEqualTo(24);
        assertThat(CaptionTally.says("안녕 наши")).isEqualTo(10);
    }

    private static Quality quality(List<PostSketch> posts) {
        return PostSketch.profile(posts).quality().orElseThrow().value();
    }

    private static Part part(String code, List<PostSketch> posts) {
        return quality(posts).parts().stream().filter(part -> part.code().equals(code)).findFirst().orElseThrow();
    }
}
