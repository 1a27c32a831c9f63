package io.tastemaker.adapters.persistence.shared;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once from the archive on the classpath. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks the programs unless that was done before.
     *
     * @param directory where to
     * @return the folder that holds {@code bin} and {@code lib}
     */
    static Path unpack(Path directory) throws IOException {
        String archive = "/postgres-" + system() + "-" + machine() + ".txz";
        URL packed = PostgresBinaries.class.getResource(archive);
        if (packed == null) {
            throw new IOException("no PostgreSQL for this machine comes along (" + archive + "); name a database with TASTEMAKER_DATABASE_URL");
        }
        Path unpacked = directory.resolve("postgres-%08x".formatted(checksum(packed)));
        if (!Files.isDirectory(unpacked)) {
            Files.createDirectories(directory);
            Path half = Files.createTempDirectory(directory, "unpacking-");
            try (InputStream in = new BufferedInputStream(packed.openStream());
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, half);
                }
            }
            Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
        return unpacked;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path path = directory.resolve(entry.getName()).normalize();
        if (!path.startsWith(directory)) {
            throw new IOException("an entry of the archive points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** A jar knows the checksum of what is in it, so that the archive is read only to be unpacked. */
    private static long checksum(URL packed) throws IOException {
        if (packed.openConnection() instanceof JarURLConnection inJar) {
            return inJar.getJarEntry().getCrc();
        }
        CRC32 checksum = new CRC32();
        try (InputStream in = packed.openStream()) {
            checksum.update(in.readAllBytes());
        }
        return checksum.getValue();
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String machine() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
