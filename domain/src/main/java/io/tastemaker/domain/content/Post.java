package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PostId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A post of a creator.
 *
 * @param id the record's id
 * @param owner whose record it is: a team's, or the catalogue's for all; a team may know posts of a creator of the catalogue that others
 *     do not
 * @param creatorOwner whose record the creator is: the owner's own, or the catalogue's
 * @param creator who published it
 * @param content what it says and what it got; its key is unique for owner and creator
 * @param source who said so last, such as {@code import:posts.csv#41be90af} or {@code source:decodo}
 * @param observedAt when that was true
 */
public record Post(PostId id, TeamId owner, TeamId creatorOwner, CreatorId creator, PostDraft content, String source, Instant observedAt) {

    /** Checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public Post {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(source, "source");
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        if (!creatorOwner.equals(owner) && !creatorOwner.equals(TeamId.CATALOGUE)) {
            throw new IllegalArgumentException("a post belongs to a creator of its owner or of the catalogue");
        }
    }

    /**
     * Takes over what is said of the post: the later observation wins, what it leaves open stays as it was known, and an earlier one only
     * fills gaps. At one time the first that came stays.
     *
     * @param draft what is said, of the same key
     * @param from who says so
     * @param at when it was true
     * @return this post where nothing changed, else the post as it is known now
     */
    public Post learned(PostDraft draft, String from, Instant at) {
        boolean later = at.truncatedTo(ChronoUnit.MICROS).isAfter(observedAt);
        PostDraft merged = later ? merged(draft, content) : merged(content, draft);
        if (merged.equals(content) && !later) {
            return this;
        }
        return new Post(id, owner, creatorOwner, creator, merged, later ? from : source, later ? at : observedAt);
    }

    private static PostDraft merged(PostDraft first, PostDraft second) {
        Map<String, String> raw = new HashMap<>(second.raw());
        raw.putAll(first.raw());
        return new PostDraft(second.key(), first.url().or(second::url), first.postedAt().or(second::postedAt),
                first.caption().isEmpty() ? second.caption() : first.caption(), first.counts().or(second.counts()), raw);
    }
}
