package io.tastemaker.adapters.http.exports;

import io.tastemaker.adapters.http.matching.Criteria;
import io.tastemaker.adapters.http.matching.FiltersJson;
import io.tastemaker.adapters.http.matching.QuestionJson;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.ChargeJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Credits;
import io.tastemaker.adapters.http.shared.Download;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.JsonText;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.RateClass;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.RouteDraft;
import io.tastemaker.adapters.http.wallets.Charging;
import io.tastemaker.adapters.http.wallets.Refusals;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.exports.ExportUseCases;
import io.tastemaker.application.exports.FetchByLink;
import io.tastemaker.application.exports.FetchExport;
import io.tastemaker.application.exports.HandedFile;
import io.tastemaker.application.exports.ListExports;
import io.tastemaker.application.exports.RemoveExport;
import io.tastemaker.application.exports.ShowExport;
import io.tastemaker.application.exports.ShownExport;
import io.tastemaker.application.exports.StartExport;
import io.tastemaker.application.wallets.Answered;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportFormat;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.exports.ExportScope;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Receipt;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Has data of the team written to files, and hands the files out. */
public final class ExportRoutes {

    record ExportPath(@About("Which export") UUID exportId) {
        ExportId id() {
            return new ExportId(exportId);
        }
    }

    record FilePath(@About("A link, as download_url has it") @Length(max = 200) String signed) {
        @Override
        public String toString() {
            return "FilePath[]";
        }
    }

    record StartedExportJson(
            @About("The job that writes it") UUID jobId,
            @About("What is wanted, and how far it is") TeamExportJson export,
            @About("What is set aside, and charged when the file is whole; null for operators, who pay nothing") Optional<ChargeJson> charge) {}

    private static final String ALL = "the newest first";

    private static final Charging.Gate EXPORT = new Charging.Gate(Permission.EXPORT_DATA, Action.BULK_EXPORT);

