package io.tastemaker.adapters.http.shared;

import java.nio.file.Path;

/**
 * A file that came with a request. It is deleted after the call unless the handler moved it.
 *
 * @param file where it was streamed to
 * @param name the name the client gave it, without any folder
 * @param bytes its size
 * @param sha256 its checksum, in lower-case hexadecimal
 */
public record Upload(Path file, String name, long bytes, String sha256) {}
