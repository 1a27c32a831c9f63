package io.tastemaker.application.exports;

import io.tastemaker.domain.exports.Export;
import java.util.Optional;

/**
 * A file that is handed out.
 *
 * @param export what it is
 * @param bytes its size
 * @param content where it is read
 */
public record HandedFile(Export export, long bytes, Content content) {

    /** The bytes, read piece by piece, so that however many there are little of them is in memory. */
    @FunctionalInterface
    public interface Content {
        /**
         * Reads a piece, outside of any transaction.
         *
         * @param number 0, 1, 2 and so on
         * @return its bytes; empty behind the last, and when the file was removed meanwhile
         */
        Optional<byte[]> piece(int number);
    }
}
