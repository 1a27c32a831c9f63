package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Download;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.identity.EraseAccount;
import io.tastemaker.application.identity.ExportPersonalData;
import io.tastemaker.application.identity.FetchDataExport;
import io.tastemaker.application.identity.ListErasures;
import io.tastemaker.application.identity.ProfileUseCases;
import io.tastemaker.application.identity.ShowDataExport;
import io.tastemaker.application.identity.ShowErasure;
import io.tastemaker.application.identity.out.PersonalData.ClosedTeam;
import io.tastemaker.application.identity.out.PersonalData.Erasure;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.identity.DataExport;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a person may ask of who keeps its data: to be handed them, and to be erased. */
public final class PersonalDataRoutes {

    private static final String JSON = "application/json";
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final List<KeptJson> KEPT = List.of(
            new KeptJson("audit log", "It proves who did what, and is never altered. It names people by ids, which name nobody any more, and has "
                    + "the network addresses that they came from."),
            new KeptJson("what was made for teams that others work in", "It is those teams'. Its maker is an id that names nobody any more."),
            new KeptJson("closed teams", "Ids and times without a name, so that the audit log belongs to something."),
            new KeptJson("this erasure", "The id, times and counts, and a hash of the address, so that a restored backup can be cleaned again."));

    record ExportPath(@About("Which export") UUID exportId) {}

    record ExportJson(
            UUID exportId,
            @About("preparing, ready or failed") String state,
            @About("How many rows are in it so far") long rows,
            @About("The size of the file so far") long bytes,
            Instant requestedAt,
            @About("Since when the file is whole") Optional<Instant> readyAt,
            @About("Why there is no file; another may be asked for") Optional<String> failure,
            @About("When the file is removed") Instant expiresAt) {

        static ExportJson of(DataExport export) {
            return new ExportJson(export.id(), export.state().code(), export.rows(), export.bytes(), export.requestedAt(),
                    export.state() instanceof DataExport.State.Ready(Instant at) ? Optional.of(at) : Optional.empty(),
                    export.state() instanceof DataExport.State.Failed(String reason) ? Optional.of(reason) : Optional.empty(),
                    export.expiresAt());
        }
    }

    record HoldingJson(
            @About("Where it is kept") String table,
            @About("Each row as it is kept, without hashes, keys and other secrets") List<Object> rows) {}

    record TeamHoldingsJson(@About("Which team") UUID teamId, @About("What is kept there") List<HoldingJson> holdings) {}

    /** What the file is like; it is written by the job. */
    record PersonalDataJson(
            UUID userId,
            Instant exportedAt,
            @About("What is kept outside of teams") List<HoldingJson> account,
            @About("What is kept in each team you work or worked in") List<TeamHoldingsJson> teams) {}

    record ErasureJson(
            @About("The word erase, so that nothing is erased by mistake") @OneOf({"erase"}) String confirm,
            @About("The password of the account; who has none must have signed in within the last ten minutes") Optional<@Length(min = 0, max = 1_000) String> password) {
        @Override
        public String toString() {
            return "ErasureJson[]";
        }
    }

    record ErasurePath(@About("Which erasure") UUID requestId) {}

