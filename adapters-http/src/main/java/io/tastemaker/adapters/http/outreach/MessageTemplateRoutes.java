package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.outreach.ChangeMessageTemplate;
import io.tastemaker.application.outreach.CreateMessageTemplate;
import io.tastemaker.application.outreach.DeleteMessageTemplate;
import io.tastemaker.application.outreach.ListMessageTemplates;
import io.tastemaker.application.outreach.OutreachUseCases;
import io.tastemaker.application.outreach.PreviewMessageTemplate;
import io.tastemaker.application.outreach.ShowMessageTemplate;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.outreach.MessageTemplate;
import io.tastemaker.domain.outreach.Placeholder;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.MessageTemplateId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The texts that a team invites with. */
public final class MessageTemplateRoutes {

    private static final String ALL = "the newest first";

    record TemplatePath(@About("The template") UUID templateId) {
        MessageTemplateId id() {
            return new MessageTemplateId(templateId);
        }
    }

    record NewMessageTemplateJson(
            @About("What the team calls it") @Length(max = MessageTemplate.MOST_NAME) String name,
            @About("One line, with placeholders such as {{campaign_name}}") @Length(max = Wording.MOST_SUBJECT) String subject,
            @About("With {{response_link}} in it") @Length(max = Wording.MOST_BODY) String body) {}

    record MessageTemplateJson(
            UUID id,
            @About("For If-Match") long version,
            String name,
            String subject,
            String body,
            @About("Whether it came with the program; then nobody changes it") boolean shipped,
            @About("The placeholders that can stand in it") List<String> placeholders,
            String createdBy,
            Instant createdAt,
            Instant updatedAt) {
        static MessageTemplateJson of(MessageTemplate template) {
            return new MessageTemplateJson(template.id().value(), template.version(), template.name(), template.wording().subject(),
                    template.wording().body(), template.isShipped(), Stream.of(Placeholder.values()).map(Placeholder::code).toList(),
                    template.createdBy(), template.createdAt(), template.updatedAt());
        }
    }

    record LetterPreviewJson(@About("For which campaign") UUID campaignId, @About("As whom to read it") UUID creatorId) {}

    private final OutreachUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public MessageTemplateRoutes(OutreachUseCases useCases) {
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
                Route.of(Method.GET, "/message-templates", reading).says("outreach", "List the texts to invite with")
                        .about("The newest first; those that came with the program last.").query(PageQuery.class)
                        .lists(MessageTemplateJson.class, "The templates").handle(this::list),
                Route.of(Method.POST, "/message-templates", writing).says("outreach", "Keep a text to invite with")
                        .about("All that is wrong with its placeholders is named at once.").body(NewMessageTemplateJson.class)
                        .answers(201, MessageTemplateJson.class, "The template").versioned().repeatable().handle(this::create),
                Route.of(Method.GET, "/message-templates/{template_id}", reading).says("outreach", "Show a text").path(TemplatePath.class)
                        .answers(200, MessageTemplateJson.class, "The template").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PUT, "/message-templates/{template_id}", writing).says("outreach", "Change a text")
                        .about("Invitations that were sent keep their words.").path(TemplatePath.class).body(NewMessageTemplateJson.class)
                        .needsVersion().answers(200, MessageTemplateJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, "/message-templates/{template_id}", writing).says("outreach", "Delete a text").heedsVersion()
                        .path(TemplatePath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::delete),
                Route.of(Method.POST, "/message-templates/{template_id}/preview", reading).says("outreach", "Show what a creator would read")
                        .about("Nothing is sent.").path(TemplatePath.class).body(LetterPreviewJson.class)
                        .answers(200, LetterJson.class, "The letter").problems(ProblemCode.NOT_FOUND).handle(this::preview));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listMessageTemplates().handle(new ListMessageTemplates.Query(call.actor(), page)), ALL, MessageTemplateJson::of);
    }

    private Reply create(Call call) {
        NewMessageTemplateJson wanted = call.body(NewMessageTemplateJson.class);
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        CreateMessageTemplate.Command command = new CreateMessageTemplate.Command(
                call.actor(), wanted.name(), new Wording(wanted.subject(), wanted.body()));
        return switch (useCases.createMessageTemplate().handle(command)) {
            case CreateMessageTemplate.Outcome.Created(MessageTemplate made) ->
                Answer.created("/message-templates/" + made.id(), MessageTemplateJson.of(made)).version(made.version());
        };
    }

    private static List<Fault> faults(NewMessageTemplateJson wanted) {
        return Wordings.faults(wanted.subject(), wanted.body());
    }

    private Reply show(Call call) {
        MessageTemplate found = useCases.showMessageTemplate().handle(new ShowMessageTemplate.Query(call.actor(), call.path(TemplatePath.class).id()));
        return Answer.ok(MessageTemplateJson.of(found)).version(found.version());
    }

    private Reply change(Call call) {
        NewMessageTemplateJson wanted = call.body(NewMessageTemplateJson.class);
        List<Fault> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Problem.of(faults);
        }
        ChangeMessageTemplate.Command command = new ChangeMessageTemplate.Command(call.actor(), call.path(TemplatePath.class).id(),
                call.ifMatch().orElseThrow(), wanted.name(), new Wording(wanted.subject(), wanted.body()));
        return switch (useCases.changeMessageTemplate().handle(command)) {
            case ChangeMessageTemplate.Outcome.Changed(MessageTemplate changed) ->
                Answer.ok(MessageTemplateJson.of(changed)).version(changed.version());
            case ChangeMessageTemplate.Outcome.Shipped() -> shipped();
        };
    }

    private Reply delete(Call call) {
        DeleteMessageTemplate.Command command =
                new DeleteMessageTemplate.Command(call.actor(), call.path(TemplatePath.class).id(), call.expectedVersion());
        return switch (useCases.deleteMessageTemplate().handle(command)) {
            case DeleteMessageTemplate.Outcome.Deleted() -> Answer.noContent();
            case DeleteMessageTemplate.Outcome.Shipped() -> shipped();
        };
    }

    private static Problem shipped() {
        return Problem.conflict("This text came with the program and stays as it is. Make one of your own.", "shipped", List.of("preview"));
    }

    private Reply preview(Call call) {
        LetterPreviewJson wanted = call.body(LetterPreviewJson.class);
        PreviewMessageTemplate.Query query = new PreviewMessageTemplate.Query(call.actor(), call.path(TemplatePath.class).id(),
                new CampaignId(wanted.campaignId()), new CreatorId(wanted.creatorId()));
        return switch (useCases.previewMessageTemplate().handle(query)) {
            case PreviewMessageTemplate.Outcome.Shown(Wording.Written written) -> Answer.ok(LetterJson.of(written));
            case PreviewMessageTemplate.Outcome.UnknownCampaign() -> Problem.invalid("#/campaign_id", "there is no such campaign");
            case PreviewMessageTemplate.Outcome.UnknownCreator() -> Problem.invalid("#/creator_id", "there is no such creator");
        };
    }
}
