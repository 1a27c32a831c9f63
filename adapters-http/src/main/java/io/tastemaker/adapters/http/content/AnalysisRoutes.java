package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.content.ListAnalyses;
import io.tastemaker.application.content.ListAnalysisLog;
import io.tastemaker.application.content.ListModels;
import io.tastemaker.application.content.ShowAnalysis;
import io.tastemaker.application.content.StartAnalysis;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.Model;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Having posts read in the background, and who reads them. */
public final class AnalysisRoutes {

    record AnalysisPath(@About("The job") UUID jobId) {
        JobId id() {
            return new JobId(jobId);
        }
    }

    record NewAnalysisJson(
            @About("Only this creator's posts; by default all that the team has") Optional<UUID> creatorId,
            @About("team: its own posts; catalogue: those for every team, by operators only") @Default("team") @OneOf({"team", "catalogue"})
            String scope,
            @About("Whether posts are read again whose analysis still stands") @Default("false") boolean again) {}

    record AnalysisJobJson(
            JobJson job,
            @About("Only this creator's posts; null for all") Optional<UUID> creatorId,
            @About("team or catalogue") String scope,
            boolean again,
            AnalysisReportJson report,
            @About("What it has told") String logUrl,
            @About("As server-sent events") String eventsUrl) {}

    record AnalysisReportJson(
            @About("Posts that were read") long read,
            @About("Posts whose analysis still stood") long kept,
            @About("Profiles that were computed anew") long profiles,
            @About("Who took part in how many posts") List<UsedModelJson> readBy,
            @About("How many results are fallbacks, by reason") Map<String, Long> fallbacks) {}

    record UsedModelJson(@About("rule_based, local, remote or defaults") String source, String provider, String analyst, String version, long posts) {}

    record LogLineJson(Instant at, @About("info or warning") String level, String message) {}

    record ModelsJson(@About("By task, in the order in which they are asked") List<ModelJson> models) {}

    record ModelJson(
            @About("sentiment, language or category") String task,
            @About("1 for the chosen one") int position,
            @About("rule_based, local or remote") String source,
            String provider, String analyst, String version,
            @About("up, or open while it failed several times in a row and is not asked") String state,
            @About("Since the program was started, for all tasks and teams together; for operators") Optional<ModelUseJson> use) {}

    record ModelUseJson(long calls, long texts, @About("Calls without an answer, by reason") Map<String, Long> unread,
            @About("Results that could not be used") long unusable, @About("Of a call, in milliseconds") long meanLatencyMs) {}

    private static final String ALL = "the newest first";
    private static final String IN_ORDER = "in the order it was told";

    private final ContentUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public AnalysisRoutes(ContentUseCases useCases) {
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
                Route.of(Method.POST, "/content/analyses", Access.needs(Permission.WRITE_CREATORS)).says("content", "Have posts read")
                        .about("In the background; a model that does not answer is stood in for, and the job ends all the same.")
                        .body(NewAnalysisJson.class).answers(202, JobJson.class, "The job that reads them").problems(ProblemCode.NOT_FOUND)
                        .needsKey().handle(this::start),
                Route.of(Method.GET, "/content/analyses", reading).says("content", "List the jobs that read posts").about("The newest first.")
                        .query(PageQuery.class).lists(AnalysisJobJson.class, "The team's jobs").handle(this::list),
                Route.of(Method.GET, "/content/analyses/{job_id}", reading).says("content", "Show a job that reads posts")
                        .path(AnalysisPath.class).answers(200, AnalysisJobJson.class, "The job as it is now").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.GET, "/content/analyses/{job_id}/log", reading).says("content", "List what such a job has told")
                        .path(AnalysisPath.class).query(PageQuery.class).lists(LogLineJson.class, "The lines")
                        .problems(ProblemCode.NOT_FOUND).handle(this::log),
                Route.of(Method.GET, "/content/models", Access.needs(Permission.READ_CREATORS)).says("content", "Show who reads texts")
                        .about("Of each task the analysts in the order in which they are asked, whether they answer, and what they did.")
                        .answers(200, ModelsJson.class, "The analysts").handle(this::models));
    }

    private Reply start(Call call) {
        NewAnalysisJson wanted = call.body(NewAnalysisJson.class);
        Actor actor = wanted.scope().equals("catalogue") ? ImportRoutes.forTheCatalogue(call.actor()) : call.actor();
        Job job = useCases.startAnalysis().handle(new StartAnalysis.Command(actor,
                new ContentAnalysis.Options(wanted.creatorId().map(CreatorId::new), wanted.again())));
        return Answer.accepted(job.id().value(), JobJson.of(job));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listAnalyses().handle(new ListAnalyses.Query(call.actor(), page)), ALL, AnalysisRoutes::shown);
    }

    private Reply show(Call call) {
        return Answer.ok(shown(useCases.showAnalysis().handle(new ShowAnalysis.Query(call.actor(), call.path(AnalysisPath.class).id()))));
    }

    private static AnalysisJobJson shown(ShowAnalysis.Shown shown) {
        ContentAnalysis analysis = shown.analysis();
        ContentAnalysis.Report report = analysis.report();
        List<UsedModelJson> models = report.models().entrySet().stream()
                .sorted(Map.Entry.<Model, Long>comparingByValue().reversed().thenComparing(entry -> entry.getKey().name()))
                .map(entry -> new UsedModelJson(entry.getKey().source().code(), entry.getKey().provider(), entry.getKey().name(),
                        entry.getKey().version(), entry.getValue())).toList();
        String url = Route.BASE + "/content/analyses/" + analysis.job() + "/log";
        return new AnalysisJobJson(JobJson.of(shown.job()), analysis.options().creator().map(CreatorId::value),
                analysis.owner().equals(TeamId.CATALOGUE) ? "catalogue" : "team", analysis.options().again(),
                new AnalysisReportJson(report.read(), report.kept(), report.profiles(), models, byCode(report.fallbacks())), url,
                Route.BASE + "/jobs/" + analysis.job() + "/events");
    }

    private static Map<String, Long> byCode(Map<FallbackReason, Long> counts) {
        Map<String, Long> byCode = new TreeMap<>();
        counts.forEach((reason, count) -> byCode.put(reason.code(), count));
        return byCode;
    }

    private Reply log(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), IN_ORDER));
        return call.page(useCases.listAnalysisLog().handle(new ListAnalysisLog.Query(call.actor(), call.path(AnalysisPath.class).id(), page)),
                IN_ORDER, line -> new LogLineJson(line.at(), line.level().code(), line.message()));
    }

    private Reply models(Call call) {
        return Answer.ok(new ModelsJson(useCases.listModels().handle(new ListModels.Query(call.actor())).stream()
                .map(inUse -> model(inUse, isOperator(call.actor()))).toList()));
    }

    private static boolean isOperator(Actor actor) {
        return switch (actor) {
            case Actor.Operator operator -> true;
            case Actor.System system -> true;
            case Actor.User user -> false;
            case Actor.Key key -> false;
        };
    }

    private static ModelJson model(ListModels.InUse inUse, boolean showsUse) {
        Model model = inUse.model();
        long calls = inUse.use().calls();
        return new ModelJson(inUse.task().code(), inUse.position(), model.source().code(), model.provider(), model.name(), model.version(),
                inUse.isUp() ? "up" : "open", showsUse ? Optional.of(new ModelUseJson(calls, inUse.use().texts(), byCode(inUse.use().unread()),
                        inUse.use().unusable(), calls == 0 ? 0 : inUse.use().time().toMillis() / calls)) : Optional.empty());
    }
}
