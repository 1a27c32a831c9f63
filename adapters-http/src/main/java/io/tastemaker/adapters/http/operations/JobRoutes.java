package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.EventStream;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.operations.ListAllJobs;
import io.tastemaker.application.operations.RepeatJob;
import io.tastemaker.application.operations.ListJobs;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.ShowJob;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Jobs: any work that a 202 promised. */
public final class JobRoutes {

    record JobPath(@About("The job") UUID jobId) {}

    record TeamJobJson(@About("Whose it is") UUID teamId, JobJson job) {}

    record JobsQuery(
            @About("Only these states, with commas")
            Optional<List<@OneOf({"queued", "running", "succeeded", "failed", "canceled"}) String>> status,
            @About("Only this kind") Optional<@Length(max = 64) String> kind,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {
        record Filter(Optional<List<String>> status, Optional<String> kind) {}

        Filter filter() {
            return new Filter(status, kind);
        }

        Set<Job.Status> states() {
            return status.orElse(List.of()).stream().map(code -> Coded.find(Job.Status.class, code).orElseThrow()).collect(Collectors.toSet());
        }
    }

    private final OperationsUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public JobRoutes(OperationsUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_JOBS);
        return List.of(
                Route.of(Method.GET, "/jobs", reading).says("jobs", "List jobs").about("The newest first.")
                        .query(JobsQuery.class).lists(JobJson.class, "The team's jobs").handle(this::list),
                Route.of(Method.GET, "/jobs/{job_id}", reading).says("jobs", "Show a job").path(JobPath.class)
                        .answers(200, JobJson.class, "The job as it is now").problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.POST, "/jobs/{job_id}/cancel", Access.needs(Permission.WRITE_JOBS)).says("jobs", "Cancel a job")
                        .about("A running job stops at its next checkpoint; what it did until then stays.").path(JobPath.class)
                        .answers(200, JobJson.class, "The job, canceled or asked to stop")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::cancel),
                Route.of(Method.POST, "/jobs/{job_id}/retry", Access.needs(Permission.WRITE_JOBS)).says("jobs", "Take a job up again")
                        .about("One that failed or was canceled goes on from its last checkpoint, where its kind can.").path(JobPath.class)
                        .answers(202, JobJson.class, "The job, waiting for a worker")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::repeat),
                Route.of(Method.GET, "/admin/jobs", Access.needs(Permission.OPERATE)).says("jobs", "List the jobs of all teams")
                        .about("The newest first.").query(JobsQuery.class).lists(TeamJobJson.class, "The jobs").handle(this::listAll),
                Route.of(Method.GET, "/jobs/{job_id}/events", reading).says("jobs", "Watch a job")
                        .about("Sends the job whenever it has changed, and ends with it. Last-Event-ID leaves out what was seen.")
                        .path(JobPath.class).streams("Events named job, each with the job as data")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.RATE_LIMITED).handle(this::watch));
    }

    private Reply list(Call call) {
        JobsQuery query = call.query(JobsQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.filter()));
        ListJobs.Query wanted = new ListJobs.Query(call.actor(), query.states(), query.kind(), page);
        return call.page(useCases.listJobs().handle(wanted), query.filter(), JobJson::of);
    }

    private Reply show(Call call) {
        return Answer.ok(JobJson.of(job(call)));
    }

    private Reply cancel(Call call) {
        JobId id = new JobId(call.path(JobPath.class).jobId());
        return switch (useCases.cancelJob().handle(new CancelJob.Command(call.actor(), id))) {
            case CancelJob.Outcome.Accepted(Job job) -> Answer.ok(JobJson.of(job));
            case CancelJob.Outcome.TooLate(Job job) ->
                Problem.conflict("A job that has ended cannot be canceled.", job.status().code(), List.of());
        };
    }

    private Reply repeat(Call call) {
        JobId id = new JobId(call.path(JobPath.class).jobId());
        return switch (useCases.repeatJob().handle(new RepeatJob.Command(call.actor(), id))) {
            case RepeatJob.Outcome.Queued(Job job) -> Answer.accepted(job.id().value(), JobJson.of(job));
            case RepeatJob.Outcome.NotEnded(Job job) -> Problem.conflict("Only a job that failed or was canceled can be taken up again.",
                    job.status().code(), List.of(Job.Status.FAILED.code(), Job.Status.CANCELED.code()));
            case RepeatJob.Outcome.NotRepeatable(Job job) -> Problem.conflict(
                    "A job of kind " + job.kind() + " cannot be taken up again, since it lets go of what it needs when it ends. Ask for it anew.", job.status().code(),
                    List.of());
        };
    }

    private Reply listAll(Call call) {
        JobsQuery query = call.query(JobsQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.filter()));
        ListAllJobs.Query wanted = new ListAllJobs.Query(call.actor(), query.states(), query.kind(), page);
        return call.page(useCases.listAllJobs().handle(wanted), query.filter(), job -> new TeamJobJson(job.team().value(), JobJson.of(job)));
    }

    private Reply watch(Call call) {
        job(call);
        return new EventStream(new JobEvents(() -> job(call), call.lastEventId()));
    }

    private Job job(Call call) {
        JobId id = new JobId(call.path(JobPath.class).jobId());
        return useCases.showJob().handle(new ShowJob.Query(call.actor(), id));
    }
}
