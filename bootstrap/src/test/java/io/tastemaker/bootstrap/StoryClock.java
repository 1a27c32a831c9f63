package io.tastemaker.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A time of its own that several processes share by a file: it goes on by itself, from wherever it was set last. */
record StoryClock(Path file) implements InstantSource {

    /** It is that moment now. */
    void set(Instant moment) {
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"),
                    Duration.between(Instant.now(), moment).toMillis() + "");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Instant instant() {
        try {
            return Instant.now().plusMillis(Long.parseLong(Files.readString(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
