package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.AddCollaborator;
import io.tastemaker.application.campaigns.ChangeWorkRules;
import io.tastemaker.application.campaigns.ListCollaborators;
import io.tastemaker.application.campaigns.NamedCollaborator;
import io.tastemaker.application.campaigns.RemoveCollaborator;
import io.tastemaker.application.campaigns.ShowWorkRules;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Collaborator;
import io.tastemaker.domain.campaigns.Right;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who works on a campaign, and what holds for the work. */
public final class CollaboratorRoutes {

    private static final String ALL = "in the order they came";

    record CollaboratorPath(@About("The campaign") UUID campaignId, @About("The collaborator") UUID userId) {
        CampaignId campaign() {
            return new CampaignId(campaignId);
        }
    }

    record NewCampaignCollaboratorJson(
            @About("A member of the team") UUID userId,
            @About("What the member may do, beside reading: each right includes the ones before")
            @OneOf({"view", "comment", "edit", "approve"}) String right) {}

    record CampaignCollaboratorJson(
            UUID userId,
            @About("null once the person has left the team") Optional<String> name,
            @About("view, comment, edit or approve") String right,
            String addedBy,
            Instant addedAt) {

        static CampaignCollaboratorJson of(NamedCollaborator named) {
            Collaborator collaborator = named.collaborator();
            return new CampaignCollaboratorJson(collaborator.user().value(), named.name(), collaborator.right().code(), collaborator.addedBy(),
                    collaborator.addedAt());
        }
    }

    record WorkRulesJson(
            @About("As in the ETag") long version, @About("Whether who handed a deliverable in may approve it") boolean selfApproval) {

        static WorkRulesJson of(WorkRules rules) {
            return new WorkRulesJson(rules.version(), rules.selfApproval());
        }
    }

    record WorkRulesPatchJson(@About("Whether who handed a deliverable in may approve it") @Kept Field<Boolean> selfApproval) {}

    private final WorkUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the work of campaigns
     */
    public CollaboratorRoutes(WorkUseCases useCases) {
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
        String all = "/campaigns/{campaign_id}/collaborators";
        String rules = "/campaigns/{campaign_id}/work-rules";
        return List.of(
                Route.of(Method.GET, all, reading).says("campaigns", "List collaborators")
                        .about("Those who were given a right on this campaign. Who runs campaigns for the team has every right in each.")
                        .path(CampaignPath.class).lists(CampaignCollaboratorJson.class, "All of them").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, all, writing).says("campaigns", "Give somebody a right on a campaign")
                        .about("It takes the place of the right that the member had on this campaign.").path(CampaignPath.class)
                        .body(NewCampaignCollaboratorJson.class).answers(200, CampaignCollaboratorJson.class, "The collaborator, new or with another right")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.LIMIT_REACHED).repeatable().handle(this::add),
                Route.of(Method.DELETE, all + "/{user_id}", writing).says("campaigns", "Take a right on a campaign away")
                        .path(CollaboratorPath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::remove),
                Route.of(Method.GET, rules, reading).says("campaigns", "Show the work rules").path(CampaignPath.class)
                        .answers(200, WorkRulesJson.class, "What holds").versioned().problems(ProblemCode.NOT_FOUND).handle(this::rules),
                Route.of(Method.PATCH, rules, writing).says("campaigns", "Change the work rules").path(CampaignPath.class)
                        .body(WorkRulesPatchJson.class).needsVersion().answers(200, WorkRulesJson.class, "What holds now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change));
    }

    private Reply list(Call call) {
        List<NamedCollaborator> found =
                useCases.listCollaborators().handle(new ListCollaborators.Query(call.actor(), call.path(CampaignPath.class).id()));
        return call.page(new Page<>(found, Optional.empty()), ALL, CampaignCollaboratorJson::of);
    }

    private Reply add(Call call) {
        NewCampaignCollaboratorJson wanted = call.body(NewCampaignCollaboratorJson.class);
        AddCollaborator.Command command = new AddCollaborator.Command(call.actor(), call.path(CampaignPath.class).id(),
                new UserId(wanted.userId()), Coded.find(Right.class, wanted.right()).orElseThrow());
        return switch (useCases.addCollaborator().handle(command)) {
            case AddCollaborator.Outcome.Added(NamedCollaborator added) -> Answer.ok(CampaignCollaboratorJson.of(added));
            case AddCollaborator.Outcome.NoMember() -> Problem.invalid("#/user_id", "is no member of the team");
            case AddCollaborator.Outcome.TooMany(int most) -> WorkProblems.tooMany("collaborators in a campaign", most);
            case AddCollaborator.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply remove(Call call) {
        CollaboratorPath path = call.path(CollaboratorPath.class);
        return switch (useCases.removeCollaborator().handle(
                new RemoveCollaborator.Command(call.actor(), path.campaign(), new UserId(path.userId())))) {
            case RemoveCollaborator.Outcome.Removed() -> Answer.noContent();
            case RemoveCollaborator.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply rules(Call call) {
        return shown(found(call));
    }

    private Reply change(Call call) {
        boolean selfApproval = call.body(WorkRulesPatchJson.class).selfApproval().over(Optional.of(found(call).selfApproval())).orElseThrow();
        ChangeWorkRules.Command command = new ChangeWorkRules.Command(
                call.actor(), call.path(CampaignPath.class).id(), call.ifMatch().orElseThrow(), selfApproval);
        return switch (useCases.changeWorkRules().handle(command)) {
            case ChangeWorkRules.Outcome.Changed(WorkRules rules) -> shown(rules);
            case ChangeWorkRules.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private WorkRules found(Call call) {
        return useCases.showWorkRules().handle(new ShowWorkRules.Query(call.actor(), call.path(CampaignPath.class).id()));
    }

    private static Answer shown(WorkRules rules) {
        return Answer.ok(WorkRulesJson.of(rules)).version(rules.version());
    }
}
