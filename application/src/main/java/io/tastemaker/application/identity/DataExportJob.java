package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.identity.out.PersonalData;
import io.tastemaker.application.identity.out.PersonalData.Place;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes the file with everything about a person, some rows at a time. After a kill it is written again from the start: of two workers
 * the later one has it, and the pieces of the other go.
 */
final class DataExportJob implements JobHandler {

    static final String KIND = "data_export";

    private final PlatformTransactions transactions;
    private final Users users;
    private final PersonalData personalData;
    private final DataExports exports;
    private final InstantSource clock;

    DataExportJob(PlatformTransactions transactions, Users users, PersonalData personalData, DataExports exports, InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.personalData = personalData;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ending run(JobRun run) {
        Optional<DataExports.Taken> taken = exports.take(run.job().id().value(), clock.instant());
        Optional<User> user = taken.flatMap(export -> transactions.reading(run.actor(), () -> users.find(export.export().user())));
        if (taken.isEmpty() || user.isEmpty()) {
            return new Ending.Canceled();
        }
        ExportFile file = new ExportFile(exports, taken.get(), clock);
        Optional<Ending> early = write(run, user.get(), file);
        if (early.isPresent()) {
            return early.get();
        }
        Instant now = clock.instant();
        return file.close() && exports.finish(taken.get(), now, now.plus(DataExport.KEPT)) ? new Ending.Done() : new Ending.Canceled();
    }

    /** Gives the ending when it comes before the file is whole. */
    private Optional<Ending> write(JobRun run, User user, ExportFile file) {
        for (Place place : personalData.places(user)) {
            Optional<String> after = Optional.empty();
            do {
                if (!run.mayContinue()) {
                    exports.giveUp(run.job().id().value(), "It was canceled.");
                    return Optional.of(new Ending.Canceled());
                }
                Page<String> rows = personalData.read(place, user, after);
                if (!file.add(place, rows.items())) {
                    return Optional.of(new Ending.Canceled());
                }
                after = rows.next();
            } while (after.isPresent());
        }
        return Optional.empty();
    }

    @Override
    public void abandoned(Job job) {
        exports.giveUp(job.id().value(), "It could not be written.");
    }
}
