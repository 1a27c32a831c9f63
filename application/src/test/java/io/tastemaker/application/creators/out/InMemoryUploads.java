package io.tastemaker.application.creators.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Uploads in memory. */
public final class InMemoryUploads implements Uploads {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicLong kept = new AtomicLong();

    @Override
    public Kept keep(InputStream content, long mostBytes) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                bytes.write(part, 0, read);
                if (bytes.size() > mostBytes) {
                    return new Kept.TooLarge(mostBytes);
                }
            }
            String key = "upload-" + kept.incrementAndGet();
            files.put(key, bytes.toByteArray());
            String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            return new Kept.Whole(key, bytes.size(), sha256);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void delete(String key) {
        files.remove(key);
    }

    /** How many files are kept. */
    public int size() {
        return files.size();
    }

    Optional<byte[]> read(String key) {
        return Optional.ofNullable(files.get(key));
    }
}
