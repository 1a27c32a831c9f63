package io.tastemaker.domain.content;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a file or a source says of a post.
 *
 * @param key names the post among those of its creator: the platform's id or short code, else a hash of its content
 * @param url where it stands
 * @param postedAt when it was published; unknown in many files
 * @param caption its text, empty when it has none; hashtags that a source gives apart stand at its end
 * @param counts what it got
 * @param raw what a source says besides, as text by name; shown, never computed with
 */
public record PostDraft(
        String key, Optional<String> url, Optional<Instant> postedAt, String caption, Counts counts, Map<String, String> raw) {

    /** The longest key, in characters. */
    public static final int MOST_KEY = 200;

    /** Copies the map, checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public PostDraft {
        Objects.requireNonNull(url, "url");
        postedAt = postedAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(counts, "counts");
        raw = Map.copyOf(raw);
        if (key.isBlank() || key.length() > MOST_KEY) {
            throw new IllegalArgumentException("a key has 1 to " + MOST_KEY + " characters");
        }
    }

    /**
     * Whether another draft says something else of the post than this one: another text, time or count where both say one.
     *
     * @param other of the same key
     * @return false where they agree, or only one of them says anything
     */
    public boolean contradicts(PostDraft other) {
        return !caption.isEmpty() && !other.caption.isEmpty() && !caption.equals(other.caption)
                || differ(postedAt, other.postedAt) || counts.contradicts(other.counts);
    }

    static <T> boolean differ(Optional<T> one, Optional<T> another) {
        return one.isPresent() && another.isPresent() && !one.equals(another);
    }
}
