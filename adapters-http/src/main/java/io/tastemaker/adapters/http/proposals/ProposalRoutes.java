package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.proposals.ChangeProposal;
import io.tastemaker.application.proposals.CompareProposalVersions;
import io.tastemaker.application.proposals.CreateProposal;
import io.tastemaker.application.proposals.DeleteProposal;
import io.tastemaker.application.proposals.ListProposalVersions;
import io.tastemaker.application.proposals.ListProposals;
import io.tastemaker.application.proposals.MoveProposal;
import io.tastemaker.application.proposals.ProposalUseCases;
import io.tastemaker.application.proposals.ShowProposal;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.proposals.Terms;
import io.tastemaker.domain.shared.Change;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Proposals: write, send, decide, take back, and look at their versions. */
public final class ProposalRoutes {

    record ProposalPath(@About("The proposal") UUID proposalId) {
        ProposalId id() {
            return new ProposalId(proposalId);
        }
    }

    record ProposalsQuery(
            @About("Only this state") Optional<@OneOf({"draft", "sent", "approved", "declined", "withdrawn"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<String> status) {}

    record ProposalReasonJson(@About("Why; stands in the version") Optional<@Length(min = 0, max = 2_000) String> reason) {}

    record NewProposalVersionJson(
            @About("What it offers from now on, as a whole") ProposalTermsJson terms,
            @About("Why; stands in the version") Optional<@Length(min = 0, max = 2_000) String> reason) {}

    record ComparisonQuery(
            @About("The number of one version") @Between(min = "1") long older,
            @About("The number of the other") @Between(min = "1") long newer) {}

    record ProposalVersionJson(
            @About("1 for the first") long number,
            @About("What was done: create, change, send, approve, decline or withdraw") String step,
            String status,
            ProposalJson.ShownTermsJson terms,
            String reason,
            String by,
            Instant at) {

        static ProposalVersionJson of(ProposalVersion version) {
            return new ProposalVersionJson(version.number(), version.step().code(), version.status().code(),
                    ProposalJson.ShownTermsJson.of(version.terms()), version.reason(), version.by(), version.at());
        }
    }

    record ProposalComparisonJson(long older, long newer, @About("One entry for each member that differs") List<ProposalDifferenceJson> differences) {}

    record ProposalDifferenceJson(String field, @About("null where it was not there") Optional<String> before, Optional<String> after) {
        static ProposalDifferenceJson of(Change change) {
            return new ProposalDifferenceJson(change.field(), change.before(), change.after());
        }
    }

    private static final Filter ALL = new Filter(Optional.empty());

    private final ProposalUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ProposalRoutes(ProposalUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_PROPOSALS);
        Access writing = Access.needs(Permission.WRITE_PROPOSALS);
        List<Route> routes = new ArrayList<>(List.of(
                Route.of(Method.GET, "/proposals", reading).says("proposals", "List proposals").about("The newest first.")
                        .query(ProposalsQuery.class).lists(ProposalJson.class, "The team's proposals").problems(ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::list),
                Route.of(Method.POST, "/proposals", writing).says("proposals", "Write a proposal").about("It begins as a draft.")
                        .body(ProposalTermsJson.class).answers(201, ProposalJson.class, "The draft").versioned()
                        .problems(ProblemCode.PROPOSALS_LOCKED, ProblemCode.LIMIT_REACHED).repeatable().handle(this::create),
                Route.of(Method.GET, "/proposals/{proposal_id}", reading).says("proposals", "Show a proposal").path(ProposalPath.class)
                        .answers(200, ProposalJson.class, "The proposal").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::show),
                Route.of(Method.PATCH, "/proposals/{proposal_id}", writing).says("proposals", "Change a proposal")
                        .about("Makes a version. What was declined or withdrawn is a draft again; what is sent or approved stays as it is.")
                        .path(ProposalPath.class).body(ProposalPatchJson.class).needsVersion().answers(200, ProposalJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).handle(this::patch),
                Route.of(Method.DELETE, "/proposals/{proposal_id}", writing).says("proposals", "Delete a proposal")
                        .about("With its versions; not what is sent or approved.").heedsVersion().path(ProposalPath.class)
                        .answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).handle(this::delete),
                Route.of(Method.GET, "/proposals/{proposal_id}/versions", reading).says("proposals", "List the versions of a proposal")
                        .about("The newest first; every step made one.").path(ProposalPath.class).query(PageQuery.class)
                        .lists(ProposalVersionJson.class, "The versions").problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::versions),
                Route.of(Method.POST, "/proposals/{proposal_id}/versions", writing).says("proposals", "Replace what a proposal offers")
                        .about("As a change does, with all terms at once.").path(ProposalPath.class).body(NewProposalVersionJson.class).heedsVersion()
                        .answers(200, ProposalVersionJson.class, "The version")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::addVersion),
                Route.of(Method.GET, "/proposals/{proposal_id}/differences", reading).says("proposals", "Compare two versions of a proposal")
                        .path(ProposalPath.class).query(ComparisonQuery.class).answers(200, ProposalComparisonJson.class, "What differs")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::compare)));
        routes.add(step(writing, Proposal.Step.SEND, "Send a proposal", "To those who decide. Summary, deliverables and fee must be there."));
        routes.add(step(writing, Proposal.Step.APPROVE, "Approve a proposal", "What is approved stays as it is."));
        routes.add(step(writing, Proposal.Step.DECLINE, "Decline a proposal", "A change makes a draft of it again."));
        routes.add(step(writing, Proposal.Step.WITHDRAW, "Take a proposal back", "A change makes a draft of it again."));
        return List.copyOf(routes);
    }

    private Route step(Access writing, Proposal.Step step, String says, String about) {
        return Route.of(Method.POST, "/proposals/{proposal_id}/" + step.code(), writing).says("proposals", says).about(about)
                .path(ProposalPath.class).body(ProposalReasonJson.class).heedsVersion().answers(200, ProposalJson.class, "As it is now").versioned()
                .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).repeatable()
                .handle(call -> move(call, step));
    }

    private Reply list(Call call) {
        ProposalsQuery query = call.query(ProposalsQuery.class);
        Filter filter = new Filter(query.status());
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        ListProposals.Query wanted = new ListProposals.Query(call.actor(), call.actor().team(), status(query.status()), page);
        return call.page(useCases.listProposals().handle(wanted), filter, ProposalJson::of);
    }

    static Optional<Proposal.Status> status(Optional<String> code) {
        return code.flatMap(word -> Coded.find(Proposal.Status.class, word));
    }

    private Reply create(Call call) {
        Terms terms = call.body(ProposalTermsJson.class).terms();
        return created(useCases.createProposal().handle(new CreateProposal.Command(call.actor(), call.actor().team(), terms)), "/proposals/", "#/");
    }

    static Reply created(CreateProposal.Outcome outcome, String location, String place) {
        return switch (outcome) {
            case CreateProposal.Outcome.Created(Proposal proposal) ->
                Answer.created(location + proposal.id(), ProposalJson.of(proposal)).version(proposal.version());
            case CreateProposal.Outcome.UnknownCampaign() -> unknownCampaign(place);
            case CreateProposal.Outcome.TooMany() -> Problem.of(ProblemCode.LIMIT_REACHED).with("most", CreateProposal.MOST_OF_A_TEAM);
        };
    }

    static Problem unknownCampaign(String place) {
        return Problem.invalid(place + "campaign_id", "there is no such campaign");
    }

    private Reply show(Call call) {
        return shown(found(call));
    }

    private Reply patch(Call call) {
        ProposalPatchJson patch = call.body(ProposalPatchJson.class);
        return switch (useCases.changeProposal().handle(new ChangeProposal.Command(call.actor(), call.actor().team(), call.path(ProposalPath.class).id(),
                OptionalLong.of(call.ifMatch().orElseThrow()), patch.over(found(call).terms()), patch.why()))) {
            case ChangeProposal.Outcome.Changed(Proposal proposal, ProposalVersion version) -> shown(proposal);
            case ChangeProposal.Outcome.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> conflict("change", status, allowed);
            case ChangeProposal.Outcome.UnknownCampaign() -> unknownCampaign("#/");
        };
    }

    private Reply addVersion(Call call) {
        NewProposalVersionJson wanted = call.body(NewProposalVersionJson.class);
        return switch (useCases.changeProposal().handle(new ChangeProposal.Command(call.actor(), call.actor().team(), call.path(ProposalPath.class).id(),
                call.expectedVersion(), wanted.terms().terms(), wanted.reason().orElse("")))) {
            case ChangeProposal.Outcome.Changed(Proposal proposal, ProposalVersion version) -> Answer.ok(ProposalVersionJson.of(version));
            case ChangeProposal.Outcome.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> conflict("change", status, allowed);
            case ChangeProposal.Outcome.UnknownCampaign() -> unknownCampaign("#/terms/");
        };
    }

    private Reply delete(Call call) {
        DeleteProposal.Command command = new DeleteProposal.Command(call.actor(), call.path(ProposalPath.class).id(), call.expectedVersion());
        return switch (useCases.deleteProposal().handle(command)) {
            case DeleteProposal.Outcome.Deleted() -> Answer.noContent();
            case DeleteProposal.Outcome.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> conflict("delete", status, allowed);
        };
    }

    private Reply move(Call call, Proposal.Step step) {
        MoveProposal.Command command = new MoveProposal.Command(call.actor(), call.path(ProposalPath.class).id(), call.expectedVersion(), step,
                call.body(ProposalReasonJson.class).reason().orElse(""));
        return switch (useCases.moveProposal().handle(command)) {
            case MoveProposal.Outcome.Moved(Proposal proposal) -> shown(proposal);
            case MoveProposal.Outcome.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) -> conflict(step.code(), status, allowed);
            case MoveProposal.Outcome.Incomplete(List<String> missing) -> Problem.conflict(
                    "Nobody can decide about it yet: it lacks " + String.join(", ", missing) + ".", Proposal.Status.DRAFT.code(),
                    List.of(Proposal.Step.CHANGE.code(), Proposal.Step.DELETE.code())).with("missing", missing);
        };
    }

    private Reply versions(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListProposalVersions.Query wanted = new ListProposalVersions.Query(call.actor(), call.path(ProposalPath.class).id(), page);
        return call.page(useCases.listProposalVersions().handle(wanted), ALL, ProposalVersionJson::of);
    }

    private Reply compare(Call call) {
        ComparisonQuery query = call.query(ComparisonQuery.class);
        CompareProposalVersions.Query wanted =
                new CompareProposalVersions.Query(call.actor(), call.path(ProposalPath.class).id(), query.older(), query.newer());
        return switch (useCases.compareProposalVersions().handle(wanted)) {
            case CompareProposalVersions.Outcome.Compared(List<Change> differences) ->
                Answer.ok(new ProposalComparisonJson(query.older(), query.newer(), differences.stream().map(ProposalDifferenceJson::of).toList()));
            case CompareProposalVersions.Outcome.UnknownVersion(long number, long newest) -> Problem.of(List.of(new Fault(
                    ProblemCode.INVALID_PARAMETER, number == query.older() ? "?older" : "?newer", "the versions are 1.." + newest)));
        };
    }

    private Proposal found(Call call) {
        return useCases.showProposal().handle(new ShowProposal.Query(call.actor(), call.actor().team(), call.path(ProposalPath.class).id()));
    }

    static Answer shown(Proposal proposal) {
        return Answer.ok(ProposalJson.of(proposal)).version(proposal.version());
    }

    static Problem conflict(String step, Proposal.Status status, List<Proposal.Step> allowed) {
        return Problem.conflict("The proposal is " + status.code() + ", so this cannot be done: " + step + ".", status.code(), ProposalJson.codes(allowed));
    }
}
