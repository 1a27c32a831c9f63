package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.AddDeliverable;
import io.tastemaker.application.campaigns.ListDeliverables;
import io.tastemaker.application.campaigns.MoveDeliverable;
import io.tastemaker.application.campaigns.RemoveDeliverable;
import io.tastemaker.application.campaigns.ShowDeliverable;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Deliverable;
import io.tastemaker.domain.campaigns.Deliverable.Move;
import io.tastemaker.domain.campaigns.ProofLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The deliverables of a campaign. */
public final class DeliverableRoutes {

    private static final String PROOF = "must be an https address of the public web, such as https://www.example.com/p/1: a full name, no user, "
            + "no other port than 443, nothing private";

    record DeliverablePath(@About("The campaign") UUID campaignId, @About("The deliverable") UUID deliverableId) {
        CampaignId campaign() {
            return new CampaignId(campaignId);
        }

        DeliverableId id() {
            return new DeliverableId(deliverableId);
        }
    }

    record DeliverablesQuery(
            @About("Only this state")
            Optional<@OneOf({"planned", "assigned", "submitted", "approved", "rejected", "canceled"}) String> status,
            @About("The day on which overdue is judged; without it, today in UTC") Optional<LocalDate> on,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<String> status) {}

    record NewDeliverableJson(
            @About("What kind of work") @OneOf({"post", "reel", "story", "video", "live", "article", "podcast", "event", "other"}) String type,
            @About("What exactly") @Length(max = Deliverable.MOST_TITLE) String title,
            @About("From whom: somebody on the shortlist") Optional<UUID> creatorId,
            @About("Until which day") Optional<LocalDate> dueOn) {}

    record DeliverablePatchJson(
            @About("What kind of work")
            @Kept Field<@OneOf({"post", "reel", "story", "video", "live", "article", "podcast", "event", "other"}) String> type,
            @About("What exactly") @Kept Field<@Length(max = Deliverable.MOST_TITLE) String> title,
            @About("From whom: somebody on the shortlist") Field<UUID> creatorId,
            @About("Until which day") Field<LocalDate> dueOn) {}

    record DeliverableSubmissionJson(
            @About("Where the work can be seen: a public https address; it is not fetched") @Length(max = ProofLink.MOST_LENGTH) String proofUrl) {}

    record DeliverableRejectionJson(@About("What is missing") @Length(max = Deliverable.MOST_REASON) String reason) {}

