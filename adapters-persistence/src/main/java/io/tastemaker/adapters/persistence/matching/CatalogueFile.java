package io.tastemaker.adapters.persistence.matching;

import io.tastemaker.adapters.persistence.creators.CreatorFeed;
import io.tastemaker.adapters.persistence.shared.HistoryMark;
import io.tastemaker.adapters.persistence.shared.PrivateFiles;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.Candidate;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.CatalogueVersion;
import io.tastemaker.domain.matching.Columns;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The columns of the shared catalogue in a file beside the data, so that a program that starts need not read every creator from the
 * store. The store alone is the truth: the file can be deleted at any time, and one that is damaged, of another version or of another
 * store is as good as none. It is replaced as a whole, so that several programs may use one directory.
 */
public final class CatalogueFile {

    /**
     * A catalogue as it is kept.
     *
     * @param catalogue the shared creators
     * @param seen how far it had seen the store
     * @param mark a moment in the store's history by which it had
     */
    record Kept(Catalogue catalogue, CreatorFeed.Seen seen, HistoryMark mark) {}

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFile.class);

    /** To be counted up when the same creators give other columns, or the columns mean something else, under the same layout. */
    private static final int VERSION = 1;

    private final Path directory;
    private final Path file;
    private final byte[] format;
    private final AtomicReference<FutureTask<Optional<Kept>>> reading = new AtomicReference<>();
    private final AtomicReference<String> fault = new AtomicReference<>("");

    /** A file of other facts. */
    CatalogueFile(Path directory, Set<Fact<?>> facts) {
        this.directory = directory;
        this.file = directory.resolve("shared.columns");
        String codes = facts.stream().map(Fact::code).sorted().collect(Collectors.joining(" "));
        this.format = utf8("Tastemaker catalogue, version " + VERSION + "\n" + Catalogue.layout() + "Fact: " + codes + "\n");
    }

    /**
     * A file that is not looked at yet.
     *
     * @param directory where it is; made when there is something to keep
     * @return the file
     */
    public static CatalogueFile in(Path directory) {
        return new CatalogueFile(directory, Candidate.FACTS);
    }

    /**
     * Begins to read on a thread of its own, for those who will need it soon.
     *
     * @return this file
     */
    public CatalogueFile readAhead() {
        Thread.ofPlatform().daemon().name("catalogue-file").start(task());
        return this;
    }

    /** What is kept, unless it cannot be used; nothing of it stays here. */
    Optional<Kept> read() {
        FutureTask<Optional<Kept>> task = task();
        task.run(); // does nothing when another thread has begun
        try {
            return task.get();
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            reading.compareAndSet(task, null);
        }
    }

    private FutureTask<Optional<Kept>> task() {
        return reading.updateAndGet(known -> known == null ? new FutureTask<>(this::readNow) : known);
    }

    private Optional<Kept> readNow() {
        try (FileChannel channel = FileChannel.open(file)) {
            return Optional.of(ColumnFile.read(channel, this::kept));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unusable) { // whatever is wrong with it, there is the store
            LOG.info("{} is not used, and the creators are read from the store: {}", file, unusable.toString());
            return Optional.empty();
        }
    }

    private Kept kept(Columns columns) {
        if (!Arrays.equals(columns.bytes("format", format), format)) {
            throw new IllegalArgumentException("it is of another version");
        }
        String[] head = new String(columns.bytes("head", new byte[0]), StandardCharsets.UTF_8).split("\n");
        CreatorFeed.Seen seen = new CreatorFeed.Seen(head[0], Long.parseLong(head[1]), Instant.parse(head[2]));
        HistoryMark mark = new HistoryMark(head[3], Long.parseLong(head[4]), Long.parseLong(head[5]), head[6]);
        CatalogueVersion version = CatalogueVersion.of(seen.sequence(), seen.at());
        return new Kept(Catalogue.restored(version, TeamId.CATALOGUE, columns), seen, mark);
    }

    /** Replaces what is kept; gives whether that could be done. Who finds another program at it leaves it to that. */
    boolean keep(Kept kept) {
        try {
            PrivateFiles.createDirectory(directory);
            Optional<FileChannel> lock = PrivateFiles.lock(directory.resolve("lock"));
            if (lock.isEmpty()) {
                return false;
            }
            try (FileChannel held = lock.get()) {
                write(kept);
            }
            fault.set("");
            return true;
        } catch (IOException | UncheckedIOException failure) {
            String text = failure.toString();
            if (!text.equals(fault.getAndSet(text))) {
                LOG.warn("the catalogue cannot be kept in {}, so that the next start reads all creators from the store: {}", file, text);
            }
            return false;
        }
    }

    private void write(Kept kept) throws IOException {
        Path half = directory.resolve("shared.half");
        try {
            try (FileChannel channel = PrivateFiles.create(half)) {
                ColumnFile.write(channel, columns -> {
                    columns.bytes("format", format);
                    columns.bytes("head", head(kept));
                    kept.catalogue().keep(columns);
                });
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static byte[] head(Kept kept) {
        CreatorFeed.Seen seen = kept.seen();
        HistoryMark mark = kept.mark();
        return utf8(String.join("\n", seen.snapshot(), Long.toString(seen.last()), seen.at().toString(), mark.database(),
                Long.toString(mark.transaction()), Long.toString(mark.entry()), mark.hash()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
