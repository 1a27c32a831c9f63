package io.tastemaker.domain.operations;

import java.util.Objects;

/**
 * The end of a team's audit log, kept apart from its entries so that nobody can cut off the last ones unseen.
 *
 * @param seq the number of the last entry, 0 before the first
 * @param hash its hash, 64 hexadecimal digits
 */
public record AuditHead(long seq, String hash) {

    /** Where every log begins. */
    public static final AuditHead START = new AuditHead(0, "0".repeat(64));

    /** Checks that there is a hash. */
    public AuditHead {
        Objects.requireNonNull(hash, "hash");
    }
}
