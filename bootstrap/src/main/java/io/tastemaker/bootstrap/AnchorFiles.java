package io.tastemaker.bootstrap;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Anchors of the ledgers as files, one each, to be copied to where nobody can rewrite them. The first line is number, time, hash of the
 * anchor before and own hash; then one line for each wallet: team, number of its last entry, that entry's hash.
 */
final class AnchorFiles {

    private final Path folder;

    AnchorFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes an anchor; the file is there whole or not at all. */
    Path write(LedgerAnchor anchor) {
        try {
            Files.createDirectories(folder);
            List<String> lines = new ArrayList<>();
            lines.add(anchor.number() + " " + anchor.at() + " " + anchor.previous() + " " + anchor.hash());
            anchor.marks().forEach(mark -> lines.add(mark.team() + " " + mark.seq() + " " + mark.head()));
            Path file = folder.resolve(String.format(Locale.ROOT, "anchor-%06d.txt", anchor.number()));
            Path part = Files.writeString(folder.resolve(file.getFileName() + ".part"), String.join("\n", lines) + "\n");
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The newest anchor of the folder; empty when there is none. */
    Optional<LedgerAnchor> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("anchor-\\d{6,}\\.txt"))
                    .max(Comparator.comparingLong(AnchorFiles::number)).map(AnchorFiles::read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString().replaceAll("\\D", ""));
    }

    /**
     * Reads an anchor.
     *
     * @throws Command.Failed when the file is none, or not as it was written
     */
    static LedgerAnchor read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] head = lines.getFirst().split(" ");
            List<LedgerAnchor.Mark> marks = lines.stream().skip(1).map(line -> line.split(" "))
                    .map(part -> new LedgerAnchor.Mark(TeamId.of(part[0]), Long.parseLong(part[1]), part[2])).toList();
            LedgerAnchor anchor = new LedgerAnchor(Long.parseLong(head[0]), Instant.parse(head[1]), marks, head[2], head[3]);
            if (!anchor.isWhole()) {
                throw new Command.Failed(file + " is not as it was written: its hash is another");
            }
            return anchor;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (RuntimeException noAnchor) {
            throw noAnchor instanceof Command.Failed failed ? failed : new Command.Failed(file + " is no anchor of a ledger", noAnchor);
        }
    }
}
