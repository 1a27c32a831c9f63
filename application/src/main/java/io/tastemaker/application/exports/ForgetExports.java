package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.ExportFiles;
import io.tastemaker.application.exports.out.Exports;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Removes the exports whose time is over, with their files. */
public final class ForgetExports {

    /** How many are removed in a round; the rest comes in the next. */
    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final Exports exports;
    private final ExportFiles files;
    private final InstantSource clock;

    ForgetExports(Transactions transactions, Exports exports, ExportFiles files, InstantSource clock) {
        this.transactions = transactions;
        this.exports = exports;
        this.files = files;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor the program itself
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * They are removed.
         *
         * @param exports how many
         */
        record Done(int exports) implements Outcome {}
    }

    /**
     * Removes them.
     *
     * @param command what is wanted
     * @return how many
     */
    public Outcome handle(Command command) {
        AccessPolicy.require(command.actor(), Permission.OPERATE);
        Instant now = clock.instant();
        List<Exports.Expired> over = exports.listExpired(now, MOST);
        over.forEach(this::remove);
        return new Outcome.Done(over.size());
    }

    /** The file first: as long as there is a row, there is somebody who knows of the file. */
    private void remove(Exports.Expired expired) {
        Actor program = new Actor.System("housekeeping", expired.team());
        Optional<String> file = transactions.reading(program, () -> exports.findFile(expired.export()));
        file.ifPresent(files::delete);
        transactions.run(program, "export.expire", () -> {
            if (exports.remove(expired.export())) {
                transactions.about(Subject.of("export", expired.export()), List.of());
            }
        });
    }
}
