package io.tastemaker.adapters.http.shared;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What the server needs to know.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param cursorKey signs cursors; at least 32 bytes, the same on every instance
 * @param uploads the folder that files are streamed to
 * @param uploadLimit the most bytes of an upload
 * @param heartbeat how long an event stream may be silent
 * @param bodyWindow how long a body may take to bring the next {@value Edge#LEAST_BYTES_PER_SECOND} bytes per second of it
 * @param version the program's version, for the documents
 * @param protection how it protects itself
 */
public record HttpSettings(
        String host, int port, byte[] cursorKey, Path uploads, long uploadLimit, Duration heartbeat, Duration bodyWindow, String version,
        Protection protection) {

    /** The default limit of an upload: 1 GB. */
    public static final long UPLOAD_LIMIT = 1L << 30;

    /** Checks that nothing is missing. */
    public HttpSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(uploads, "uploads");
        Objects.requireNonNull(protection, "protection");
        if (cursorKey.length < 32) {
            throw new IllegalArgumentException("the cursor key has at least 32 bytes");
        }
    }

    /**
     * Settings with the usual limits.
     *
     * @param host the address to listen on
     * @param port the port, 0 for any free one
     * @param cursorKey signs cursors; at least 32 bytes
     * @param uploads the folder that files are streamed to
     * @param version the program's version
     * @return uploads to 1 GB, a comment every 15 s, a body window of 3 s, and the usual protection
     */
    public static HttpSettings of(String host, int port, byte[] cursorKey, Path uploads, String version) {
        return new HttpSettings(
                host, port, cursorKey, uploads, UPLOAD_LIMIT, Duration.ofSeconds(15), Duration.ofSeconds(3), version,
                Protection.USUAL);
    }
}