    private final ExportUseCases useCases;
    private final CampaignUseCases campaigns;
    private final Charging charging;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param campaigns for searches that leave out who is on a campaign's shortlist
     * @param wallets for what is charged
     * @param clock the time
     */
    public ExportRoutes(ExportUseCases useCases, CampaignUseCases campaigns, WalletUseCases wallets, InstantSource clock) {
        this.useCases = useCases;
        this.campaigns = campaigns;
        this.charging = new Charging(wallets);
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_EXPORTS);
        Access writing = Access.needs(Permission.EXPORT_DATA);
        return List.of(
                Route.of(Method.POST, "/exports", writing).says("exports", "Have data written to a file")
                        .about("A job writes it, from one state of the store. Whoever asks must be allowed to read what will be in it. Of the "
                                + "catalogue's creators a file has the basics, the full record of those that are unlocked, and addresses that "
                                + "are; locked names what is known and not shown. A file has at most 1,000,000 rows. It is paid when it is "
                                + "whole: what fails or is canceled costs nothing.")
                        .body(NewExportJson.class).answers(202, StartedExportJson.class, "The job that writes it")
                        .charges(Action.BULK_EXPORT)
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_AVAILABLE_YET, ProblemCode.UNLOCK_REQUIRED)
                        .limitedAs(RateClass.TRANSFERS).needsKey().handle(this::start),
                Route.of(Method.GET, "/exports", reading).says("exports", "List exports")
                        .about("The newest first; of lists, those whose list the caller may read.")
                        .query(PageQuery.class).lists(TeamExportJson.class, "The team's exports").handle(this::list),
                Route.of(Method.GET, "/exports/{export_id}", reading).says("exports", "Show an export").path(ExportPath.class)
                        .answers(200, TeamExportJson.class, "How far it is, and where its file is").problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.DELETE, "/exports/{export_id}", writing).says("exports", "Remove an export with its file")
                        .about("One that is being written stops, and costs nothing.").path(ExportPath.class).answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND).handle(this::remove),
                documents(Route.of(Method.GET, "/exports/{export_id}/file", reading).says("exports", "Fetch the file of an export")
                        .about("Whoever fetches it must be allowed to read what is in it. That it was handed out is recorded."))
                        .path(ExportPath.class).problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .limitedAs(RateClass.TRANSFERS).handle(this::fetch),
                documents(Route.of(Method.GET, "/files/{signed}", Access.open()).says("exports", "Fetch a file by a link")
                        .about("For whoever has the link, until it closes; a link that nobody here made is as one that is closed. That the file "
                                + "was handed out is recorded."))
                        .path(FilePath.class).problems(ProblemCode.NOT_FOUND).handle(this::fetchByLink));
    }

    private static RouteDraft documents(RouteDraft route) {
        RouteDraft declared = route;
        for (ExportFormat format : ExportFormat.values()) {
            declared = declared.document(format.mediaType(), "The file, in the format " + format.code());
        }
        return declared;
    }

    private Reply start(Call call) {
        NewExportJson body = call.body(NewExportJson.class);
        List<Fault> faults = body.faults();
        if (!faults.isEmpty()) {
            return charging.unpaid(call, EXPORT, Problem.of(faults));
        }
        StartExport.Layout file = new StartExport.Layout(body.formatMeant(), body.byteOrderMark(), body.columns().orElse(List.of()));
        StartExport.Command command = new StartExport.Command(call.actor(), wanted(call, body), file,
                OperationKey.about(Charging.key(call), JsonText.of(body)), call.creditsMax(), call.dryRun());
        return switch (useCases.startExport().handle(command)) {
            case StartExport.Outcome.Queued(Export export, Job job, Optional<Answered> answered) -> queued(call, export, job, answered);
            case StartExport.Outcome.Foreseen(Optional<Answered> answered) -> charging.foreseen(call, EXPORT, answered);
            case StartExport.Outcome.Refused(Answered answered) -> charging.refused(call, EXPORT, answered);
            case StartExport.Outcome.PlanRequired(Optional<Plan> sufficient) ->
                charging.unpaid(call, EXPORT, Refusals.planRequired(sufficient));
            case StartExport.Outcome.UnlockRequired() -> charging.unpaid(call, EXPORT,
                    Problem.of(ProblemCode.UNLOCK_REQUIRED).with("action", Action.CREATOR_UNLOCK.code()));
            case StartExport.Outcome.UnknownColumns(List<String> columns) -> charging.unpaid(call, EXPORT,
                    Problem.invalid("#/columns", "there are no columns " + String.join(", ", columns)));
            case StartExport.Outcome.UnknownSeeds(Set<CreatorId> unknown) -> charging.unpaid(call, EXPORT, unknownSeeds(body, unknown));
            case StartExport.Outcome.TooMany(long found) -> charging.unpaid(call, EXPORT, Problem.invalid("#/search",
                    "finds " + found + " creators, and a file is made of " + ExportScope.MOST_CHOSEN + " at most: ask for fewer"));
        };
    }

    private Answer queued(Call call, Export export, Job job, Optional<Answered> answered) {
        ShownExport shown = new ShownExport(export, job, Optional.empty());
        Answer answer = charging.paid(call, EXPORT, answered, charge ->
                Answer.accepted(job.id().value(), new StartedExportJson(job.id().value(), TeamExportJson.of(shown), charge)));
        long reserved = answered.flatMap(known -> known.answer().charge()).map(Receipt::credits).orElse(0L);
        return answer.header(Credits.CHARGED, "0").header(Credits.RESERVED, String.valueOf(reserved));
    }

    private StartExport.Wanted wanted(Call call, NewExportJson body) {
        if (body.creatorIds().isPresent()) {
            return new StartExport.Wanted.Chosen(body.creatorIds().get().stream().map(CreatorId::new).distinct().toList());
        }
        if (body.search().isPresent()) {
            QuestionJson question = body.search().get();
            LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
            return new StartExport.Wanted.Found(Criteria.of(question, today), Criteria.similarTo(question.filters()),
                    shortlisted(call, question.filters()));
        }
        ExportKind kind = body.kindMeant();
        return new StartExport.Wanted.Rows(body.creatorId().or(body::campaignId).or(body::listId).map(thing -> ExportScope.of(kind, thing))
                .orElseGet(() -> kind == ExportKind.TRANSACTIONS ? ExportScope.between(body.from(), body.to()) : ExportScope.all(kind)));
    }

    private Set<CreatorId> shortlisted(Call call, Optional<FiltersJson> filters) {
        Set<CreatorId> creators = new HashSet<>();
        for (UUID campaign : Criteria.shortlistsOf(filters)) {
            Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.MOST));
            while (next.isPresent()) {
                Page<ShortlistEntry> page = campaigns.listShortlist().handle(
                        new ListShortlist.Query(call.actor(), new CampaignId(campaign), Optional.empty(), next.get()));
                page.items().forEach(entry -> creators.add(entry.creator()));
                next = page.next().map(position -> new PageRequest(PageRequest.MOST, Optional.of(position)));
            }
        }
        return creators;
    }

    private static Problem unknownSeeds(NewExportJson body, Set<CreatorId> unknown) {
        List<UUID> asked = body.search().flatMap(QuestionJson::filters).flatMap(FiltersJson::similarTo).orElse(List.of());
        List<Fault> faults = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            if (unknown.contains(new CreatorId(asked.get(place)))) {
                faults.add(new Fault(ProblemCode.INVALID_FIELD, "#/search/filters/similar_to/" + place,
                        "there is no such creator, or its categories are unknown"));
            }
        }
        return Problem.of(faults);
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listExports().handle(new ListExports.Query(call.actor(), page)), ALL, TeamExportJson::of);
    }

    private Reply show(Call call) {
        return Answer.ok(TeamExportJson.of(useCases.showExport().handle(new ShowExport.Query(call.actor(), call.path(ExportPath.class).id()))));
    }

    private Reply remove(Call call) {
        return switch (useCases.removeExport().handle(new RemoveExport.Command(call.actor(), call.path(ExportPath.class).id()))) {
            case RemoveExport.Outcome.Removed() -> Answer.noContent();
        };
    }

    private Reply fetch(Call call) {
        return switch (useCases.fetchExport().handle(new FetchExport.Query(call.actor(), call.path(ExportPath.class).id()))) {
            case FetchExport.Outcome.Handed(HandedFile file) -> download(file);
            case FetchExport.Outcome.NotReady(ShownExport shown) -> Problem.conflict("There is no file to fetch.", shown.status(), List.of());
        };
    }

    private Reply fetchByLink(Call call) {
        return download(useCases.fetchByLink().handle(new FetchByLink.Query(Anonymous.CALLER, call.path(FilePath.class).signed())));
    }

    private static Download download(HandedFile file) {
        return new Download(file.export().fileName(), file.export().format().mediaType(), file.bytes(), file.content()::piece);
    }
}
