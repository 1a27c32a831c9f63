package io.tastemaker.domain.content;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A post with what was read out of it.
 *
 * @param post the post
 * @param analysis what was read out of its present text; empty when that was never read
 */
public record AnalysedPost(Post post, Optional<Analysis> analysis) {

    /** Lets go of what was read out of another text. */
    public AnalysedPost {
        Objects.requireNonNull(post, "post");
        analysis = analysis.filter(known -> known.text().equals(Analysis.fingerprint(post.content().caption())));
    }

    /**
     * Whether it need not be read again.
     *
     * @param now the time
     * @return true when there is an analysis of its present text by the chosen analysts that still stands
     */
    public boolean isFresh(Instant now) {
        return analysis.map(known -> known.isFresh(post.content().caption(), now)).orElse(false);
    }
}
