package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program that profiles a creator of very many posts, each with tags of its own, to be run in little memory. */
final class ManyPosts {

    private static final PostSketch PLAIN = PostSketch.BARE.likes(3).comments(1).feels(Mood.POSITIVE, 0.5).in("en", 1)
            .about(Category.FOOD);

    private ManyPosts() {}

    /** Prints how many posts the profile knows, and its first hashtag; the first argument is the number of posts. */
    public static void main(String[] arguments) {
        ContentProfiling profiling = new ContentProfiling();
        IntStream.range(0, Integer.parseInt(arguments[0])).mapToObj(ManyPosts::post).forEach(profiling::feed);
        ContentProfile profile =
                profiling.profile(PostSketch.TEAM, PostSketch.TEAM, PostSketch.CREATOR, Optional.of(1_000L), PostSketch.SEEN);
        System.out.print(profile.basis().posts() + " #" + profile.hashtags().getFirst().value());
    }

    private static AnalysedPost post(int number) {
        String tags = IntStream.range(0, 5).mapToObj(i -> "#word" + number + "x" + i).collect(Collectors.joining(" "));
        Counts views = new Counts(Optional.of((long) number), Optional.of(1L), Optional.of(2L), Optional.of(3L), Optional.of(4L));
        return PLAIN.caption("#always by @someone " + tags).counts(views).at(PostSketch.SEEN.minus(Duration.ofHours(number))).drawn();
    }
}
