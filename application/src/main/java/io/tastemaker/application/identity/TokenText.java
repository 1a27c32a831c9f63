package io.tastemaker.application.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of an opaque token: a prefix that says what it is for, and 43 characters of secret. Never logged, never stored. */
record TokenText(Kind kind, String secret) {

    /** What a token is for, so that none is taken for another and scanners find those that leak. */
    enum Kind {
        /** Continues a session. */
        REFRESH("rt_"),
        /** Came in a mail. */
        MAILED("mt_"),
        /** Waits for a second factor. */
        CHALLENGE("ct_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    static Optional<TokenText> read(Kind kind, String presented) {
        return presented.startsWith(kind.prefix) && SECRET.matcher(presented.substring(kind.prefix.length())).matches()
                ? Optional.of(new TokenText(kind, presented.substring(kind.prefix.length())))
                : Optional.empty();
    }

    String text() {
        return kind.prefix + secret;
    }

    /** SHA-256 in lower-case hex; the secret is 256 random bits, so a slow hash would add nothing. */
    String hash() {
        return HexFormat.of().formatHex(digest("SHA-256", text()));
    }

    /**
     * The next token, in a form that only the text of this one opens. A pad may be used once, and it is: each token has one successor.
     */
    String seal(TokenText successor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded(successor.secret().getBytes(StandardCharsets.US_ASCII)));
    }

    TokenText open(String sealed) {
        return new TokenText(kind, new String(padded(Base64.getUrlDecoder().decode(sealed)), StandardCharsets.US_ASCII));
    }

    private byte[] padded(byte[] text) {
        byte[] pad = digest("SHA-512", "successor of " + text());
        byte[] result = new byte[text.length];
        for (int place = 0; place < text.length; place++) {
            result[place] = (byte) (text[place] ^ pad[place]);
        }
        return result;
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + algorithm, missing);
        }
    }

    @Override
    public String toString() {
        return kind.prefix + "…";
    }
}
