package io.tastemaker.adapters.integrations.creators;

import io.tastemaker.application.creators.out.Uploads;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** Uploads as files in a directory that belongs to this program alone. */
public final class DiskUploads implements Uploads {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String PART = ".part";

    private final Path directory;

    /**
     * Opens the directory, making it when needed, and clears what broken uploads left behind.
     *
     * @param directory where the files are kept
     */
    public DiskUploads(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*" + PART)) {
                for (Path part : parts) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where the file of a key is, in a directory of uploads. */
    static Path path(Path directory, String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no key of an upload: " + key);
        }
        return directory.resolve(key);
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    @Override
    public Kept keep(InputStream content, long mostBytes) {
        String key = UUID.randomUUID().toString().replace("-", "");
        Path part = directory.resolve(key + PART);
        try {
            MessageDigest hash = sha256();
            long bytes = write(content, mostBytes, part, hash);
            if (bytes > mostBytes) {
                return new Kept.TooLarge(mostBytes);
            }
            Files.move(part, path(directory, key), StandardCopyOption.ATOMIC_MOVE);
            return new Kept.Whole(key, bytes, HexFormat.of().formatHex(hash.digest()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            deleteFile(part);
        }
    }

    /** Copies until the end, or until one byte too many was seen; on the disk for good before it returns. */
    private static long write(InputStream content, long mostBytes, Path part, MessageDigest hash) throws IOException {
        try (FileOutputStream file = new FileOutputStream(part.toFile())) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    return bytes;
                }
                hash.update(buffer, 0, read);
                file.write(buffer, 0, read);
            }
            file.getFD().sync();
            return bytes;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void deleteFile(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void delete(String key) {
        deleteFile(path(directory, key));
    }
}
