package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Computes a creator's content profile: posts go in one by one, in any order, and the profile comes out. Of a post no more is kept than
 * seven numbers, and of hashtags and accounts 50,000 each; of more different ones, those are forgotten that are rare so far. Up to there
 * the order of the posts never shows in the profile.
 *
 * <p>A result does not count where nobody could read it ({@link Model#DEFAULTS}), nor where its analyst puts no confidence at all in it.
 * Shares, means and medians are rounded to thousandths, rates to six decimals, half away from zero.
 *
 * <ul>
 * <li><b>Categories.</b> Each post has one vote, spread over its categories in proportion to their confidence; a post without
 *     categories has none. The share of a category is its votes over all votes. The largest comes first; at equal votes the one found on
 *     more posts, then the one that comes first in {@link Category}.
 * <li><b>Primary category.</b> The first of these, if it was found on at least {@value #LEAST_POSTS} posts and has a share of at least
 *     {@value #LEAST_CATEGORY_SHARE}; otherwise there is none.
 * <li><b>Languages.</b> A post counts for its likeliest language, if that has a confidence of at least {@value #SURE_OF_LANGUAGE}. The
 *     share is over the posts that count. At equal shares the code decides.
 * <li><b>Mood.</b> The mean of the posts' scores, and the share of each label.
 * <li><b>Quality.</b> See {@link ContentQuality}.
 * <li><b>Engagement.</b> Mean and median of each count over the posts of which it is known, 0 included. Per post: (likes + comments) /
 *     followers, over the posts of which both are known, if the followers are known and not 0.
 * <li><b>Rhythm.</b> Of the posts that have a date, to the second, if not all have the same: posts a week = (dated posts - 1) /
 *     (last - first) in weeks; the median of the times from each post to the next; the number of posts for each day of the week and for
 *     each hour, in UTC. A source that gives days only puts all posts at hour 0.
 * <li><b>Hashtags and mentions.</b> The {@value #MOST_TAGS} that stand on most posts, each with its share of all posts; at equal numbers in
 *     the order of their characters.
 * </ul>
 */
public final class ContentProfiling {

    /** On how many posts at least something rests that a creator is known for. */
    public static final int LEAST_POSTS = 3;

    /** The least share of a category that a creator is known for. */
    public static final double LEAST_CATEGORY_SHARE = 0.2;

    /** The least confidence at which a post counts as written in a language. */
    public static final double SURE_OF_LANGUAGE = 0.5;

    /** How many hashtags, and how many accounts, a profile names at most. */
    public static final int MOST_TAGS = 20;

    private final BasisTally basis = new BasisTally();
    private final CategoryTally categories = new CategoryTally();
    private final LanguageTally languages = new LanguageTally();
    private final MoodTally moods = new MoodTally();
    private final EngagementTally engagement = new EngagementTally();
    private final RhythmTally rhythm = new RhythmTally();
    private final CaptionTally captions = new CaptionTally();

    /** Begins a profile, without any post. */
    public ContentProfiling() {}

    /**
     * Takes in a post.
     *
     * @param post one of the creator's, each only once
     */
    public void feed(AnalysedPost post) {
        PostDraft content = post.post().content();
        basis.add(post.post());
        engagement.add(content.counts());
        content.postedAt().ifPresent(rhythm::add);
        captions.add(content.caption());
        post.analysis().map(Analysis::reading).ifPresent(this::feed);
    }

    private void feed(Reading reading) {
        basis.add(reading);
        said(reading.sentiment()).filter(sentiment -> sentiment.confidence() > 0).ifPresent(moods::add);
        said(reading.language()).ifPresent(languages::add);
        said(reading.category()).ifPresent(categories::add);
    }

    private static <T> Optional<T> said(Optional<Attributed<T>> result) {
        return result.filter(known -> known.by().model().source() != Model.Source.DEFAULTS).map(Attributed::value);
    }

    /**
     * The profile that follows from the posts so far. More may be fed afterwards.
     *
     * @param owner whose view it is
     * @param creatorOwner whose record the creator is
     * @param creator the creator, of whom all posts are
     * @param followers how many follow, at least 0; empty when unknown
     * @param computedAt the time
     * @return the profile; without any post it says that nothing is known
     */
    public ContentProfile profile(TeamId owner, TeamId creatorOwner, CreatorId creator, Optional<Long> followers, Instant computedAt) {
        Optional<Sampled<List<Share<Category>>>> about = categories.shares();
        Optional<Sampled<ContentProfile.Moods>> mood = moods.moods();
        Optional<Sampled<ContentProfile.Rhythm>> often = rhythm.rhythm();
        ContentProfile.Engagement reactions = engagement.engagement(followers);
        return new ContentProfile(owner, creatorOwner, creator, computedAt, basis.basis(), about.flatMap(ContentProfiling::primary), about,
                languages.shares(), mood, new ContentQuality(captions.care(), mood, about, reactions, often).quality(), reactions, often,
                captions.hashtags(), captions.mentions());
    }

    private static Optional<Sampled<Share<Category>>> primary(Sampled<List<Share<Category>>> about) {
        return Optional.of(about.value().getFirst()).filter(ContentProfiling::isKnownFor)
                .map(share -> new Sampled<>(share, about.sample()));
    }

    private static boolean isKnownFor(Share<Category> share) {
        return share.share() >= LEAST_CATEGORY_SHARE && share.posts() >= LEAST_POSTS;
    }
}
