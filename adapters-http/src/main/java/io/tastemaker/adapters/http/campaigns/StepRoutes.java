package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.CampaignUseCases;
import io.tastemaker.application.campaigns.ListTransitions;
import io.tastemaker.application.campaigns.MoveCampaign;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignStep;
import io.tastemaker.domain.campaigns.LaunchGap;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The life of a campaign: launch, pause, resume, complete, archive, and what was done so far. */
public final class StepRoutes {

    record StepJson(@About("Why; shown with the step") Optional<@Length(max = Transition.LONGEST_REASON) String> reason) {}

    record TransitionJson(
            @About("launch, pause, resume, complete or archive") String step,
            String from,
            String to,
            @About("The version of the campaign afterwards") long version,
            @About("Who took it") String by,
            Instant at,
            Optional<String> reason) {

        static TransitionJson of(Transition step) {
            return new TransitionJson(step.step().code(), step.from().code(), step.to().code(), step.version(), step.by(), step.at(), step.reason());
        }
    }

    private final CampaignUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public StepRoutes(CampaignUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return Stream.concat(Arrays.stream(CampaignStep.values()).map(this::route), Stream.of(
                        Route.of(Method.GET, "/campaigns/{campaign_id}/transitions", Access.needs(Permission.READ_CAMPAIGNS))
                                .says("campaigns", "List the steps of a campaign").about("The newest first.").path(CampaignPath.class)
                                .query(PageQuery.class).lists(TransitionJson.class, "The steps").problems(ProblemCode.NOT_FOUND).handle(this::list)))
                .toList();
    }

    private Route route(CampaignStep step) {
        String name = step.name().charAt(0) + step.code().substring(1);
        return Route.of(Method.POST, "/campaigns/{campaign_id}/" + step.code(), Access.needs(Permission.WRITE_CAMPAIGNS))
                .says("campaigns", name + " a campaign").about(about(step)).heedsVersion().path(CampaignPath.class).optionalBody(StepJson.class)
                .answers(200, CampaignJson.class, "As it is now").versioned()
                .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.CAMPAIGN_INCOMPLETE).handle(call -> move(call, step));
    }

    private static String about(CampaignStep step) {
        return switch (step) {
            case LAUNCH -> "From draft to active. Whatever is missing is named: words, platforms, budget, first and last day.";
            case PAUSE -> "From active to paused.";
            case RESUME -> "From paused to active.";
            case COMPLETE -> "From active or paused to completed; after that the campaign and its shortlist stay as they are.";
            case ARCHIVE -> "From completed to archived, for good.";
        };
    }

    private Reply move(Call call, CampaignStep step) {
        Optional<String> reason = call.body(StepJson.class).reason().map(String::strip);
        MoveCampaign.Command command =
                new MoveCampaign.Command(call.actor(), call.path(CampaignPath.class).id(), call.expectedVersion(), step, reason);
        return switch (useCases.moveCampaign().handle(command)) {
            case MoveCampaign.Outcome.Moved(Campaign campaign) -> CampaignRoutes.shown(campaign);
            case MoveCampaign.Outcome.NotAllowed(Campaign.Status status, List<CampaignStep> allowed) ->
                Problem.conflict(step.code() + " is not possible: the campaign is " + status.code() + ".", status.code(),
                        allowed.stream().map(CampaignStep::code).toList());
            case MoveCampaign.Outcome.Incomplete(List<LaunchGap> gaps) -> CampaignRoutes.incomplete(gaps);
        };
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        ListTransitions.Query wanted = new ListTransitions.Query(call.actor(), call.path(CampaignPath.class).id(),
                new PageRequest(query.limit(), call.position(query.cursor(), "transitions")));
        return call.page(useCases.listTransitions().handle(wanted), "transitions", TransitionJson::of);
    }
}
