package io.tastemaker.application.exports.out;

import io.tastemaker.domain.exports.Cell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Files in memory: a line of the names of the columns and a line of the cells for each row, whatever the format is called. */
public final class InMemoryExportFiles implements ExportFiles {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicReference<Runnable> betweenRows = new AtomicReference<>(() -> {});

    /** Lets something happen whenever a row is written. */
    public void betweenRows(Runnable happens) {
        betweenRows.set(happens);
    }

    /** How many files there are. */
    public int size() {
        return files.size();
    }

    @Override
    public Draft begin(String key, Layout layout) {
        files.remove(key);
        StringBuilder text = new StringBuilder(layout.format() + " " + layout.byteOrderMark() + " " + layout.columns() + "\n");
        return new Draft() {
            @Override
            public void add(List<Cell> cells) {
                if (cells.size() != layout.columns().size()) {
                    throw new IllegalArgumentException(cells.size() + " cells for " + layout.columns().size() + " columns");
                }
                text.append(cells).append("\n");
                betweenRows.get().run();
            }

            @Override
            public long bytes() {
                return text.length();
            }

            @Override
            public Whole finish() {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                files.put(key, bytes);
                return new Whole(bytes.length, sha256(bytes));
            }

            @Override
            public void close() {
                text.setLength(0);
            }
        };
    }

    @Override
    public Optional<byte[]> findPiece(String key, int number) {
        byte[] bytes = files.getOrDefault(key, new byte[0]);
        long from = (long) number * PIECE;
        return from < bytes.length ? Optional.of(Arrays.copyOfRange(bytes, (int) from, (int) Math.min(bytes.length, from + PIECE))) : Optional.empty();
    }

    @Override
    public void delete(String key) {
        files.remove(key);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
