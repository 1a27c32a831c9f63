package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.creators.ImportReportJson.ImportFaultJson;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.creators.ListImportFaults;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lists of creators: send one, see what came of it. */
public final class ImportRoutes {

    record ImportPath(@About("The import's job") UUID jobId) {
        JobId id() {
            return new JobId(jobId);
        }
    }

    private static final String ALL = "in the order of the file";

    private final CreatorImportUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ImportRoutes(CreatorImportUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CREATORS);
        return List.of(
                Route.of(Method.POST, "/creators/imports", Access.needs(Permission.WRITE_CREATORS))
                        .says("creators", "Import a list of creators")
                        .about("Takes CSV in the usual delimiters and encodings. The same file with the same options changes nothing.")
                        .upload(ImportOptionsJson.class).answers(202, JobJson.class, "The job that imports it").needsKey()
                        .handle(this::take),
                Route.of(Method.GET, "/creators/imports/{job_id}", reading).says("creators", "Show the report of an import")
                        .path(ImportPath.class).answers(200, ImportReportJson.class, "The report so far").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.GET, "/creators/imports/{job_id}/faults", reading).says("creators", "List the faults of an import")
                        .about("Every value that was rejected or altered, by row and column, in the order of the file.")
                        .path(ImportPath.class).query(PageQuery.class).lists(ImportFaultJson.class, "The faults")
                        .problems(ProblemCode.NOT_FOUND).handle(this::faults));
    }

    private Reply take(Call call) {
        ImportOptionsJson options = call.body(ImportOptionsJson.class);
        Actor actor = options.scope().equals("catalogue") ? forTheCatalogue(call.actor()) : call.actor();
        try (InputStream content = Files.newInputStream(call.upload().file())) {
            return switch (useCases.importCreators().handle(new ImportCreators.Command(
                    actor, call.upload().name(), content, call.upload().bytes(), meant(options)))) {
                case ImportCreators.Outcome.Queued(Job job) -> Answer.accepted(job.id().value(), JobJson.of(job));
                case ImportCreators.Outcome.TooLarge(long mostBytes) ->
                    Problem.of(ProblemCode.BODY_TOO_LARGE, "A list may have at most " + mostBytes + " bytes.");
                case ImportCreators.Outcome.AsOfAhead(Instant latest) -> Problem.of(List.of(
                        new Fault(ProblemCode.INVALID_FIELD, "#/as_of", "must not lie in the future; at most " + latest)));
                case ImportCreators.Outcome.UnknownColumnCodes(Set<String> codes) -> Problem.of(codes.stream()
                        .map(code -> new Fault(ProblemCode.INVALID_FIELD, "#/columns/" + code, "no column can mean this"))
                        .toList());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an upload cannot be read again", unreadable);
        }
    }

    /**
     * Who writes for the catalogue. Only operators do; whom the policy lets pass is one.
     *
     * @param actor who asks
     * @return the same, for the catalogue
     */
    public static Actor forTheCatalogue(Actor actor) {
        AccessPolicy.require(actor, Permission.WRITE_CATALOGUE);
        return switch (actor) {
            case Actor.Operator operator -> new Actor.Operator(operator.name(), TeamId.CATALOGUE);
            case Actor.System system -> new Actor.System(system.part(), TeamId.CATALOGUE);
            case Actor.User user -> user;
            case Actor.Key key -> key;
        };
    }

    private static CreatorImport.Options meant(ImportOptionsJson options) {
        return new CreatorImport.Options(
                options.platform().flatMap(code -> Coded.find(Platform.class, code)),
                Coded.find(CreatorImport.OnDuplicate.class, options.onDuplicate()).orElseThrow(),
                options.columns().orElse(Map.of()), options.asOf());
    }

    private Reply show(Call call) {
        return Answer.ok(ImportReportJson.of(useCases.showCreatorImport().handle(
                new ShowCreatorImport.Query(call.actor(), call.path(ImportPath.class).id()))));
    }

    private Reply faults(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListImportFaults.Query wanted = new ListImportFaults.Query(call.actor(), call.path(ImportPath.class).id(), page);
        return call.page(useCases.listImportFaults().handle(wanted), ALL, ImportFaultJson::of);
    }
}
