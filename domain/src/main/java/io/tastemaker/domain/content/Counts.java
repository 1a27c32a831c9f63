package io.tastemaker.domain.content;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a post got, each number 0 to {@link #MOST}; empty where it is unknown or hidden.
 *
 * @param likes likes
 * @param comments comments
 * @param views views or plays
 * @param shares shares
 * @param saves bookmarks
 */
public record Counts(Optional<Long> likes, Optional<Long> comments, Optional<Long> views, Optional<Long> shares, Optional<Long> saves) {

    /** More than anything was ever watched: no count is larger, so that sums of counts never overflow. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** Nothing is known. */
    public static final Counts UNKNOWN =
            new Counts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the ranges. */
    public Counts {
        if (Stream.of(likes, comments, views, shares, saves).flatMap(Optional::stream).anyMatch(count -> count < 0 || count > MOST)) {
            throw new IllegalArgumentException("a count is from 0 to " + MOST);
        }
    }

    boolean contradicts(Counts other) {
        return PostDraft.differ(likes, other.likes) || PostDraft.differ(comments, other.comments) || PostDraft.differ(views, other.views)
                || PostDraft.differ(shares, other.shares) || PostDraft.differ(saves, other.saves);
    }

    /**
     * These counts, and those of an older source where these say nothing.
     *
     * @param older what was known before
     * @return the newer of each
     */
    public Counts or(Counts older) {
        return new Counts(likes.or(older::likes), comments.or(older::comments), views.or(older::views), shares.or(older::shares),
                saves.or(older::saves));
    }
}
