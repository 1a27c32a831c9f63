package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How well made a creator's content is: {@value #FORMULA}, 0 to 100 points, the sum of six parts. It judges how somebody publishes, never
 * how many react: no part grows with likes, views or followers, so it is no engagement rate and knows no benchmarks of platforms.
 *
 * <p>Each part gives its most points times a mark from 0 to 1, rounded to thousandths. Marks are computed from the numbers that the profile
 * shows, as they are rounded there.
 *
 * <table>
 * <caption>The parts</caption>
 * <tr><th>part</th><th>most</th><th>mark</th><th>over</th></tr>
 * <tr><td>captions</td><td>{@value #CAPTIONS}</td><td>share of posts whose caption says something: at least {@value #LEAST_LETTERS}
 *     letters or digits outside of links, hashtags and mentions; a Chinese, Japanese or Korean sign counts as three</td>
 *     <td>all posts</td></tr>
 * <tr><td>tone</td><td>{@value #TONE}</td><td>1 - share of negative posts</td><td>posts whose mood was read</td></tr>
 * <tr><td>focus</td><td>{@value #FOCUS}</td><td>min(1, 2 × sum of the squared shares of the categories): two subjects alike are as good
 *     as one, four alike give half</td><td>posts whose categories were read</td></tr>
 * <tr><td>steadiness</td><td>{@value #STEADINESS}</td><td>the smaller of mean and median over the larger, of likes, else of views, else of
 *     comments; 0 when the mean is 0: a few hits among many failures drive them apart</td><td>posts that have the count</td></tr>
 * <tr><td>activity</td><td>{@value #ACTIVITY}</td><td>min(1, posts a week / {@value #FULL_ACTIVITY}), where a shorter span than a week is
 *     taken for a week</td><td>dated posts</td></tr>
 * <tr><td>hashtags</td><td>{@value #HASHTAGS}</td><td>share of captions with at most {@value #MOST_HASHTAGS} different hashtags</td>
 *     <td>posts with a caption</td></tr>
 * </table>
 *
 * <p>A part that rests on fewer than {@value #LEAST_POSTS} posts has no basis: it gives {@value #PRIOR} of its most, with a sample of 0.
 * Of fewer than {@value #LEAST_POSTS} posts at all there is no score.
 */
public final class ContentQuality {

    /** Name and version: another formula is another version, and scores of two versions are not compared. */
    public static final String FORMULA = "content_quality@1";

    /** On how many posts a part rests at least. */
    public static final int LEAST_POSTS = 3;

    /** The mark of a part that has no basis. */
    public static final double PRIOR = 0.5;

    /** The letters of a caption that says something. */
    public static final int LEAST_LETTERS = 40;

    /** The hashtags of a caption that is not stuffed with them. */
    public static final int MOST_HASHTAGS = 10;

    /** The posts a week from which on more do not count. */
    public static final int FULL_ACTIVITY = 3;

    /** The most points for captions. */
    public static final int CAPTIONS = 20;

    /** The most points for tone. */
    public static final int TONE = 20;

    /** The most points for focus. */
    public static final int FOCUS = 20;

    /** The most points for steadiness. */
    public static final int STEADINESS = 20;

    /** The most points for activity. */
    public static final int ACTIVITY = 10;

    /** The most points for hashtags. */
    public static final int HASHTAGS = 10;

    private final CaptionTally.Care care;
    private final Optional<Sampled<ContentProfile.Moods>> mood;
    private final Optional<Sampled<List<Share<Category>>>> categories;
    private final ContentProfile.Engagement engagement;
    private final Optional<Sampled<ContentProfile.Rhythm>> rhythm;

    ContentQuality(CaptionTally.Care care, Optional<Sampled<ContentProfile.Moods>> mood,
            Optional<Sampled<List<Share<Category>>>> categories, ContentProfile.Engagement engagement,
            Optional<Sampled<ContentProfile.Rhythm>> rhythm) {
        this.care = care;
        this.mood = mood;
        this.categories = categories;
        this.engagement = engagement;
        this.rhythm = rhythm;
    }

    Optional<Sampled<ContentProfile.Quality>> quality() {
        if (care.posts() < LEAST_POSTS) {
            return Optional.empty();
        }
        List<ContentProfile.Quality.Part> parts = List.of(
                part("captions", CAPTIONS, share(care.telling(), care.posts())),
                part("tone", TONE, mood.map(known -> new Sampled<>(1 - known.value().negative(), known.sample()))),
                part("focus", FOCUS, categories.map(known -> new Sampled<>(focus(known.value()), known.sample()))),
                part("steadiness", STEADINESS, steadiness()),
                part("activity", ACTIVITY, rhythm.map(known -> new Sampled<>(activity(known), known.sample()))),
                part("hashtags", HASHTAGS, share(care.sparing(), care.written())));
        BigDecimal score = parts.stream().map(part -> BigDecimal.valueOf(part.points())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(new Sampled<>(new ContentProfile.Quality(score.doubleValue(), FORMULA, parts), care.posts()));
    }

    private static ContentProfile.Quality.Part part(String code, int most, Optional<Sampled<Double>> mark) {
        return mark.filter(known -> known.sample() >= LEAST_POSTS)
                .map(known -> new ContentProfile.Quality.Part(code, Rounded.thousandths(most * known.value()), most, known.sample()))
                .orElse(new ContentProfile.Quality.Part(code, most * PRIOR, most, 0));
    }

    private static Optional<Sampled<Double>> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(new Sampled<>((double) part / whole, whole));
    }

    private static double focus(List<Share<Category>> shares) {
        return Math.min(1, 2 * shares.stream().mapToDouble(share -> share.share() * share.share()).sum());
    }

    private Optional<Sampled<Double>> steadiness() {
        return engagement.likes().filter(ContentQuality::isEnough)
                .or(() -> engagement.views().filter(ContentQuality::isEnough))
                .or(engagement::comments)
                .map(known -> new Sampled<>(steadiness(known.value()), known.sample()));
    }

    private static boolean isEnough(Sampled<?> sampled) {
        return sampled.sample() >= LEAST_POSTS;
    }

    private static double steadiness(ContentProfile.Spread spread) {
        double larger = Math.max(spread.mean(), spread.median());
        return larger == 0 ? 0 : Math.min(spread.mean(), spread.median()) / larger;
    }

    private static double activity(Sampled<ContentProfile.Rhythm> rhythm) {
        double withinAWeek = rhythm.sample() - 1;
        return Math.min(1, Math.min(rhythm.value().postsPerWeek(), withinAWeek) / FULL_ACTIVITY);
    }
}
