package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.DataExports;
import io.tastemaker.application.identity.out.Users;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.PlatformTransactions;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.identity.User;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes the wish of a person to be handed everything that is kept about it, and queues the job that writes the file. The job is one of the
 * personal team, whatever team the person works for now; who else sees that there is a job sees nothing of the file.
 */
public final class ExportPersonalData {

    private final PlatformTransactions platform;
    private final Transactions transactions;
    private final Users users;
    private final DataExports exports;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;

    ExportPersonalData(PlatformTransactions platform, Transactions transactions, Users users, DataExports exports, Jobs jobs, Ids ids,
            InstantSource clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.users = users;
        this.exports = exports;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor whose data
     */
    public record Command(Actor actor) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * The file is being written: from now on, or since an earlier wish.
         *
         * @param export how far it is
         */
        record Queued(DataExport export) implements Outcome {}
    }

    /**
     * Queues the job, unless one is under way. An older file of the person makes room.
     *
     * @param command whose
     * @return the export
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        Actor.Person person = OwnSession.of(actor);
        Instant now = clock.instant();
        DataExport wanted = DataExport.begin(ids.next(), person.user(), now);
        User user = platform.reading(actor, () -> users.find(person.user())).orElseThrow(Refusal.NotFound::new);
        DataExport standing = platform.inTransaction(actor, "account.export", () -> {
            platform.about(Subject.of("user", person.user()), List.of());
            return exports.begin(wanted, now.minus(DataExport.STUCK));
        });
        if (standing.id().equals(wanted.id())) {
            queue(actor, user, standing);
        }
        return new Outcome.Queued(standing);
    }

    private void queue(Actor actor, User user, DataExport export) {
        Job job = Job.queued(new JobId(export.id()), user.homeTeam(), DataExportJob.KIND, actor.label(), Map.of(), export.requestedAt());
        boolean queued = false;
        try {
            transactions.run(new Actor.System("exports", user.homeTeam()), "account.export.queue", () -> {
                jobs.add(job);
                transactions.about(Subject.of("job", job.id()), job.traits().made());
            });
            queued = true;
        } finally {
            if (!queued) {
                exports.giveUp(export.id(), "It could not be queued.");
            }
        }
    }
}
