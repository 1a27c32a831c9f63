package io.tastemaker.adapters.http.lists;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.lists.CreateListTemplate;
import io.tastemaker.application.lists.DeleteListTemplate;
import io.tastemaker.application.lists.ListListTemplates;
import io.tastemaker.application.lists.ListUseCases;
import io.tastemaker.application.lists.ReplaceListTemplate;
import io.tastemaker.application.lists.ShowListTemplate;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.lists.ListForm;
import io.tastemaker.domain.lists.ListTemplate;
import io.tastemaker.domain.shared.ListTemplateId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Templates for lists. */
public final class ListTemplateRoutes {

    record TemplatePath(@About("The template") UUID templateId) {
        ListTemplateId id() {
            return new ListTemplateId(templateId);
        }
    }

    record NewListTemplateJson(
            @About("1 to 200 characters") @Length(max = 200) String name,
            @About("What a list made from it says at first") Optional<@Length(min = 0, max = 2_000) String> description,
            @About("What is filled in for each item: different names") Optional<@Entries(max = 20) List<@Length(max = 50) String>> columns,
            @About("The note of an item that is added without one") Optional<@Length(min = 0, max = 2_000) String> defaultNote,
            @About("Who belongs on such a list, in the team's words") Optional<@Length(min = 0, max = 2_000) String> criteria) {

        ListForm form() {
            return new ListForm(columns.map(Forms::stripped).orElse(List.of()), defaultNote.orElse(""), criteria.orElse(""));
        }
    }

    private record Whole() {}

    private static final Whole ALL = new Whole();

    private final ListUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public ListTemplateRoutes(ListUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_LISTS);
        Access writing = Access.needs(Permission.WRITE_LISTS);
        return List.of(
                Route.of(Method.GET, "/list-templates", reading).says("lists", "List templates for lists").about("The newest first.")
                        .query(PageQuery.class).lists(ListTemplateJson.class, "The team's templates").handle(this::list),
                Route.of(Method.POST, "/list-templates", writing).says("lists", "Make a template for lists").body(NewListTemplateJson.class)
                        .answers(201, ListTemplateJson.class, "The template").versioned().problems(ProblemCode.LIMIT_REACHED).repeatable()
                        .handle(this::create),
                Route.of(Method.GET, "/list-templates/{template_id}", reading).says("lists", "Show a template for lists").path(TemplatePath.class)
                        .answers(200, ListTemplateJson.class, "The template").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PUT, "/list-templates/{template_id}", writing).says("lists", "Replace a template for lists")
                        .about("Lists that were made from it stay as they are.").path(TemplatePath.class).body(NewListTemplateJson.class).needsVersion()
                        .answers(200, ListTemplateJson.class, "As it is now").problems(ProblemCode.NOT_FOUND).handle(this::replace),
                Route.of(Method.DELETE, "/list-templates/{template_id}", writing).says("lists", "Delete a template for lists").heedsVersion()
                        .path(TemplatePath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND).handle(this::delete));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listListTemplates().handle(new ListListTemplates.Query(call.actor(), page)), ALL, ListTemplateJson::of);
    }

    private Reply create(Call call) {
        NewListTemplateJson wanted = call.body(NewListTemplateJson.class);
        CreateListTemplate.Command command = new CreateListTemplate.Command(
                call.actor(), wanted.name().strip(), wanted.description().orElse(""), wanted.form());
        return switch (useCases.createListTemplate().handle(command)) {
            case CreateListTemplate.Outcome.Created(ListTemplate template) ->
                Answer.created("/list-templates/" + template.id(), ListTemplateJson.of(template)).version(template.version());
            case CreateListTemplate.Outcome.TooMany() -> Problem.of(ProblemCode.LIMIT_REACHED).with("most", ListTemplate.MOST_OF_A_TEAM);
        };
    }

    private Reply show(Call call) {
        return shown(useCases.showListTemplate().handle(new ShowListTemplate.Query(call.actor(), call.path(TemplatePath.class).id())));
    }

    private Reply replace(Call call) {
        NewListTemplateJson wanted = call.body(NewListTemplateJson.class);
        ReplaceListTemplate.Command command = new ReplaceListTemplate.Command(call.actor(), call.path(TemplatePath.class).id(),
                call.ifMatch().orElseThrow(), wanted.name().strip(), wanted.description().orElse(""), wanted.form());
        return switch (useCases.replaceListTemplate().handle(command)) {
            case ReplaceListTemplate.Outcome.Replaced(ListTemplate template) -> shown(template);
        };
    }

    private Reply delete(Call call) {
        DeleteListTemplate.Command command =
                new DeleteListTemplate.Command(call.actor(), call.path(TemplatePath.class).id(), call.expectedVersion());
        return switch (useCases.deleteListTemplate().handle(command)) {
            case DeleteListTemplate.Outcome.Deleted() -> Answer.noContent();
        };
    }

    private static Answer shown(ListTemplate template) {
        return Answer.ok(ListTemplateJson.of(template)).version(template.version());
    }
}
