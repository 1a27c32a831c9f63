package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.HealthProbe;
import io.tastemaker.application.operations.out.IdempotentCalls;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.operations.out.Meter;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be done with jobs, and how the program is.
 *
 * @param listJobs lists the team's jobs
 * @param showJob shows one
 * @param cancelJob asks to stop one
 * @param repeatJob takes one up again
 * @param listAllJobs lists the jobs of all teams
 * @param runNextJob takes up one job and does it
 * @param tidyUp drops what was kept long enough
 * @param checkHealth tells how the program is
 * @param showMetrics shows what its parts count
 */
public record OperationsUseCases(
        ListJobs listJobs,
        ShowJob showJob,
        CancelJob cancelJob,
        RepeatJob repeatJob,
        ListAllJobs listAllJobs,
        RunNextJob runNextJob,
        TidyUp tidyUp,
        CheckHealth checkHealth,
        ShowMetrics showMetrics) {

    /** Builds them from the driven ports, the handlers of all kinds of jobs, and the probes and meters of all parts. */
    @Inject
    public OperationsUseCases(
            Transactions transactions,
            Jobs jobs,
            IdempotentCalls calls,
            List<JobHandler> handlers,
            List<HealthProbe> probes,
            List<Meter> meters,
            InstantSource clock) {
        this(transactions, jobs, calls, handlers, probes, meters, clock, RunNextJob.LEASE);
    }

    /** The same, with the time after which the job of a worker that gives no sign of life is taken over. */
    public OperationsUseCases(
            Transactions transactions,
            Jobs jobs,
            IdempotentCalls calls,
            List<JobHandler> handlers,
            List<HealthProbe> probes,
            List<Meter> meters,
            InstantSource clock,
            Duration lease) {
        this(transactions, jobs, calls, handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity())),
                probes, meters, clock, lease);
    }

    private OperationsUseCases(
            Transactions transactions,
            Jobs jobs,
            IdempotentCalls calls,
            Map<String, JobHandler> handlers,
            List<HealthProbe> probes,
            List<Meter> meters,
            InstantSource clock,
            Duration lease) {
        this(new ListJobs(transactions, jobs), new ShowJob(transactions, jobs), new CancelJob(transactions, jobs, handlers, clock),
                new RepeatJob(transactions, jobs, handlers, clock), new ListAllJobs(jobs),
                new RunNextJob(jobs, handlers, clock, lease), new TidyUp(jobs, calls, clock), new CheckHealth(probes),
                new ShowMetrics(meters));
    }
}
