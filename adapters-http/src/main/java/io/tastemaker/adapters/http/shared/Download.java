package io.tastemaker.adapters.http.shared;

import java.util.Optional;

/**
 * A file, sent piece by piece as it is read, so that however large it is little of it is in memory.
 *
 * @param name what it is called
 * @param contentType its media type
 * @param bytes its size
 * @param content where it is read
 */
public record Download(String name, String contentType, long bytes, Content content) implements Reply {

    /** Where a file is read. */
    @FunctionalInterface
    public interface Content {
        /**
         * Reads a piece.
         *
         * @param number 0, 1, 2 and so on
         * @return its bytes; empty behind the last
         */
        Optional<byte[]> piece(int number);
    }
}
