package io.tastemaker.application.creators.out;

import java.io.InputStream;

/** Keeps uploaded files until they are worked off. Not to be used inside a transaction. */
public interface Uploads {

    /**
     * Keeps a file. It is there whole, or not at all.
     *
     * @param content read to its end; the caller closes it
     * @param mostBytes the greatest size allowed
     * @return the kept file, or that it is too large, and then nothing of it is kept
     */
    Kept keep(InputStream content, long mostBytes);

    /** What came of keeping a file. */
    sealed interface Kept {
        /**
         * It is kept.
         *
         * @param key names it from now on
         * @param bytes its size
         * @param sha256 the SHA-256 of its bytes in 64 lower-case hexadecimal digits
         */
        record Whole(String key, long bytes, String sha256) implements Kept {}

        /**
         * It is larger than allowed.
         *
         * @param mostBytes the greatest size allowed
         */
        record TooLarge(long mostBytes) implements Kept {}
    }

    /**
     * Deletes a file, if it is there.
     *
     * @param key the file
     */
    void delete(String key);
}
