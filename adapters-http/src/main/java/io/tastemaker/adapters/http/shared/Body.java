package io.tastemaker.adapters.http.shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The body of an answer, plain and packed: it may be sent many times, and is packed once, when somebody wants it so. */
public final class Body {

    /** A shorter body is not worth the work. */
    private static final int LEAST_PACKED = 1_024;

    private final byte[] plain;
    private volatile byte[] packed;

    /**
     * A body.
     *
     * @param plain its bytes, which nobody changes any more
     */
    public Body(byte[] plain) {
        this.plain = plain;
    }

    /**
     * The body as it is.
     *
     * @return its bytes, not to be changed
     */
    public byte[] plain() {
        return plain;
    }

    /** Whether it is long enough to be worth packing. */
    boolean isPackable() {
        return plain.length > LEAST_PACKED;
    }

    /** The body in gzip. Two who want it first at once both pack it, to the same bytes. */
    byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = gzip(plain);
            packed = known;
        }
        return known;
    }

    /**
     * About how much memory it takes.
     *
     * @return the bytes of both forms, the packed one estimated on the large side
     */
    public int bytes() {
        return plain.length + plain.length / 2;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory is always there to be written to", impossible);
        }
        return packed.toByteArray();
    }
}
