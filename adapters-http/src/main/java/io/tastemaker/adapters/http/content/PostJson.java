package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.domain.content.AnalysedPost;
import io.tastemaker.domain.content.CaptionTags;
import io.tastemaker.domain.content.Counts;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A post, with what was read out of it.
 *
 * @param id the post
 * @param creatorId whose it is
 * @param scope team or catalogue
 * @param key the platform's id or short code
 * @param url where it stands
 * @param postedAt when it was published
 * @param caption what it says
 * @param hashtags its hashtags
 * @param mentions the accounts it mentions
 * @param likes likes
 * @param comments comments
 * @param views views
 * @param shares shares
 * @param saves bookmarks
 * @param raw columns that were kept as they came
 * @param source who said so last
 * @param observedAt when that was true
 * @param analysis what was read out of it
 */
record PostJson(
        UUID id,
        UUID creatorId,
        @About("team or catalogue") String scope,
        @About("The platform's id or short code, else a fingerprint of address or content") String key,
        Optional<String> url,
        Optional<Instant> postedAt,
        String caption,
        List<String> hashtags,
        List<String> mentions,
        Optional<Long> likes,
        Optional<Long> comments,
        Optional<Long> views,
        Optional<Long> shares,
        Optional<Long> saves,
        @About("What the source says besides") Map<String, String> raw,
        String source,
        Instant observedAt,
        @About("Null until it was read") Optional<AnalysisJson> analysis) {

    /** What was read, and when. */
    record AnalysisJson(ReadingJson results, @About("When it was read") Instant readAt) {}

    static PostJson of(AnalysedPost analysed) {
        Post post = analysed.post();
        Counts counts = post.content().counts();
        CaptionTags tags = CaptionTags.of(post.content().caption());
        return new PostJson(post.id().value(), post.creator().value(), post.owner().equals(TeamId.CATALOGUE) ? "catalogue" : "team",
                post.content().key(), post.content().url(), post.content().postedAt(), post.content().caption(), tags.hashtags(),
                tags.mentions(), counts.likes(), counts.comments(), counts.views(), counts.shares(), counts.saves(), post.content().raw(),
                post.source(), post.observedAt(),
                analysed.analysis().map(analysis -> new AnalysisJson(ReadingJson.of(analysis.reading()), analysis.at())));
    }
}
