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
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.AddMilestone;
import io.tastemaker.application.campaigns.ChangeMilestone;
import io.tastemaker.application.campaigns.ListMilestones;
import io.tastemaker.application.campaigns.RemoveMilestone;
import io.tastemaker.application.campaigns.ShowMilestone;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import io.tastemaker.domain.shared.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The milestones of a campaign. */
public final class MilestoneRoutes {

    private static final String ALL = "in their order";

    record MilestonePath(@About("The campaign") UUID campaignId, @About("The milestone") UUID milestoneId) {
        CampaignId campaign() {
            return new CampaignId(campaignId);
        }

        MilestoneId id() {
            return new MilestoneId(milestoneId);
        }
    }

    record MilestonesQuery(@About("The day on which overdue is judged; without it, today in UTC") Optional<LocalDate> on) {}

    record NewMilestoneJson(
            @About("What shall be reached") @Length(max = Milestone.MOST_NAME) String name,
            @About("By which day") LocalDate dueOn,
            @About("Where it stands; those of one position are ordered by their days") @Default("0") @Between(min = "0", max = "10000") int position) {}

    record MilestonePatchJson(
            @About("What shall be reached") @Kept Field<@Length(max = Milestone.MOST_NAME) String> name,
            @About("By which day") @Kept Field<LocalDate> dueOn,
            @About("Where it stands") @Kept Field<@Between(min = "0", max = "10000") Integer> position,
            @About("Whether it is reached") @Kept Field<Boolean> done) {}

    record MilestoneJson(
            UUID id,
            @About("As in the ETag") long version,
            String name,
            LocalDate dueOn,
            int position,
            boolean done,
            Optional<Instant> doneAt,
            @About("Whether its day is past and it is not reached") boolean overdue,
            String createdBy,
            Instant createdAt) {

        static MilestoneJson of(Milestone milestone, LocalDate day) {
            return new MilestoneJson(milestone.id().value(), milestone.version(), milestone.name(), milestone.dueOn(), milestone.position(),
                    milestone.doneAt().isPresent(), milestone.doneAt(), milestone.isOverdue(day), milestone.createdBy(), milestone.createdAt());
        }
    }

    private final WorkUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the work of campaigns
     * @param clock says which day it is
     */
    public MilestoneRoutes(WorkUseCases useCases, InstantSource clock) {
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
        String all = "/campaigns/{campaign_id}/milestones";
        String one = all + "/{milestone_id}";
        return List.of(
                Route.of(Method.GET, all, reading).says("campaigns", "List milestones").about("By position, then by day.").path(CampaignPath.class)
                        .query(MilestonesQuery.class).lists(MilestoneJson.class, "All of them").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, all, working).says("campaigns", "Set a milestone").about("It takes the right to edit.")
                        .path(CampaignPath.class).body(NewMilestoneJson.class).answers(201, MilestoneJson.class, "As it was set").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.LIMIT_REACHED).repeatable().handle(this::add),
                Route.of(Method.GET, one, reading).says("campaigns", "Show a milestone").path(MilestonePath.class)
                        .answers(200, MilestoneJson.class, "The milestone").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, one, working).says("campaigns", "Change a milestone")
                        .about("It takes the right to edit. done says that it is reached, or is not after all.").path(MilestonePath.class)
                        .body(MilestonePatchJson.class).needsVersion().answers(200, MilestoneJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, one, working).says("campaigns", "Remove a milestone").about("It takes the right to edit.").heedsVersion()
                        .path(MilestonePath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::remove));
    }

    private Reply list(Call call) {
        LocalDate day = call.query(MilestonesQuery.class).on().orElseGet(this::today);
        List<Milestone> found = useCases.listMilestones().handle(new ListMilestones.Query(call.actor(), call.path(CampaignPath.class).id()));
        return call.page(new Page<>(found, Optional.empty()), ALL, milestone -> MilestoneJson.of(milestone, day));
    }

    private Reply add(Call call) {
        NewMilestoneJson wanted = call.body(NewMilestoneJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        return switch (useCases.addMilestone().handle(new AddMilestone.Command(
                call.actor(), campaign, WorkProblems.said("#/name", wanted.name()), wanted.dueOn(), wanted.position()))) {
            case AddMilestone.Outcome.Added(Milestone added) ->
                Answer.created("/campaigns/" + campaign + "/milestones/" + added.id(), MilestoneJson.of(added, today())).version(added.version());
            case AddMilestone.Outcome.TooMany(int most) -> WorkProblems.tooMany("milestones in a campaign", most);
            case AddMilestone.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply show(Call call) {
        return shown(milestone(call));
    }

    private Reply change(Call call) {
        MilestonePatchJson patch = call.body(MilestonePatchJson.class);
        MilestonePath path = call.path(MilestonePath.class);
        Milestone now = milestone(call);
        ChangeMilestone.Command command = new ChangeMilestone.Command(call.actor(), path.campaign(), path.id(), call.ifMatch().orElseThrow(),
                WorkProblems.said("#/name", patch.name().over(Optional.of(now.name())).orElseThrow()),
                patch.dueOn().over(Optional.of(now.dueOn())).orElseThrow(), patch.position().over(Optional.of(now.position())).orElseThrow(),
                patch.done().over(Optional.of(now.doneAt().isPresent())).orElseThrow());
        return switch (useCases.changeMilestone().handle(command)) {
            case ChangeMilestone.Outcome.Changed(Milestone changed) -> shown(changed);
            case ChangeMilestone.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply remove(Call call) {
        MilestonePath path = call.path(MilestonePath.class);
        return switch (useCases.removeMilestone().handle(
                new RemoveMilestone.Command(call.actor(), path.campaign(), path.id(), call.expectedVersion()))) {
            case RemoveMilestone.Outcome.Removed() -> Answer.noContent();
            case RemoveMilestone.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Milestone milestone(Call call) {
        MilestonePath path = call.path(MilestonePath.class);
        return useCases.showMilestone().handle(new ShowMilestone.Query(call.actor(), path.campaign(), path.id()));
    }

    private Answer shown(Milestone milestone) {
        return Answer.ok(MilestoneJson.of(milestone, today())).version(milestone.version());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
