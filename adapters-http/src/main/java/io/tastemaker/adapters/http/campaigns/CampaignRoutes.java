package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.NotYet;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.wallets.Refusals;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ChangeCampaign;
import io.tastemaker.application.campaigns.CreateCampaign;
import io.tastemaker.application.campaigns.DeleteCampaign;
import io.tastemaker.application.campaigns.ListCampaigns;
import io.tastemaker.application.campaigns.ShowCampaign;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.LaunchGap;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Campaigns: create, read, change, delete. */
public final class CampaignRoutes {

    record CampaignPath(@About("The campaign") UUID campaignId) {
        CampaignId id() {
            return new CampaignId(campaignId);
        }
    }

    record CampaignsQuery(
            @About("Only this state") Optional<@OneOf({"draft", "active", "paused", "completed", "archived"}) String> status,
            @About("Only this type") Optional<@OneOf({"creator"}) String> type,
            @NotYet Optional<Object> brandId,
            @About("Only names that contain this") Optional<@Length(max = 200) String> q,
            @About("The order") @Default("-created_at") @OneOf({"-created_at"}) String sort,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {
        record Filter(Optional<String> status, Optional<String> type, Optional<String> q, String sort) {}

        Filter filter() {
            return new Filter(status, type, q, sort);
        }
    }

    private final CampaignUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public CampaignRoutes(CampaignUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access writing = Access.needs(Permission.WRITE_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/campaigns", reading).says("campaigns", "List campaigns").about("The newest first.")
                        .query(CampaignsQuery.class).lists(CampaignJson.class, "The team's campaigns")
                        .problems(ProblemCode.NOT_AVAILABLE_YET).handle(this::list),
                Route.of(Method.POST, "/campaigns", writing).says("campaigns", "Create a campaign")
                        .about("It begins as a draft. The team's plan must have campaigns.")
                        .body(CampaignDraftJson.class).answers(201, CampaignJson.class, "The draft").versioned()
                        .problems(ProblemCode.NOT_AVAILABLE_YET, ProblemCode.PLAN_REQUIRED).repeatable().handle(this::create),
                Route.of(Method.GET, "/campaigns/{campaign_id}", reading).says("campaigns", "Show a campaign").path(CampaignPath.class)
                        .answers(200, CampaignJson.class, "The campaign").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PUT, "/campaigns/{campaign_id}", writing).says("campaigns", "Replace a campaign").path(CampaignPath.class)
                        .body(CampaignDraftJson.class).needsVersion().answers(200, CampaignJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_AVAILABLE_YET, ProblemCode.STATE_CONFLICT, ProblemCode.CAMPAIGN_INCOMPLETE,
                                ProblemCode.CURRENCY_MISMATCH)
                        .handle(this::replace),
                Route.of(Method.PATCH, "/campaigns/{campaign_id}", writing).says("campaigns", "Change a campaign").path(CampaignPath.class)
                        .body(CampaignPatchJson.class).needsVersion().answers(200, CampaignJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.NOT_AVAILABLE_YET, ProblemCode.STATE_CONFLICT, ProblemCode.CAMPAIGN_INCOMPLETE,
                                ProblemCode.CURRENCY_MISMATCH)
                        .handle(this::patch),
                Route.of(Method.DELETE, "/campaigns/{campaign_id}", writing).says("campaigns", "Delete a draft")
                        .heedsVersion().path(CampaignPath.class).answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::delete));
    }

    private Reply list(Call call) {
        CampaignsQuery query = call.query(CampaignsQuery.class);
        Optional<Campaign.Status> status = query.status().flatMap(code -> Coded.find(Campaign.Status.class, code));
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.filter()));
        ListCampaigns.Query wanted = new ListCampaigns.Query(call.actor(), status, query.q().orElse(""), page);
        return call.page(useCases.listCampaigns().handle(wanted), query.filter(), CampaignJson::of);
    }

    private Reply create(Call call) {
        CampaignDraftJson draft = call.body(CampaignDraftJson.class);
        CreateCampaign.Command command = new CreateCampaign.Command(call.actor(), draft.name().strip(), Briefs.of(draft));
        return switch (useCases.createCampaign().handle(command)) {
            case CreateCampaign.Outcome.Created(Campaign campaign) ->
                Answer.created(CampaignJson.location(campaign), CampaignJson.of(campaign)).version(campaign.version());
            case CreateCampaign.Outcome.PlanRequired(Optional<Plan> sufficient) -> Refusals.planRequired(sufficient);
        };
    }

    private Reply show(Call call) {
        return shown(campaign(call));
    }

    private Reply replace(Call call) {
        CampaignDraftJson draft = call.body(CampaignDraftJson.class);
        return change(call, draft.name().strip(), Briefs.of(draft));
    }

    private Reply patch(Call call) {
        CampaignPatchJson patch = call.body(CampaignPatchJson.class);
        Campaign campaign = campaign(call);
        String name = patch.name().over(Optional.of(campaign.name())).orElseThrow().strip();
        return change(call, name, Briefs.patched(campaign, patch));
    }

    static Problem incomplete(List<LaunchGap> gaps) {
        List<Fault> faults = gaps.stream()
                .map(gap -> new Fault(ProblemCode.CAMPAIGN_INCOMPLETE, "#/" + gap.code(), "a campaign that runs " + gap.wanted()))
                .toList();
        return Problem.of(faults).with("missing", gaps.stream().map(LaunchGap::code).toList());
    }

    static Problem over(Campaign.Status status, List<CampaignStep> allowed) {
        return Problem.conflict("The campaign is " + status.code() + " and stays as it is.", status.code(),
                allowed.stream().map(CampaignStep::code).toList());
    }

    private Reply change(Call call, String name, Brief brief) {
        CampaignId id = call.path(CampaignPath.class).id();
        ChangeCampaign.Command command = new ChangeCampaign.Command(call.actor(), id, call.ifMatch().orElseThrow(), name, brief);
        return switch (useCases.changeCampaign().handle(command)) {
            case ChangeCampaign.Outcome.Changed(Campaign campaign) -> shown(campaign);
            case ChangeCampaign.Outcome.Over(Campaign.Status status, List<CampaignStep> allowed) -> over(status, allowed);
            case ChangeCampaign.Outcome.Incomplete(List<LaunchGap> gaps) -> incomplete(gaps);
            case ChangeCampaign.Outcome.OtherCurrency(Currency expected) -> BudgetRoutes.otherCurrency(expected);
        };
    }

    private Reply delete(Call call) {
        DeleteCampaign.Command command = new DeleteCampaign.Command(
                call.actor(), call.path(CampaignPath.class).id(), call.expectedVersion());
        return switch (useCases.deleteCampaign().handle(command)) {
            case DeleteCampaign.Outcome.Deleted() -> Answer.noContent();
            case DeleteCampaign.Outcome.NoDraft(Campaign.Status status) ->
                Problem.conflict("Only a draft can be deleted.", status.code(), List.of());
        };
    }

    private Campaign campaign(Call call) {
        return useCases.showCampaign().handle(new ShowCampaign.Query(call.actor(), call.path(CampaignPath.class).id()));
    }

    static Answer shown(Campaign campaign) {
        return Answer.ok(CampaignJson.of(campaign)).version(campaign.version());
    }
}