    private final WorkUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the work of campaigns
     * @param clock says which day it is
     */
    public DeliverableRoutes(WorkUseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access working = Access.needs(Permission.WORK_ON_CAMPAIGNS);
        String all = "/campaigns/{campaign_id}/deliverables";
        String one = all + "/{deliverable_id}";
        return List.of(
                Route.of(Method.GET, all, reading).says("campaigns", "List deliverables").about("The oldest first.").path(CampaignPath.class)
                        .query(DeliverablesQuery.class).lists(DeliverableJson.class, "The campaign's deliverables")
                        .problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, all, working).says("campaigns", "Plan a deliverable")
                        .about("It takes the right to edit. It is planned, or assigned when a creator is named.").path(CampaignPath.class)
                        .body(NewDeliverableJson.class).answers(201, DeliverableJson.class, "As it was planned").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.LIMIT_REACHED).repeatable().handle(this::add),
                Route.of(Method.GET, one, reading).says("campaigns", "Show a deliverable").path(DeliverablePath.class)
                        .answers(200, DeliverableJson.class, "The deliverable").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, one, working).says("campaigns", "Change a deliverable")
                        .about("It takes the right to edit, and a deliverable that is still to be done.").path(DeliverablePath.class)
                        .body(DeliverablePatchJson.class).needsVersion().answers(200, DeliverableJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, one, working).says("campaigns", "Remove a deliverable")
                        .about("It takes the right to edit. What was handed in once stays; cancel it instead.").heedsVersion()
                        .path(DeliverablePath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::remove),
                Route.of(Method.POST, one + "/submit", working).says("campaigns", "Hand a deliverable in")
                        .about("It takes the right to edit.").path(DeliverablePath.class).body(DeliverableSubmissionJson.class).heedsVersion()
                        .answers(200, DeliverableJson.class, "As it is now").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::submit),
                step(one, working, Deliverable.Step.APPROVE, "Approve a deliverable",
                        "It takes the right to approve. Who handed it in may not, unless the work rules allow it.", new Move.Approve()),
                Route.of(Method.POST, one + "/reject", working).says("campaigns", "Send a deliverable back")
                        .about("It takes the right to approve.").path(DeliverablePath.class).body(DeliverableRejectionJson.class).heedsVersion()
                        .answers(200, DeliverableJson.class, "As it is now").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(call -> moved(call, new Move.Reject(WorkProblems.said("#/reason", call.body(DeliverableRejectionJson.class).reason())))),
                step(one, working, Deliverable.Step.REOPEN, "Reopen a deliverable",
                        "It takes the right to edit, and of what is approved the right to approve.", new Move.Reopen()),
                step(one, working, Deliverable.Step.CANCEL, "Cancel a deliverable", "It takes the right to edit.", new Move.Cancel()));
    }

    private Route step(String path, Access working, Deliverable.Step step, String says, String about, Move move) {
        List<ProblemCode> problems = step == Deliverable.Step.APPROVE
                ? List.of(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.SELF_APPROVAL_FORBIDDEN)
                : List.of(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT);
        return Route.of(Method.POST, path + "/" + step.code(), working).says("campaigns", says).about(about).path(DeliverablePath.class)
                .heedsVersion().answers(200, DeliverableJson.class, "As it is now").problems(problems.toArray(ProblemCode[]::new))
                .handle(call -> moved(call, move));
    }

    private Reply list(Call call) {
        DeliverablesQuery query = call.query(DeliverablesQuery.class);
        Filter filter = new Filter(query.status());
        LocalDate day = query.on().orElseGet(this::today);
        ListDeliverables.Query wanted = new ListDeliverables.Query(call.actor(), call.path(CampaignPath.class).id(),
                query.status().flatMap(code -> Coded.find(Deliverable.State.class, code)),
                new PageRequest(query.limit(), call.position(query.cursor(), filter)));
        return call.page(useCases.listDeliverables().handle(wanted), filter, deliverable -> DeliverableJson.of(deliverable, day));
    }

    private Reply add(Call call) {
        NewDeliverableJson wanted = call.body(NewDeliverableJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        Deliverable.Work work = new Deliverable.Work(Coded.find(Deliverable.Type.class, wanted.type()).orElseThrow(), title(wanted.title()),
                wanted.creatorId().map(CreatorId::new), wanted.dueOn());
        return switch (useCases.addDeliverable().handle(new AddDeliverable.Command(call.actor(), campaign, work))) {
            case AddDeliverable.Outcome.Added(Deliverable added) ->
                Answer.created("/campaigns/" + campaign + "/deliverables/" + added.id(), DeliverableJson.of(added, today())).version(added.version());
            case AddDeliverable.Outcome.NotShortlisted() -> WorkProblems.notShortlisted();
            case AddDeliverable.Outcome.TooMany(int most) -> WorkProblems.tooMany("deliverables in a campaign", most);
            case AddDeliverable.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply show(Call call) {
        return shown(deliverable(call));
    }

    private Reply change(Call call) {
        DeliverablePatchJson patch = call.body(DeliverablePatchJson.class);
        Deliverable.Work work = deliverable(call).work();
        Deliverable.Type type = patch.type().over(Optional.empty()).flatMap(code -> Coded.find(Deliverable.Type.class, code)).orElse(work.type());
        return moved(call, new Move.Change(new Deliverable.Work(type, title(patch.title().over(Optional.of(work.title())).orElseThrow()),
                patch.creatorId().<CreatorId>map(CreatorId::new).over(work.creator()), patch.dueOn().over(work.dueOn()))));
    }

    private Reply remove(Call call) {
        DeliverablePath path = call.path(DeliverablePath.class);
        return switch (useCases.removeDeliverable().handle(
                new RemoveDeliverable.Command(call.actor(), path.campaign(), path.id(), call.expectedVersion()))) {
            case RemoveDeliverable.Outcome.Removed() -> Answer.noContent();
            case RemoveDeliverable.Outcome.HandedIn(Deliverable.State state, List<Deliverable.Step> allowed) ->
                Problem.conflict("What was handed in stays for the record.", state.code(), codes(allowed));
            case RemoveDeliverable.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply submit(Call call) {
        return ProofLink.read(call.body(DeliverableSubmissionJson.class).proofUrl()).<Reply>map(proof -> moved(call, new Move.Submit(proof)))
                .orElseGet(() -> Problem.invalid("#/proof_url", PROOF));
    }

    private Reply moved(Call call, Move move) {
        DeliverablePath path = call.path(DeliverablePath.class);
        MoveDeliverable.Command command =
                new MoveDeliverable.Command(call.actor(), path.campaign(), path.id(), call.expectedVersion(), move);
        return switch (useCases.moveDeliverable().handle(command)) {
            case MoveDeliverable.Outcome.Moved(Deliverable moved) -> shown(moved);
            case MoveDeliverable.Outcome.NotNow(Deliverable.Step step, Deliverable.State state, List<Deliverable.Step> allowed) ->
                Problem.conflict("It is " + state.code() + ", which does not allow to " + step.code() + " it.", state.code(), codes(allowed));
            case MoveDeliverable.Outcome.OwnWork() -> Problem.of(ProblemCode.SELF_APPROVAL_FORBIDDEN);
            case MoveDeliverable.Outcome.NotShortlisted() -> WorkProblems.notShortlisted();
            case MoveDeliverable.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Deliverable deliverable(Call call) {
        DeliverablePath path = call.path(DeliverablePath.class);
        return useCases.showDeliverable().handle(new ShowDeliverable.Query(call.actor(), path.campaign(), path.id()));
    }

    private Answer shown(Deliverable deliverable) {
        return Answer.ok(DeliverableJson.of(deliverable, today())).version(deliverable.version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String title(String text) {
        return WorkProblems.said("#/title", text);
    }

    private static List<String> codes(List<Deliverable.Step> steps) {
        return steps.stream().map(Deliverable.Step::code).toList();
    }
}
