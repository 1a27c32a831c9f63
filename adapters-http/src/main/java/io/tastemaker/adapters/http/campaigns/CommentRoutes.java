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
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.EditComment;
import io.tastemaker.application.campaigns.ListComments;
import io.tastemaker.application.campaigns.RemoveComment;
import io.tastemaker.application.campaigns.ShowActivity;
import io.tastemaker.application.campaigns.ShowComment;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.application.campaigns.WriteComment;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Comment;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CommentId;
import io.tastemaker.domain.shared.DeliverableId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said to a campaign and its deliverables, and what happened in it. */
public final class CommentRoutes {

    private static final String ALL = "the newest first";

    record CommentPath(@About("The campaign") UUID campaignId, @About("The comment") UUID commentId) {
        CampaignId campaign() {
            return new CampaignId(campaignId);
        }

        CommentId id() {
            return new CommentId(commentId);
        }
    }

    record CommentsQuery(
            @About("Only to this deliverable") Optional<UUID> deliverableId,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<UUID> deliverableId) {}

    record NewCampaignCommentJson(
            @About("What is said") @Length(max = Comment.MOST_TEXT) String text,
            @About("To which deliverable; to the campaign as a whole without it") Optional<UUID> deliverableId) {
        /** Without what is said. */
        @Override
        public String toString() {
            return "NewCampaignCommentJson[deliverableId=" + deliverableId + "]";
        }
    }

    record CampaignCommentPatchJson(@About("What is said") @Kept Field<@Length(max = Comment.MOST_TEXT) String> text) {
        /** Without what is said. */
        @Override
        public String toString() {
            return "CampaignCommentPatchJson";
        }
    }

    record CampaignCommentJson(
            UUID id,
            @About("As in the ETag") long version,
            String text,
            @About("To which deliverable; null for the campaign as a whole") Optional<UUID> deliverableId,
            @About("Who wrote it, such as user:...") String writtenBy,
            Instant writtenAt,
            @About("When it was last changed; null when it never was") Optional<Instant> editedAt) {

        static CampaignCommentJson of(Comment comment) {
            return new CampaignCommentJson(comment.id().value(), comment.version(), comment.text(), comment.deliverable().map(DeliverableId::value),
                    comment.writtenBy(), comment.writtenAt(), comment.editedAt());
        }

        /** Without what was said. */
        @Override
        public String toString() {
            return "CampaignCommentJson[id=" + id + ", version=" + version + "]";
        }
    }

    record CampaignActivityJson(
            @About("Its number in the audit log of the team") long seq,
            Instant at,
            ActivityActorJson actor,
            @About("The code of what was done, such as campaign.launch") String action,
            @About("How a sentence goes on that begins with who did it, such as: launched the campaign") String text,
            @About("What changed; empty when nothing did") List<ActivityChangeJson> changes) {

        static CampaignActivityJson of(ShowActivity.Deed deed) {
            ActivityActorJson actor = new ActivityActorJson(deed.doer().type(), deed.doer().id(), deed.doer().name());
            return new CampaignActivityJson(deed.seq(), deed.at(), actor, deed.action(), deed.text(),
                    deed.changes().stream().map(change -> new ActivityChangeJson(change.field(), change.before(), change.after())).toList());
        }
    }

    record ActivityActorJson(
            @About("user, key, operator or system") String type,
            @About("Which one; null for the staff of the platform") Optional<String> id,
            @About("The name of a member of the team; null for anybody else") Optional<String> name) {}

    record ActivityChangeJson(
            String field,
            @About("What it held; with after also null, what it holds is not kept here") Optional<String> before,
            Optional<String> after) {}

