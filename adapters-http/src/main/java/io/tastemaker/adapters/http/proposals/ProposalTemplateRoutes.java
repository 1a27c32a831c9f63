package io.tastemaker.adapters.http.proposals;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.proposals.CreateProposalTemplate;
import io.tastemaker.application.proposals.DeleteProposalTemplate;
import io.tastemaker.application.proposals.ListProposalTemplates;
import io.tastemaker.application.proposals.ProposalUseCases;
import io.tastemaker.application.proposals.ReplaceProposalTemplate;
import io.tastemaker.application.proposals.ShowProposalTemplate;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.proposals.ProposalTemplate;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.ProposalTemplateId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Templates for proposals. */
public final class ProposalTemplateRoutes {

    record TemplatePath(@About("The template") UUID templateId) {
        ProposalTemplateId id() {
            return new ProposalTemplateId(templateId);
        }
    }

    record NewProposalTemplateJson(
            @About("1 to 200 characters") @Length(max = 200) String name,
            @About("What a proposal made from it offers at first: send these terms to make one") ProposalTermsJson terms) {}

    record ProposalTemplateJson(
            UUID id,
            @About("As in the ETag") long version,
            String name,
            ProposalJson.ShownTermsJson terms,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {

        static ProposalTemplateJson of(ProposalTemplate template) {
            return new ProposalTemplateJson(template.id().value(), template.version(), template.name(),
                    ProposalJson.ShownTermsJson.of(template.terms()), template.createdBy(), template.createdAt(), template.updatedAt());
        }
    }

    private record Whole() {}

    private static final Whole ALL = new Whole();

    private final ProposalUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ProposalTemplateRoutes(ProposalUseCases useCases) {
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
        return List.of(
                Route.of(Method.GET, "/proposal-templates", reading).says("proposals", "List templates for proposals").about("The newest first.")
                        .query(PageQuery.class).lists(ProposalTemplateJson.class, "The team's templates").problems(ProblemCode.PROPOSALS_LOCKED)
                        .handle(this::list),
                Route.of(Method.POST, "/proposal-templates", writing).says("proposals", "Make a template for proposals")
                        .body(NewProposalTemplateJson.class).answers(201, ProposalTemplateJson.class, "The template").versioned()
                        .problems(ProblemCode.LIMIT_REACHED, ProblemCode.PROPOSALS_LOCKED).repeatable().handle(this::create),
                Route.of(Method.GET, "/proposal-templates/{template_id}", reading).says("proposals", "Show a template for proposals")
                        .path(TemplatePath.class).answers(200, ProposalTemplateJson.class, "The template").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::show),
                Route.of(Method.PUT, "/proposal-templates/{template_id}", writing).says("proposals", "Replace a template for proposals")
                        .about("Proposals that were made from it stay as they are.").path(TemplatePath.class).body(NewProposalTemplateJson.class)
                        .needsVersion().answers(200, ProposalTemplateJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::replace),
                Route.of(Method.DELETE, "/proposal-templates/{template_id}", writing).says("proposals", "Delete a template for proposals")
                        .heedsVersion().path(TemplatePath.class).answersNothing("It is gone")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.PROPOSALS_LOCKED).handle(this::delete));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listProposalTemplates().handle(new ListProposalTemplates.Query(call.actor(), page)), ALL, ProposalTemplateJson::of);
    }

    private Reply create(Call call) {
        NewProposalTemplateJson wanted = call.body(NewProposalTemplateJson.class);
        CreateProposalTemplate.Command command = new CreateProposalTemplate.Command(call.actor(), wanted.name().strip(), wanted.terms().terms());
        return switch (useCases.createProposalTemplate().handle(command)) {
            case CreateProposalTemplate.Outcome.Created(ProposalTemplate template) ->
                Answer.created("/proposal-templates/" + template.id(), ProposalTemplateJson.of(template)).version(template.version());
            case CreateProposalTemplate.Outcome.TooMany() -> Problem.of(ProblemCode.LIMIT_REACHED).with("most", ProposalTemplate.MOST_OF_A_TEAM);
        };
    }

    private Reply show(Call call) {
        return shown(useCases.showProposalTemplate().handle(new ShowProposalTemplate.Query(call.actor(), call.path(TemplatePath.class).id())));
    }

    private Reply replace(Call call) {
        NewProposalTemplateJson wanted = call.body(NewProposalTemplateJson.class);
        ReplaceProposalTemplate.Command command = new ReplaceProposalTemplate.Command(call.actor(), call.path(TemplatePath.class).id(),
                call.ifMatch().orElseThrow(), wanted.name().strip(), wanted.terms().terms());
        return switch (useCases.replaceProposalTemplate().handle(command)) {
            case ReplaceProposalTemplate.Outcome.Replaced(ProposalTemplate template) -> shown(template);
        };
    }

    private Reply delete(Call call) {
        DeleteProposalTemplate.Command command =
                new DeleteProposalTemplate.Command(call.actor(), call.path(TemplatePath.class).id(), call.expectedVersion());
        return switch (useCases.deleteProposalTemplate().handle(command)) {
            case DeleteProposalTemplate.Outcome.Deleted() -> Answer.noContent();
        };
    }

    private static Answer shown(ProposalTemplate template) {
        return Answer.ok(ProposalTemplateJson.of(template)).version(template.version());
    }
}
