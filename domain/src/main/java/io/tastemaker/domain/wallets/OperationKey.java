package io.tastemaker.domain.wallets;

import io.tastemaker.domain.shared.TeamId;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * Names an operation on a wallet, so that a repeat of it finds what the first one was answered. Prefixes keep those who give keys apart.
 *
 * @param text prefix and name, 3 to 1,000 characters
 */
public record OperationKey(String text) {

    private static final String ONCE = "o:";

    private static final int MOST_LENGTH = 1_000;

    /** Checks the length. */
    public OperationKey {
        Objects.requireNonNull(text, "text");
        if (text.length() < 3 || text.length() > MOST_LENGTH) {
            throw new IllegalArgumentException("an operation's key has 3 to 1,000 characters: " + text.length());
        }
    }

    /**
     * The key of a client's request.
     *
     * @param route where it was sent, such as {@code POST /creators/{creator_id}/unlock}
     * @param key the client's own key, 1 to 255 characters
     * @return the key
     */
    public static OperationKey ofClient(String route, String key) {
        if (key.isEmpty() || key.length() > 255) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 characters: " + key.length());
        }
        return new OperationKey("c:" + route + ":" + key);
    }

    /**
     * The key of a request that cannot be repeated as such.
     *
     * @param id a new id
     * @return the key
     */
    public static OperationKey once(UUID id) {
        return new OperationKey(ONCE + id);
    }

    /**
     * The key of a grant: its source, so that nothing is granted twice.
     *
     * @param source the lot's source
     * @return the key
     */
    public static OperationKey ofGrant(String source) {
        return new OperationKey("g:" + source);
    }

    /**
     * The key under which commit and release settle a hold: whichever comes first wins.
     *
     * @param reserved the hold's key
     * @return the key
     */
    public static OperationKey settling(OperationKey reserved) {
        return derived("s:", reserved.text);
    }

    /**
     * The key of a refund, a clawback or another change that somebody names.
     *
     * @param name what names it, such as a refund's id
     * @return the key
     */
    public static OperationKey ofReversal(String name) {
        return new OperationKey("r:" + name);
    }

    /**
     * The key of another attempt at what came to nothing under a key.
     *
     * @param failed the key of the attempt before
     * @return the key
     */
    public static OperationKey again(OperationKey failed) {
        return derived("a:", failed.text);
    }

    /**
     * The key of one matter under a client's key: used for another matter, the client's key names another operation.
     *
     * @param key the client's
     * @param matter what is paid for, in a form that is equal for equal matters
     * @return a key that is equal for equal keys and matters
     */
    public static OperationKey about(OperationKey key, String matter) {
        return derived("m:" + new Digest().add(matter).hex().substring(0, 32) + ":", key.text);
    }

    /** The key under which a hold lapses; a lot of the same name has another. */
    static OperationKey ofLapse(OperationKey reserved) {
        return derived("x:hold:", reserved.text);
    }

    /** The key under which a lot ends. */
    static OperationKey ofExpiry(String source) {
        return derived("x:lot:", source);
    }

    /** A key that follows from another name. Every name has one: of a name that leaves no room for the prefix, its SHA-256 counts. */
    private static OperationKey derived(String prefix, String name) {
        boolean fits = prefix.length() + name.length() <= MOST_LENGTH;
        return new OperationKey(prefix + (fits ? name : "sha256:" + new Digest().add(name).hex()));
    }

    /**
     * Whether somebody may send it again, and must then be answered as before.
     *
     * @return false for a request that cannot be repeated as such
     */
    public boolean isRepeatable() {
        return !text.startsWith(ONCE);
    }

    /**
     * The id of the operation. It follows from wallet and key, so that uniqueness of the one is uniqueness of the other.
     *
     * @param team the wallet's owner
     * @return the first 128 bits of the SHA-256 over both, but for the six that say that it is a UUID of version 8 (RFC 9562)
     */
    public UUID operation(TeamId team) {
        ByteBuffer hash = ByteBuffer.wrap(new Digest().add(team.value()).add(text).bytes());
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    @Override
    public String toString() {
        return text;
    }
}