    private final WorkUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the work of campaigns
     */
    public CommentRoutes(WorkUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access working = Access.needs(Permission.WORK_ON_CAMPAIGNS);
        String all = "/campaigns/{campaign_id}/comments";
        String one = all + "/{comment_id}";
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/activity", reading).says("campaigns", "Tell what happened in a campaign")
                        .about("The newest first: the audit log of the team as far as it is about the campaign, in words. What was asked for and "
                                + "refused is left out.")
                        .path(CampaignPath.class).query(PageQuery.class).lists(CampaignActivityJson.class, "What happened")
                        .problems(ProblemCode.NOT_FOUND).handle(this::activity),
                Route.of(Method.GET, all, reading).says("campaigns", "List comments").about("The newest first.").path(CampaignPath.class)
                        .query(CommentsQuery.class).lists(CampaignCommentJson.class, "What was said").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, all, working).says("campaigns", "Write a comment").about("It takes the right to comment.")
                        .path(CampaignPath.class).body(NewCampaignCommentJson.class).answers(201, CampaignCommentJson.class, "As it was written").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.LIMIT_REACHED).repeatable().handle(this::write),
                Route.of(Method.GET, one, reading).says("campaigns", "Show a comment").path(CommentPath.class)
                        .answers(200, CampaignCommentJson.class, "The comment").versioned().problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.PATCH, one, working).says("campaigns", "Edit a comment").about("Only who wrote it may.").path(CommentPath.class)
                        .body(CampaignCommentPatchJson.class).needsVersion().answers(200, CampaignCommentJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::edit),
                Route.of(Method.DELETE, one, working).says("campaigns", "Remove a comment").about("Only who wrote it may.").heedsVersion()
                        .path(CommentPath.class).answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::remove));
    }

    private Reply activity(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.showActivity().handle(new ShowActivity.Query(call.actor(), call.path(CampaignPath.class).id(), page)), ALL,
                CampaignActivityJson::of);
    }

    private Reply list(Call call) {
        CommentsQuery query = call.query(CommentsQuery.class);
        Filter filter = new Filter(query.deliverableId());
        ListComments.Query wanted = new ListComments.Query(call.actor(), call.path(CampaignPath.class).id(),
                query.deliverableId().map(DeliverableId::new), new PageRequest(query.limit(), call.position(query.cursor(), filter)));
        return call.page(useCases.listComments().handle(wanted), filter, CampaignCommentJson::of);
    }

    private Reply write(Call call) {
        NewCampaignCommentJson wanted = call.body(NewCampaignCommentJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        return switch (useCases.writeComment().handle(new WriteComment.Command(
                call.actor(), campaign, wanted.deliverableId().map(DeliverableId::new), WorkProblems.said("#/text", wanted.text())))) {
            case WriteComment.Outcome.Written(Comment comment) ->
                Answer.created("/campaigns/" + campaign + "/comments/" + comment.id(), CampaignCommentJson.of(comment)).version(comment.version());
            case WriteComment.Outcome.UnknownDeliverable() -> Problem.invalid("#/deliverable_id", "there is no such deliverable");
            case WriteComment.Outcome.TooMany(int most) -> WorkProblems.tooMany("comments on a campaign", most);
            case WriteComment.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply show(Call call) {
        return shown(found(call));
    }

    private Reply edit(Call call) {
        CommentPath path = call.path(CommentPath.class);
        String text = call.body(CampaignCommentPatchJson.class).text().over(Optional.of(found(call).text())).orElseThrow();
        return switch (useCases.editComment().handle(new EditComment.Command(
                call.actor(), path.campaign(), path.id(), call.ifMatch().orElseThrow(), WorkProblems.said("#/text", text)))) {
            case EditComment.Outcome.Edited(Comment edited) -> shown(edited);
            case EditComment.Outcome.NotAuthor() -> notAuthor();
            case EditComment.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply remove(Call call) {
        CommentPath path = call.path(CommentPath.class);
        return switch (useCases.removeComment().handle(
                new RemoveComment.Command(call.actor(), path.campaign(), path.id(), call.expectedVersion()))) {
            case RemoveComment.Outcome.Removed() -> Answer.noContent();
            case RemoveComment.Outcome.NotAuthor() -> notAuthor();
            case RemoveComment.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Comment found(Call call) {
        CommentPath path = call.path(CommentPath.class);
        return useCases.showComment().handle(new ShowComment.Query(call.actor(), path.campaign(), path.id()));
    }

    private static Answer shown(Comment comment) {
        return Answer.ok(CampaignCommentJson.of(comment)).version(comment.version());
    }

    private static Problem notAuthor() {
        return Problem.of(ProblemCode.FORBIDDEN, "Only who wrote a comment changes or removes it.");
    }
}
