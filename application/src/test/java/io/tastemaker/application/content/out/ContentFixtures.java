package io.tastemaker.application.content.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.content.Analysis;
import io.tastemaker.domain.content.Attributed;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Guess;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.content.Mood;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostDraft;
import io.tastemaker.domain.content.ProducedBy;
import io.tastemaker.domain.content.Reading;
import io.tastemaker.domain.content.Sampled;
import io.tastemaker.domain.content.Sentiment;
import io.tastemaker.domain.content.Share;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Posts, readings and profiles to test with. */
public final class ContentFixtures {

    /** Reads by rules. */
    public static final Model RULES = new Model(Model.Source.RULE_BASED, "tastemaker", "rules", "1");
    /** Reads elsewhere. */
    public static final Model JUDGE = new Model(Model.Source.REMOTE, "models.example", "org/judge \"7B\"", "7");

    private ContentFixtures() {}

    /** A post of which everything is known, with text that breaks careless storing. */
    public static Post full(TeamId owner, Creator creator, String key) {
        return post(owner, creator, new PostDraft(key, Optional.of("https://example.org/p/" + key + "?a='b'"),
                Optional.of(NOON.minusSeconds(3_600).plusNanos(123_456_789)), "Sea \"and\" sun ☀️\n#sun {} \\ NULL, @ana",
                new Counts(Optional.of(0L), Optional.of(1L), Optional.of(Counts.MOST), Optional.of(3L), Optional.of(4L)),
                Map.of("labels", "['Sky', \"Sea\"]", "", "🌱", "a\\b", "")));
    }

    /** A post of which nothing is known but its text. */
    public static Post bare(TeamId owner, Creator creator, String key) {
        return post(owner, creator, new PostDraft(key, Optional.empty(), Optional.empty(), "", Counts.UNKNOWN, Map.of()));
    }

    /** A post that was published at a time. */
    public static Post dated(TeamId owner, Creator creator, String key, Instant at) {
        return post(owner, creator, new PostDraft(key, Optional.empty(), Optional.of(at), "", Counts.UNKNOWN, Map.of()));
    }

    private static Post post(TeamId owner, Creator creator, PostDraft content) {
        return new Post(new PostId(SeededIds.next()), owner, creator.owner(), creator.id(), content, "import:\"posts\".csv#41be90af",
                NOON.plusNanos(1_999));
    }

    /** The same post with other content. */
    public static Post saying(Post post, PostDraft content) {
        return new Post(post.id(), post.owner(), post.creatorOwner(), post.creator(), content, "source:other",
                post.observedAt().plusSeconds(1));
    }

    /** Everything was read, by two analysts. */
    public static Reading reading(double score) {
        ProducedBy judge = new ProducedBy(JUDGE, Duration.ofNanos(1_234_000), Optional.empty());
        ProducedBy rules = new ProducedBy(RULES, Duration.ZERO, Optional.of(FallbackReason.TIMEOUT));
        return new Reading(Optional.of(new Attributed<>(new Sentiment(Mood.POSITIVE, score, 0.1 + 0.2), judge)),
                Optional.of(new Attributed<>(new Guess<>(List.of(new Guess.Likely<>(new Language("pt"), 0.75),
                        new Guess.Likely<>(new Language("fil"), 0.25))), rules)),
                Optional.of(new Attributed<>(Guess.<Category>none(), rules)));
    }

    /** What was read out of a post. */
    public static Analysis analysis(Post post, double score) {
        return Analysis.of(post, reading(score), NOON.plusNanos(1_999));
    }

    /** A profile of which everything is known. */
    public static ContentProfile profile(TeamId owner, Creator creator, Instant computedAt, int posts) {
        List<Share<Category>> categories = List.of(new Share<>(Category.FOOD, 0.7, 7), new Share<>(Category.TRAVEL, 0.1 + 0.2, 3));
        ContentProfile.Spread spread = new ContentProfile.Spread(1.0 / 3, 2);
        Optional<Sampled<ContentProfile.Spread>> known = Optional.of(new Sampled<>(spread, posts));
        return new ContentProfile(owner, creator.owner(), creator.id(), computedAt,
                new ContentProfile.Basis(posts, 9, 2, Optional.of(NOON.minusSeconds(9_000_000)), Optional.of(NOON),
                        Optional.of(NOON.plusNanos(1_000)),
                        Optional.of(NOON.plusSeconds(1)), Map.of(RULES, 4, JUDGE, 5)),
                Optional.of(new Sampled<>(categories.getFirst(), 10)), Optional.of(new Sampled<>(categories, 10)),
                Optional.of(new Sampled<>(List.of(new Share<>(new Language("pt"), 1, 9)), 9)),
                Optional.of(new Sampled<>(new ContentProfile.Moods(-0.123, 0.5, 0.25, 0.25), 8)),
                Optional.of(new Sampled<>(new ContentProfile.Quality(61.5, "content_quality@1",
                        List.of(new ContentProfile.Quality.Part("care", 1.5, 20, 10),
                                new ContentProfile.Quality.Part("rhythm", 60, 80, 0))), 10)),
                new ContentProfile.Engagement(known, known, Optional.empty(), known, Optional.empty(), known, Optional.of(84_500L)),
                Optional.of(new Sampled<>(new ContentProfile.Rhythm(3.142, Duration.ofMillis(86_400_500),
                        Map.of(DayOfWeek.MONDAY, 9, DayOfWeek.SUNDAY, 1), IntStream.range(0, 24).boxed().toList()), 10)),
                List.of(new Share<>("sun\"", 0.9, 9)), List.of(new Share<>("ana.verde", 0.1, 1)));
    }

    /** A profile of which nothing is known. */
    public static ContentProfile silent(TeamId owner, Creator creator, Instant computedAt) {
        return new ContentProfile(owner, creator.owner(), creator.id(), computedAt,
                new ContentProfile.Basis(0, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ContentProfile.Engagement.UNKNOWN,
                Optional.empty(), List.of(), List.of());
    }
}
