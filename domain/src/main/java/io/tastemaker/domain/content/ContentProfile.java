package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Language;
import io.tastemaker.domain.shared.TeamId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What follows from a creator's posts. Whatever has no basis is empty; what has one says on how many posts it rests.
 *
 * @param owner whose view it is: a team's, over its own posts and the catalogue's, or the catalogue's
 * @param creatorOwner whose record the creator is
 * @param creator the creator
 * @param computedAt when it was computed
 * @param basis what it rests on
 * @param primaryCategory what most of the content is about
 * @param categories how the content is distributed over categories, the largest share first
 * @param languages in which languages it is, the largest share first
 * @param mood how it feels
 * @param quality how well made the content is
 * @param engagement how the audience reacts
 * @param rhythm how often is posted; unknown when posts have no dates
 * @param hashtags the most used hashtags, the most used first
 * @param mentions the most mentioned accounts, the most mentioned first
 */
public record ContentProfile(
        TeamId owner,
        TeamId creatorOwner,
        CreatorId creator,
        Instant computedAt,
        Basis basis,
        Optional<Sampled<Share<Category>>> primaryCategory,
        Optional<Sampled<List<Share<Category>>>> categories,
        Optional<Sampled<List<Share<Language>>>> languages,
        Optional<Sampled<Moods>> mood,
        Optional<Sampled<Quality>> quality,
        Engagement engagement,
        Optional<Sampled<Rhythm>> rhythm,
        List<Share<String>> hashtags,
        List<Share<String>> mentions) {

    /** Copies the lists, checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public ContentProfile {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(creatorOwner, "creatorOwner");
        Objects.requireNonNull(creator, "creator");
        computedAt = computedAt.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(engagement, "engagement");
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
    }

    /**
     * What a profile rests on.
     *
     * @param posts how many posts are known
     * @param analysed how many of them were read, empty captions included
     * @param fallbacks how many of these readings contain a fallback
     * @param firstPostAt when the earliest dated post was published
     * @param lastPostAt when the latest dated post was published
     * @param observedFrom the earliest time at which a post was seen as it is counted
     * @param observedTo the latest
     * @param models who read them, with the number of posts in which each took part
     */
    public record Basis(int posts, int analysed, int fallbacks, Optional<Instant> firstPostAt, Optional<Instant> lastPostAt,
            Optional<Instant> observedFrom, Optional<Instant> observedTo, Map<Model, Integer> models) {
        /** Copies the map. */
        public Basis {
            models = Map.copyOf(models);
        }
    }

    /**
     * How the content feels.
     *
     * @param meanScore the mean of the posts' scores, -1 to 1, in thousandths
     * @param positive the share of positive posts, 0 to 1
     * @param neutral the share of neutral ones
     * @param negative the share of negative ones
     */
    public record Moods(double meanScore, double positive, double neutral, double negative) {}

    /**
     * How well made the content is, by a published formula.
     *
     * @param score 0 to 100, the sum of the parts
     * @param formula the name and version of the formula, such as {@code content_quality@1}
     * @param parts what each part contributed, in the order of the formula
     */
    public record Quality(double score, String formula, List<Part> parts) {
        /** Copies the list. */
        public Quality {
            parts = List.copyOf(parts);
        }

        /**
         * One part of a quality score.
         *
         * @param code what is looked at
         * @param points what it contributed
         * @param most the most it can contribute
         * @param sample on how many posts it rests; 0 when there is no basis, and then a published share of the most is given
         */
        public record Part(String code, double points, double most, int sample) {}
    }

    /**
     * How the audience reacts to a post.
     *
     * @param likes likes
     * @param comments comments
     * @param views views
     * @param shares shares
     * @param saves bookmarks
     * @param perPost (likes + comments) of a post over followers, where both and the followers are known; a fraction
     * @param followers the followers that were counted with
     */
    public record Engagement(Optional<Sampled<Spread>> likes, Optional<Sampled<Spread>> comments, Optional<Sampled<Spread>> views,
            Optional<Sampled<Spread>> shares, Optional<Sampled<Spread>> saves, Optional<Sampled<Spread>> perPost,
            Optional<Long> followers) {

        /** Nothing is known. */
        public static final Engagement UNKNOWN = new Engagement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The middle of some numbers.
     *
     * @param mean the arithmetic mean
     * @param median the median; the mean of the middle two when their number is even
     */
    public record Spread(double mean, double median) {}

    /**
     * How often is posted. Times are in UTC.
     *
     * @param postsPerWeek posts a week between the first and the last dated post
     * @param medianGap the median time between two posts
     * @param byDay the number of posts of each day of the week
     * @param byHour the number of posts of each hour of the day, 24 numbers
     */
    public record Rhythm(double postsPerWeek, Duration medianGap, Map<DayOfWeek, Integer> byDay, List<Integer> byHour) {
        /** Copies the collections. */
        public Rhythm {
            byDay = Map.copyOf(byDay);
            byHour = List.copyOf(byHour);
            if (byHour.size() != 24) {
                throw new IllegalArgumentException("a day has 24 hours");
            }
        }
    }
}
