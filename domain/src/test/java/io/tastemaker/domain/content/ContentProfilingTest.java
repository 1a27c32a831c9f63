package io.tastemaker.domain.content;

import static io.tastemaker.domain.content.PostSketch.BARE;
import static io.tastemaker.domain.content.PostSketch.RULES;
import static io.tastemaker.domain.content.PostSketch.by;
import static io.tastemaker.domain.content.PostSketch.insteadOf;
import static io.tastemaker.domain.content.PostSketch.profile;
import static io.tastemaker.domain.shared.Category.BEAUTY;
import static io.tastemaker.domain.shared.Category.FASHION;
import static io.tastemaker.domain.shared.Category.FOOD;
import static io.tastemaker.domain.shared.Category.TRAVEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.content.ContentProfile.Moods;
import io.tastemaker.domain.content.ContentProfile.Rhythm;
import io.tastemaker.domain.content.ContentProfile.Spread;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentProfilingTest {

    private static final Model REMOTE = new Model(Model.Source.REMOTE, "models.example", "judge", "7");

    @Test
    void without_a_post_nothing_is_known() {
        ContentProfile profile = profile(List.of());

        assertThat(profile.basis()).isEqualTo(new ContentProfile.Basis(0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Map.of()));
        assertThat(profile.engagement()).isEqualTo(ContentProfile.Engagement.UNKNOWN);
        assertThat(Stream.of(profile.primaryCategory(), profile.categories(), profile.languages(), profile.mood(), profile.quality(),
                profile.rhythm())).allMatch(Optional::isEmpty);
        assertThat(profile.hashtags()).isEmpty();
        assertThat(profile.mentions()).isEmpty();
    }

    @Test
    void posts_that_say_nothing_are_counted_and_tell_nothing() {
        ContentProfile profile = profile(List.of(BARE, BARE.read(), BARE.read()));

        assertThat(profile.basis().posts()).isEqualTo(3);
        assertThat(profile.basis().analysed()).isEqualTo(2);
        assertThat(Stream.of(profile.primaryCategory(), profile.categories(), profile.languages(), profile.mood(), profile.rhythm()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void the_basis_says_who_read_the_posts_and_when_they_were_seen() {
        Instant later = PostSketch.SEEN.plusSeconds(60);
        ContentProfile profile = profile(List.of(
                BARE.at("2026-03-01T08:00:00Z").seen(later).feels(Sentiment.NEUTRAL, by(REMOTE)).in("en", 1),
                BARE.at("2026-01-01T08:00:00Z").feels(Sentiment.NEUTRAL, insteadOf(FallbackReason.TIMEOUT, RULES)).in("en", 1),
                BARE.about(Guess.none(), by(Model.DEFAULTS)), BARE));

        assertThat(profile.basis()).isEqualTo(new ContentProfile.Basis(4, 3, 1, Optional.of(Instant.parse("2026-01-01T08:00:00Z")),
                Optional.of(Instant.parse("2026-03-01T08:00:00Z")), Optional.of(PostSketch.SEEN), Optional.of(later),
                Map.of(REMOTE, 1, RULES, 2, Model.DEFAULTS, 1)));
    }

    @Test
    void each_post_has_one_vote_for_its_categories() {
        Guess<Category> mostlyFood = new Guess<>(List.of(new Guess.Likely<>(FOOD, 0.6), new Guess.Likely<>(TRAVEL, 0.2)));
        ContentProfile profile = profile(List.of(BARE.about(FOOD), BARE.about(mostlyFood, by(RULES)), BARE.about(BEAUTY),
                BARE.about(Guess.none(), by(RULES)), BARE.about(Guess.of(FASHION, 0), by(RULES)), BARE));

        assertThat(profile.categories()).contains(new Sampled<>(
                List.of(new Share<>(FOOD, 0.583, 2), new Share<>(BEAUTY, 0.333, 1), new Share<>(TRAVEL, 0.083, 1)), 3));
        assertThat(profile.primaryCategory()).as("found on two posts only").isEmpty();
    }

    @Test
    void the_primary_category_is_the_largest_that_is_large_enough() {
        List<PostSketch> food = Collections.nCopies(3, BARE.about(FOOD));

        assertThat(profile(food).primaryCategory()).contains(new Sampled<>(new Share<>(FOOD, 1, 3), 3));
        assertThat(profile(food.subList(0, 2)).primaryCategory()).isEmpty();
        assertThat(profile(Collections.nCopies(9, BARE.about(FOOD, TRAVEL, BEAUTY, FASHION))).primaryCategory())
                .contains(new Sampled<>(new Share<>(FASHION, 0.25, 9), 9));
        assertThat(profile(Collections.nCopies(9, BARE.about(FOOD, TRAVEL, BEAUTY, FASHION, Category.ART, Category.PETS))).primaryCategory())
                .isEmpty();
    }

    @Test
    void of_equal_categories_the_one_on_more_posts_comes_first() {
        ContentProfile profile = profile(List.of(BARE.about(BEAUTY), BARE.about(FOOD, TRAVEL), BARE.about(FOOD, TRAVEL)));

        assertThat(profile.categories().orElseThrow().value()).extracting(Share::value).containsExactly(FOOD, TRAVEL, BEAUTY);
    }

    @Test
    void a_post_counts_for_its_likeliest_language_when_that_is_likely_enough() {
        Guess<Language> either = new Guess<>(
                List.of(new Guess.Likely<>(new Language("pt"), 0.5), new Guess.Likely<>(new Language("es"), 0.5)));
        ContentProfile profile = profile(List.of(BARE.in("en", 0.9), BARE.in(either, by(RULES)), BARE.in("de", 0.499), BARE.in("en", 0.6),
                BARE.in(Guess.none(), by(RULES))));

        assertThat(profile.languages()).contains(new Sampled<>(
                List.of(new Share<>(new Language("en"), 0.667, 2), new Share<>(new Language("pt"), 0.333, 1)), 3));
    }

    @Test
    void the_mood_is_that_of_the_posts_that_were_read() {
        ContentProfile profile = profile(List.of(BARE.feels(Mood.POSITIVE, 0.8), BARE.feels(Mood.NEGATIVE, -0.5),
                BARE.feels(Mood.NEUTRAL, 0), BARE.feels(Mood.POSITIVE, 0.9), BARE));

        assertThat(profile.mood()).contains(new Sampled<>(new Moods(0.3, 0.5, 0.25, 0.25), 4));
    }

    @Test
    void what_nobody_could_read_does_not_count() {
        ContentProfile profile = profile(Collections.nCopies(5, BARE.feels(new Sentiment(Mood.NEUTRAL, 0, 1), by(Model.DEFAULTS))
                .in(Guess.of(new Language("en"), 1), by(Model.DEFAULTS)).about(Guess.of(FOOD, 1), by(Model.DEFAULTS))));

        assertThat(Stream.of(profile.categories(), profile.languages(), profile.mood())).allMatch(Optional::isEmpty);
        assertThat(profile.basis().analysed()).isEqualTo(5);
        assertThat(profile(List.of(BARE.feels(Sentiment.NEUTRAL, by(RULES)))).mood()).as("no confidence").isEmpty();
    }

    @Test
    void each_count_has_its_own_sample() {
        ContentProfile.Engagement engagement = profile(List.of(BARE.likes(10).comments(1), BARE.likes(40), BARE.likes(0).comments(4), BARE),
                Optional.of(100L)).engagement();

        assertThat(engagement.likes()).contains(new Sampled<>(new Spread(16.667, 10), 3));
        assertThat(engagement.comments()).contains(new Sampled<>(new Spread(2.5, 2.5), 2));
        assertThat(engagement.views()).isEmpty();
        assertThat(engagement.perPost()).contains(new Sampled<>(new Spread(0.075, 0.075), 2));
        assertThat(engagement.followers()).contains(100L);
    }

    @Test
    void without_followers_there_is_no_rate() {
        List<PostSketch> posts = List.of(BARE.likes(10).comments(1));

        assertThat(profile(posts).engagement().perPost()).isEmpty();
        assertThat(profile(posts, Optional.of(0L)).engagement().perPost()).isEmpty();
        assertThat(profile(posts, Optional.of(3L)).engagement().perPost()).contains(new Sampled<>(new Spread(3.666667, 3.666667), 1));
    }

    @Test
    void sums_of_extreme_counts_do_not_overflow() {
        Optional<Long> most = Optional.of(Counts.MOST);
        PostSketch extreme = BARE.counts(new Counts(most, most, most, most, most));
        ContentProfile.Engagement engagement = profile(Collections.nCopies(20_000, extreme), Optional.of(1L)).engagement();

        Spread spread = new Spread(Counts.MOST, Counts.MOST);
        assertThat(Stream.of(engagement.likes(), engagement.comments(), engagement.views(), engagement.shares(), engagement.saves()))
                .allSatisfy(known -> assertThat(known).contains(new Sampled<>(spread, 20_000)));
        assertThat(engagement.perPost()).contains(new Sampled<>(new Spread(2.0 * Counts.MOST, 2.0 * Counts.MOST), 20_000));
    }

    @Test
    void the_rhythm_is_that_of_the_dated_posts() {
        ContentProfile profile = profile(List.of(BARE.at("2026-03-16T18:30:00Z"), BARE.at("2026-03-02T09:00:00Z"), BARE,
                BARE.at("2026-03-04T09:59:59Z"), BARE.at("2026-03-02T23:00:00Z")));

        Rhythm rhythm = profile.rhythm().orElseThrow().value();
        assertThat(profile.rhythm().orElseThrow().sample()).isEqualTo(4);
        assertThat(rhythm.postsPerWeek()).isEqualTo(1.459);
        assertThat(rhythm.medianGap()).isEqualTo(Duration.parse("PT34H59M59S"));
        assertThat(rhythm.byDay()).containsEntry(DayOfWeek.MONDAY, 3).containsEntry(DayOfWeek.WEDNESDAY, 1)
                .containsEntry(DayOfWeek.SUNDAY, 0);
        assertThat(rhythm.byHour()).startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 2).endsWith(1, 0, 0, 0, 0, 1);
    }

    @Test
    void the_median_of_an_even_number_of_gaps_lies_between_the_middle_two() {
        ContentProfile profile = profile(List.of(BARE.at("2026-03-02T00:00:00Z"), BARE.at("2026-03-02T00:00:01Z"),
                BARE.at("2026-03-02T00:00:05Z")));

        assertThat(profile.rhythm().orElseThrow().value().medianGap()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void one_time_makes_no_rhythm() {
        PostSketch dated = BARE.at("2026-03-02T09:00:00Z");

        assertThat(profile(List.of(dated, BARE)).rhythm()).isEmpty();
        assertThat(profile(List.of(dated, dated, dated)).rhythm()).isEmpty();
    }

    @Test
    void the_first_and_the_last_time_of_all_make_a_rhythm() {
        ContentProfile profile = profile(List.of(BARE.at(Instant.MIN), BARE.at(Instant.MAX), BARE.at(Instant.EPOCH)));

        assertThat(profile.rhythm().orElseThrow().value().postsPerWeek()).isZero();
        assertThat(profile.rhythm().orElseThrow().value().byDay()).containsEntry(DayOfWeek.THURSDAY, 1);
    }

    @Test
    void the_hashtags_and_accounts_on_most_posts_are_named() {
        ContentProfile profile = profile(List.of(BARE.caption("#Sun #sea #sun with @ana"), BARE.caption("#sea"),
                BARE.caption("by @ana, @ben"), BARE));

        assertThat(profile.hashtags()).containsExactly(new Share<>("sea", 0.5, 2), new Share<>("sun", 0.25, 1));
        assertThat(profile.mentions()).containsExactly(new Share<>("ana", 0.5, 2), new Share<>("ben", 0.25, 1));
    }

    @Test
    void no_more_than_twenty_hashtags_are_named() {
        List<PostSketch> posts = IntStream.range(0, 30).mapToObj(i -> BARE.caption("#all #tag" + (char) ('a' + i % 26) + i)).toList();

        assertThat(profile(posts).hashtags()).hasSize(ContentProfiling.MOST_TAGS).startsWith(new Share<>("all", 1, 30));
    }

    @Test
    void a_hundred_thousand_posts_need_little_memory() throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("project.root", ".."), "domain", "target");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx40m",
                "-XX:TieredStopAtLevel=1", "-cp", target.resolve("classes") + File.pathSeparator + target.resolve("test-classes"),
                ManyPosts.class.getName(), "100000").redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("100000 #always");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_profile_in_between_does_not_disturb_the_next() {
        ContentProfiling profiling = new ContentProfiling();
        List<PostSketch> posts = List.of(BARE.likes(5).about(FOOD), BARE.likes(1).at("2026-03-02T09:00:00Z"), BARE.likes(9).caption("#a"));
        for (PostSketch post : posts) {
            profiling.profile(PostSketch.TEAM, PostSketch.TEAM, PostSketch.CREATOR, Optional.empty(), PostSketch.SEEN);
            profiling.feed(post.drawn());
        }

        assertThat(profiling.profile(PostSketch.TEAM, PostSketch.TEAM, PostSketch.CREATOR, Optional.empty(), PostSketch.SEEN))
                .isEqualTo(profile(posts));
    }
}
