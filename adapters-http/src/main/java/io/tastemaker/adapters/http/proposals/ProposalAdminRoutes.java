package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.proposals.ChangeProposal;
import io.tastemaker.application.proposals.CloseProposals;
import io.tastemaker.application.proposals.CreateProposal;
import io.tastemaker.application.proposals.ListProposalAccess;
import io.tastemaker.application.proposals.ListProposals;
import io.tastemaker.application.proposals.OpenProposals;
import io.tastemaker.application.proposals.ProposalUseCases;
import io.tastemaker.application.proposals.ShowProposal;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.proposals.Proposal;
import io.tastemaker.domain.proposals.ProposalAccess;
import io.tastemaker.domain.proposals.ProposalVersion;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** To whom proposals are open, and the proposals that staff run for a client's team. */
public final class ProposalAdminRoutes {

    record AccessPath(@About("The team") UUID teamId) {}

    record NewProposalAccessJson(@About("The team") UUID teamId) {}

    record ProposalAccessJson(UUID teamId, @About("The operator who opened them") String grantedBy, Instant grantedAt) {
        static ProposalAccessJson of(ProposalAccess access) {
            return new ProposalAccessJson(access.team().value(), access.grantedBy(), access.grantedAt());
        }
    }

    record AnyProposalPath(@About("The proposal") UUID proposalId) {
        ProposalId id() {
            return new ProposalId(proposalId);
        }
    }

    record TeamQuery(@About("Whose proposal") UUID teamId) {}

    record AnyProposalsQuery(
            @About("Whose proposals") UUID teamId,
            @About("Only this state") Optional<@OneOf({"draft", "sent", "approved", "declined", "withdrawn"}) String> status,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(UUID team, Optional<String> status) {}

    record NewAnyProposalJson(@About("For which team") UUID teamId, @About("What it offers") ProposalTermsJson terms) {}

    private record Whole() {}

    private static final Whole ALL = new Whole();

    private final ProposalUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ProposalAdminRoutes(ProposalUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.GET, "/admin/proposal-access", operating).says("proposals", "List the teams to which proposals are open")
                        .query(PageQuery.class).lists(ProposalAccessJson.class, "The newest first").handle(this::accesses),
                Route.of(Method.POST, "/admin/proposal-access", operating).says("proposals", "Open proposals to a team")
                        .body(NewProposalAccessJson.class).answers(200, ProposalAccessJson.class, "They are open, from now on or since before")
                        .problems(ProblemCode.NOT_FOUND).repeatable().handle(this::open),
                Route.of(Method.DELETE, "/admin/proposal-access/{team_id}", operating).says("proposals", "Close proposals to a team")
                        .about("What the team has written is kept, and there again when they are opened.").path(AccessPath.class)
                        .answersNothing("They are closed").problems(ProblemCode.NOT_FOUND).handle(this::close),
                Route.of(Method.GET, "/admin/proposals", operating).says("proposals", "List the proposals of any team")
                        .query(AnyProposalsQuery.class).lists(ProposalJson.class, "The newest first").problems(ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::list),
                Route.of(Method.POST, "/admin/proposals", operating).says("proposals", "Write a proposal for a team")
                        .about("Proposals must be open to the team. Its audit log says who wrote it.").body(NewAnyProposalJson.class)
                        .answers(201, ProposalJson.class, "The draft").versioned().problems(ProblemCode.PROPOSALS_LOCKED, ProblemCode.LIMIT_REACHED)
                        .repeatable().handle(this::create),
                Route.of(Method.GET, "/admin/proposals/{proposal_id}", operating).says("proposals", "Show a proposal of any team")
                        .path(AnyProposalPath.class).query(TeamQuery.class).answers(200, ProposalJson.class, "The proposal").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::show),
                Route.of(Method.PATCH, "/admin/proposals/{proposal_id}", operating).says("proposals", "Change a proposal of any team")
                        .path(AnyProposalPath.class).query(TeamQuery.class).body(ProposalPatchJson.class).needsVersion()
                        .answers(200, ProposalJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED, ProblemCode.STATE_CONFLICT).handle(this::patch));
    }

    private Reply accesses(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listProposalAccess().handle(new ListProposalAccess.Query(call.actor(), page)), ALL, ProposalAccessJson::of);
    }

    private Reply open(Call call) {
        OpenProposals.Command command = new OpenProposals.Command(call.actor(), new TeamId(call.body(NewProposalAccessJson.class).teamId()));
        return switch (useCases.openProposals().handle(command)) {
            case OpenProposals.Outcome.Open(ProposalAccess access, boolean before) -> Answer.ok(ProposalAccessJson.of(access));
        };
    }

    private Reply close(Call call) {
        CloseProposals.Command command = new CloseProposals.Command(call.actor(), new TeamId(call.path(AccessPath.class).teamId()));
        return switch (useCases.closeProposals().handle(command)) {
            case CloseProposals.Outcome.Closed() -> Answer.noContent();
        };
    }

    private Reply list(Call call) {
        AnyProposalsQuery query = call.query(AnyProposalsQuery.class);
        Filter filter = new Filter(query.teamId(), query.status());
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        ListProposals.Query wanted =
                new ListProposals.Query(call.actor(), new TeamId(query.teamId()), ProposalRoutes.status(query.status()), page);
        return call.page(useCases.listProposals().handle(wanted), filter, ProposalJson::of);
    }

    private Reply create(Call call) {
        NewAnyProposalJson wanted = call.body(NewAnyProposalJson.class);
        CreateProposal.Command command = new CreateProposal.Command(call.actor(), new TeamId(wanted.teamId()), wanted.terms().terms());
        return ProposalRoutes.created(useCases.createProposal().handle(command), "/admin/proposals/", "#/terms/");
    }

    private Reply show(Call call) {
        return ProposalRoutes.shown(found(call));
    }

    private Reply patch(Call call) {
        ProposalPatchJson patch = call.body(ProposalPatchJson.class);
        Proposal current = found(call);
        ChangeProposal.Command command = new ChangeProposal.Command(call.actor(), current.team(), current.id(),
                OptionalLong.of(call.ifMatch().orElseThrow()), patch.over(current.terms()), patch.why());
        return switch (useCases.changeProposal().handle(command)) {
            case ChangeProposal.Outcome.Changed(Proposal proposal, ProposalVersion version) -> ProposalRoutes.shown(proposal);
            case ChangeProposal.Outcome.NotFromHere(Proposal.Status status, List<Proposal.Step> allowed) ->
                ProposalRoutes.conflict("change", status, allowed);
            case ChangeProposal.Outcome.UnknownCampaign() -> ProposalRoutes.unknownCampaign("#/");
        };
    }

    private Proposal found(Call call) {
        TeamId team = new TeamId(call.query(TeamQuery.class).teamId());
        return useCases.showProposal().handle(new ShowProposal.Query(call.actor(), team, call.path(AnyProposalPath.class).id()));
    }
}