    record ErasuresQuery(
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record RemovedJson(@About("Where it was kept") String table, @About("How many rows were removed") long rows) {

        static List<RemovedJson> of(Map<String, Long> counts) {
            return counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(count -> new RemovedJson(count.getKey(), count.getValue())).toList();
        }
    }

    record ClosedTeamJson(
            @About("A team that nobody else was in") UUID teamId,
            @About("When the last of what it had was removed; that begins a few minutes after the account is gone") Optional<Instant> purgedAt,
            @About("What was removed of it so far") List<RemovedJson> removed) {

        static ClosedTeamJson of(ClosedTeam closed) {
            return new ClosedTeamJson(closed.team().value(), closed.purgedAt(), RemovedJson.of(closed.purged()));
        }
    }

    record KeptJson(@About("What is kept") String what, @About("Why") String why) {}

    record CertificateJson(
            @About("Names the erasure; keep it to ask an operator about it") UUID requestId,
            @About("Who it was; names nobody any more") UUID userId,
            Instant requestedAt,
            @About("When the account was gone") Optional<Instant> completedAt,
            @About("What was removed with the account") List<RemovedJson> removed,
            @About("What became of the teams that nobody else was in") List<ClosedTeamJson> teams,
            @About("What stays, and why") List<KeptJson> kept) {

        static CertificateJson of(Erasure erasure) {
            return new CertificateJson(erasure.id(), erasure.user().value(), erasure.requestedAt(), erasure.completedAt(),
                    RemovedJson.of(erasure.erased()), erasure.closed().stream().map(ClosedTeamJson::of).toList(), KEPT);
        }
    }

    private final ProfileUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases those of profiles
     */
    public PersonalDataRoutes(ProfileUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access own = Access.needs(Permission.OWN_ACCOUNT);
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.POST, "/data-exports", own).says("identity", "Ask for all data about oneself")
                        .about("A job writes them to a file, which is kept for seven days. Every table is looked through that can name a "
                                + "person. There is one file of a person: a new wish removes the older, unless that is still being written.")
                        .answers(202, ExportJson.class, "It is being written").repeatable().handle(this::export),
                Route.of(Method.GET, "/data-exports/{export_id}", own).says("identity", "Show how far one's own export is")
                        .path(ExportPath.class).answers(200, ExportJson.class, "How far it is").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.GET, "/data-exports/{export_id}/file", own).says("identity", "Fetch the file of one's own export")
                        .about("That it was handed out is recorded.").path(ExportPath.class)
                        .answers(200, PersonalDataJson.class, "The data")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::fetch),
                Route.of(Method.POST, "/erasure-requests", own).says("identity", "Erase oneself")
                        .about("Erases the account, what is the person's own in teams, and the teams where nobody else is, at once and for "
                                + "good; what those teams have goes within an hour or so. The audit log stays valid: it names people by ids "
                                + "alone, and this id names nobody from then on. The answer is the certificate.")
                        .body(ErasureJson.class).answers(200, CertificateJson.class, "It is done")
                        .problems(ProblemCode.PROOF_NEEDED, ProblemCode.STATE_CONFLICT, ProblemCode.RATE_LIMITED, ProblemCode.UNAVAILABLE)
                        .handle(this::erase),
                Route.of(Method.GET, "/erasure-requests", operating).says("identity", "List erasures").about("The newest first.")
                        .query(ErasuresQuery.class).lists(CertificateJson.class, "Certificates").handle(this::erasures),
                Route.of(Method.GET, "/erasure-requests/{request_id}", operating).says("identity", "Show the certificate of an erasure")
                        .about("The person that was erased asks an operator, by the id.")
                        .path(ErasurePath.class).answers(200, CertificateJson.class, "The certificate").problems(ProblemCode.NOT_FOUND)
                        .handle(this::erasure));
    }

    private Reply export(Call call) {
        return switch (useCases.exportPersonalData().handle(new ExportPersonalData.Command(call.actor()))) {
            case ExportPersonalData.Outcome.Queued(DataExport export) -> Answer.json(202, ExportJson.of(export))
                    .header("Location", Route.BASE + "/data-exports/" + export.id())
                    .header("Retry-After", String.valueOf(SOON.toSeconds()));
        };
    }

    private Reply show(Call call) {
        ShowDataExport.Query query = new ShowDataExport.Query(call.actor(), call.path(ExportPath.class).exportId());
        return Answer.ok(ExportJson.of(useCases.showDataExport().handle(query)));
    }

    private Reply fetch(Call call) {
        FetchDataExport.Query query = new FetchDataExport.Query(call.actor(), call.path(ExportPath.class).exportId());
        return switch (useCases.fetchDataExport().handle(query)) {
            case FetchDataExport.Outcome.Handed(DataExport export, FetchDataExport.File file) ->
                new Download("my-data-" + export.id() + ".json", JSON, export.bytes(),
                        number -> file.piece(number).map(piece -> piece.getBytes(StandardCharsets.UTF_8)));
            case FetchDataExport.Outcome.NotReady(DataExport export) ->
                Problem.conflict("There is no file to fetch.", export.state().code(), List.of());
        };
    }

    private Reply erase(Call call) {
        EraseAccount.Command command =
                new EraseAccount.Command(call.actor(), call.body(ErasureJson.class).password(), AccountRoutes.source(call));
        return switch (useCases.eraseAccount().handle(command)) {
            case EraseAccount.Outcome.Erased(Erasure certificate) -> Answer.ok(CertificateJson.of(certificate));
            case EraseAccount.Outcome.WrongPassword() -> Problem.invalid("#/password", "is not the password of the account");
            case EraseAccount.Outcome.NotTheOwner() -> Problem.of(ProblemCode.PROOF_NEEDED);
            case EraseAccount.Outcome.OwnsTeams(Set<TeamId> teams) -> Problem.conflict(
                            "Others work in teams you own: hand them on, or delete them, first.", "owner", List.of("transfer", "delete"))
                    .with("teams", teams.stream().map(TeamId::toString).sorted().toList());
        };
    }

    private Reply erasures(Call call) {
        ErasuresQuery query = call.query(ErasuresQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ""));
        return call.page(useCases.listErasures().handle(new ListErasures.Query(call.actor(), page)), "", CertificateJson::of);
    }

    private Reply erasure(Call call) {
        ShowErasure.Query query = new ShowErasure.Query(call.actor(), call.path(ErasurePath.class).requestId());
        return Answer.ok(CertificateJson.of(useCases.showErasure().handle(query)));
    }
}
