package io.tastemaker.application.operations.out;

import java.util.Optional;

/** One sealed text that says nothing, kept to learn whether the keys still fit. Runs inside platform transactions. */
public interface SecretSamples {

    /**
     * The sample of this store.
     *
     * @return as it was sealed, or empty before there is one
     */
    Optional<byte[]> find();

    /**
     * Keeps a sample, unless there is one.
     *
     * @param sealed a sealed text
     * @return the one that is kept: this one, or the one that was there
     */
    byte[] keepFirst(byte[] sealed);
}
