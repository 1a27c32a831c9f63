package io.tastemaker.adapters.integrations.exports;

import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.domain.exports.Cell;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files in a directory that belongs to this program alone. */
public final class DiskExportFiles implements ExportFiles {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String DRAFT = ".draft";

    private final Path directory;

    /**
     * Opens the directory, making it when needed.
     *
     * @param directory where the files are kept; that of uploads, so that what removes the uploads of a closed team finds its exports, too
     */
    public DiskExportFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Draft begin(String key, Layout layout) {
        try {
            return new DiskDraft(path(key), layout);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<byte[]> findPiece(String key, int number) {
        Path path = path(key);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = (long) number * PIECE;
            if (from >= file.length() && number > 0) {
                return Optional.empty();
            }
            byte[] piece = new byte[(int) Math.min(PIECE, file.length() - from)];
            file.seek(from);
            file.readFully(piece);
            return Optional.of(piece);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
            Files.deleteIfExists(draft(path(key)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path path(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("no key of a file: " + key);
        }
        return directory.resolve(key);
    }

    private static Path draft(Path path) {
        return path.resolveSibling(path.getFileName() + DRAFT);
    }

    private static final class DiskDraft implements Draft {
        private final Path path;
        private final int columns;
        private final FileOutputStream file;
        private final Counted counted;
        private final DigestOutputStream hashed;
        private final RowWriter rows;

        DiskDraft(Path path, Layout layout) throws IOException {
            this.path = path;
            this.columns = layout.columns().size();
            Files.deleteIfExists(path);
            this.file = new FileOutputStream(draft(path).toFile());
            this.counted = new Counted(new BufferedOutputStream(file, PIECE));
            this.hashed = new DigestOutputStream(counted, sha256());
            this.rows = rows(layout);
        }

        private RowWriter rows(Layout layout) throws IOException {
            return switch (layout.format()) {
                case CSV -> new CsvRows(text(), layout.byteOrderMark(), layout.columns());
                case JSON_LINES -> new JsonRows(text(), layout.columns());
                case XLSX -> new WorkbookRows(hashed, layout.columns());
            };
        }

        private Writer text() {
            return new BufferedWriter(new OutputStreamWriter(hashed, StandardCharsets.UTF_8));
        }

        @Override
        public void add(List<Cell> cells) {
            if (cells.size() != columns) {
                throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
            }
            try {
                rows.add(cells);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public long bytes() {
            return counted.bytes;
        }

        @Override
        public Whole finish() {
            try {
                rows.end();
                hashed.flush();
                file.getFD().sync();
                file.close();
                Files.move(draft(path), path, StandardCopyOption.ATOMIC_MOVE);
                return new Whole(counted.bytes, HexFormat.of().formatHex(hashed.getMessageDigest().digest()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                file.close();
                Files.deleteIfExists(draft(path));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }
    }

    /** Counts what passes. */
    private static final class Counted extends OutputStream {
        private final OutputStream target;
        private long bytes;

        Counted(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int unit) throws IOException {
            target.write(unit);
            bytes++;
        }

        @Override
        public void write(byte[] units, int from, int count) throws IOException {
            target.write(units, from, count);
            bytes += count;
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
