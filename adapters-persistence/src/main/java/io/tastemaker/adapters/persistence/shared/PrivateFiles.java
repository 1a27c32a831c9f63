package io.tastemaker.adapters.persistence.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files that only their owner may read. */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /**
     * Makes a directory, unless there is one.
     *
     * @param directory which
     * @throws IOException when it cannot be made
     */
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            if (directory.toAbsolutePath().getParent() != null) {
                Files.createDirectories(directory.toAbsolutePath().getParent());
            }
            Files.createDirectory(directory, DIRECTORY);
        }
    }

    /**
     * Makes a file, or empties the one there is.
     *
     * @param file which
     * @return the file, open for writing
     * @throws IOException when it cannot be made
     */
    public static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING), FILE);
    }

    /**
     * Locks a file, which is made when it is not there.
     *
     * @param file which
     * @return holds the lock until it is closed; empty when another holds it
     * @throws IOException when it cannot be opened
     */
    public static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException held) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    /** Writes a file as a whole: readers see the old text or the new one. */
    static void write(Path file, String text) throws IOException {
        Path half = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".half", FILE);
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
