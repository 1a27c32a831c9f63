package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Hands out a file that is whole, and records that it did: there are people in it. */
final class HandingOut {

    private final Transactions transactions;
    private final Exports exports;
    private final ExportFiles files;
    private final InstantSource clock;

    HandingOut(Transactions transactions, Exports exports, ExportFiles files, InstantSource clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.files = files;
        this.clock = clock;
    }

    /** What there is of an export. */
    private record Found(Export export, Optional<String> file) {}

    /** Empty where there is no such export, where its time is over, and where its file is not to be had. */
    Optional<HandedFile> hand(Actor actor, ExportId id) {
        Optional<Found> found = transactions.reading(actor, () -> exports.find(id).map(export -> new Found(export, exports.findFile(id))))
                .filter(known -> clock.instant().isBefore(known.export().expiresAt()));
        Optional<String> file = found.flatMap(Found::file).filter(key -> files.findPiece(key, 0).isPresent());
        if (file.isEmpty() || !(found.get().export().state() instanceof Export.State.Ready ready)) {
            return Optional.empty();
        }
        transactions.run(actor, "export.fetch", () -> transactions.about(Subject.of("export", id), List.of()));
        return Optional.of(new HandedFile(found.get().export(), ready.bytes(), number -> files.findPiece(file.get(), number)));
    }
}
