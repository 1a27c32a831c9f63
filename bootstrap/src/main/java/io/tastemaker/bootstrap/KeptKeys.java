package io.tastemaker.bootstrap;

import io.tastemaker.application.shared.out.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Keys that the program makes for itself, once, and keeps in files that only their owner may read. */
final class KeptKeys {

    private final Path directory;
    private final Tokens tokens;

    KeptKeys(Path directory, Tokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /** The keys that are given, else the one of a name. */
    Stream<Secret> keys(List<Secret> given, String name) {
        return given.isEmpty() ? Stream.of(key(name)) : given.stream();
    }

    /** The key of a name: 256 random bits in base64url. */
    Secret key(String name) {
        Path file = directory.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file appears as a whole, or not at all; of two programs that make it at once, the second takes that of the first. */
    private void make(Path file) throws IOException {
        Files.createDirectories(directory);
        Path half = Files.createTempFile(directory, file.getFileName().toString(), ".half",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(half, tokens.next());
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException another) {
            // the key of the other program is as good
        } finally {
            Files.delete(half);
        }
    }
}
