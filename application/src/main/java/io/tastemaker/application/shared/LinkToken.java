package io.tastemaker.application.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token of a link in a letter to somebody without an account: a prefix by which scanners find those that leak and by which its page knows what it
 * leads to, and 43 characters of secret. Never logged or stored.
 *
 * @param kind where it leads
 * @param secret 43 characters of base64url
 */
public record LinkToken(Kind kind, String secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Where a link leads. */
    public enum Kind {
        /** To an invitation into a campaign. */
        INVITATION("rl_"),
        /** To an invitation to a proposal. */
        PROPOSAL("pl_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * Reads a token.
     *
     * @param kind where it should lead
     * @param presented any text
     * @return the token; empty when it is none of the kind
     */
    public static Optional<LinkToken> read(Kind kind, String presented) {
        return Optional.of(presented).filter(text -> text.startsWith(kind.prefix)).map(text -> text.substring(kind.prefix.length()))
                .filter(secret -> SECRET.matcher(secret).matches()).map(secret -> new LinkToken(kind, secret));
    }

    /**
     * As it is mailed.
     *
     * @return prefix and secret
     */
    public String text() {
        return kind.prefix + secret;
    }

    /**
     * As it is kept. The secret is 256 random bits, so a slow hash would add nothing.
     *
     * @return SHA-256 in lower-case hex
     */
    public String hash() {
        return sha256(text());
    }

    /**
     * How an address is kept that nobody writes to again.
     *
     * @param canonical the address in its canonical form
     * @return SHA-256 in lower-case hex
     */
    public static String hashOfAddress(String canonical) {
        return sha256("address:" + canonical);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public String toString() {
        return kind.prefix + "…";
    }
}
