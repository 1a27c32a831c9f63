package io.tastemaker.bootstrap;

import io.tastemaker.adapters.persistence.operations.JooqIdempotentCalls;
import io.tastemaker.adapters.persistence.operations.JooqJobs;
import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.Database;
import io.tastemaker.adapters.persistence.shared.EmbeddedDatabase;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.operations.JobHandler;
import io.tastemaker.application.operations.JobRun;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.shared.out.InMemorySecretBox;
import io.tastemaker.domain.operations.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of the tests that works on jobs of a running database, with the program's own queue and worker threads, until it is killed. */
public final class JobWorker {

    static final Duration LEASE = Duration.ofSeconds(3);

    private JobWorker() {}

    /** Attaches to the database of a directory and works. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedDatabase embedded = EmbeddedDatabase.startOrAttach(Path.of(arguments[0]));
        Database database = Database.open(embedded.address(), 4);
        JooqTransactions transactions = new JooqTransactions(database.app());
        AcrossTeams acrossTeams = new AcrossTeams(database.platform());
        JooqJobs jobs = new JooqJobs(transactions, acrossTeams);
        List<JobHandler> handlers = List.of(
                new Count(transactions), new Poison(), new Deadly(), new Slow(transactions, Path.of(arguments[1])));
        OperationsUseCases operations = new OperationsUseCases(
                transactions, jobs, new JooqIdempotentCalls(transactions, acrossTeams, new InMemorySecretBox()), handlers, List.of(), List.of(),
                InstantSource.system(), LEASE);
        try (Workers workers = new Workers(operations.runNextJob(), Integer.parseInt(arguments[2]))) {
            System.out.println("working");
            Thread.sleep(Duration.ofMinutes(30));
        }
    }

    /** The effect of a job, in one transaction with its checkpoint; the table takes duplicates, so that they would be seen. */
    private static void effect(JooqTransactions transactions, JobRun run) {
        transactions.inTransaction(run.actor(), "faults.effect", () -> {
            Job job = run.job();
            transactions.sql().execute("insert into faults.effect (job_id, worker) values ({0}, {1})",
                    org.jooq.impl.DSL.val(job.id().value()), org.jooq.impl.DSL.val(ProcessHandle.current().pid()));
            run.checkpoint(new Job.Progress(1, Optional.of(1L)), Map.of("done", "yes"));
            return job;
        });
    }

    private record Count(JooqTransactions transactions) implements JobHandler {
        @Override
        public String kind() {
            return "count";
        }

        @Override
        public void abandoned(Job job) {
            // holds nothing
        }

        @Override
        public Ending run(JobRun run) {
            if (!run.job().checkpoint().containsKey("done")) {
                effect(transactions, run);
            }
            return new Ending.Done();
        }
    }

    private record Poison() implements JobHandler {
        @Override
        public String kind() {
            return "poison";
        }

        @Override
        public void abandoned(Job job) {
            // holds nothing
        }

        @Override
        public Ending run(JobRun run) {
            throw new IllegalStateException("a poisonous job");
        }
    }

    /** Takes the whole program along, as an exhausted memory would. */
    private record Deadly() implements JobHandler {
        @Override
        public String kind() {
            return "deadly";
        }

        @Override
        public void abandoned(Job job) {
            // holds nothing
        }

        @Override
        public Ending run(JobRun run) {
            Runtime.getRuntime().halt(137);
            return new Ending.Done();
        }
    }

    /** Waits for a file, before its effect or between its effect and its end: the moments at which the test stops the program. */
    private record Slow(JooqTransactions transactions, Path gates) implements JobHandler {
        @Override
        public String kind() {
            return "slow";
        }

        @Override
        public void abandoned(Job job) {
            // holds nothing
        }

        @Override
        public Ending run(JobRun run) {
            String moment = run.job().input().get("gate");
            boolean done = run.job().checkpoint().containsKey("done");
            if (moment.equals("before")) {
                waitFor(run, moment);
            }
            if (!done) {
                effect(transactions, run);
            }
            if (moment.equals("after")) {
                waitFor(run, moment);
            }
            return new Ending.Done();
        }

        private void waitFor(JobRun run, String moment) {
            System.out.println("in hand " + moment + " " + run.job().id());
            Patience.until("the gate", Duration.ofMinutes(1), () -> Optional.of(moment).filter(gate -> Files.exists(gates.resolve(gate))));
        }
    }
}
