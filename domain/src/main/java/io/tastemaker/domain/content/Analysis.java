package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.PostId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What was read out of a post.
 *
 * @param post which post
 * @param text the {@linkplain #fingerprint fingerprint} of the text that was read; another text makes the analysis outdated
 * @param reading the results with their origins
 * @param at when it was read
 */
public record Analysis(PostId post, String text, Reading reading, Instant at) {

    /** How long a result of a model is taken for what the model would say now. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** Checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public Analysis {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reading, "reading");
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What was read out of a post as it is now.
     *
     * @param post the post
     * @param reading the results
     * @param at when it was read
     * @return the analysis
     */
    public static Analysis of(Post post, Reading reading, Instant at) {
        return new Analysis(post.id(), fingerprint(post.content().caption()), reading, at);
    }

    /**
     * Whether the analysis still stands for a text: it was made of this text, by the chosen analysts, within the {@link #LIFETIME}.
     *
     * @param caption the text
     * @param now the time
     * @return false when the text is to be read again
     */
    public boolean isFresh(String caption, Instant now) {
        return !reading.isFallback() && at.plus(LIFETIME).isAfter(now) && text.equals(fingerprint(caption));
    }

    /**
     * Names a text.
     *
     * @param caption any text
     * @return the first 32 hexadecimal digits of the SHA-256 of its UTF-8 bytes
     */
    public static String fingerprint(String caption) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(caption.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
