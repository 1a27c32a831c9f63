package io.tastemaker.adapters.http.shared;

/**
 * A body that somebody signed, as it came.
 *
 * @param bytes what was sent, whatever it is
 * @param signature the header that signs it; empty text when there was none
 */
public record SignedBody(byte[] bytes, String signature) {
    /** Shows neither. */
    @Override
    public String toString() {
        return "SignedBody[" + bytes.length + " bytes]";
    }
}
