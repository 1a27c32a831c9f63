package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.measurement.AttachPosts;
import io.tastemaker.application.measurement.DetachPost;
import io.tastemaker.application.measurement.InputFault;
import io.tastemaker.application.measurement.ListCampaignPosts;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The posts that count for a campaign. */
public final class CampaignPostRoutes {

    record PostPath(@About("The campaign") UUID campaignId, @About("One of the campaign's posts") UUID postId) {}

    record PostsQuery(
            @About("Only this creator's") Optional<UUID> creatorId,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<UUID> creatorId) {}

    record NewCampaignPostJson(
            @About("Where it stands") Optional<@Length(max = 2_000) String> url,
            @About("Instead of the address: the key under which a post of the creator was imported") Optional<@Length(max = 200) String> key,
            @About("Who published it; needed with a key, and where the address does not tell") Optional<UUID> creatorId) {}

    record PostsToAttachJson(@About("Up to 500 posts") @Entries(min = 1, max = AttachPosts.MOST) List<NewCampaignPostJson> posts) {}

    record CampaignPostJson(
            @About("What counts for the campaign; not the id of an imported post") UUID id,
            String platform,
            @About("The platform's id or short code") String key,
            Optional<String> url,
            @About("Who published it; null when nobody could tell") Optional<UUID> creatorId,
            String addedBy,
            Instant addedAt) {

        static CampaignPostJson of(CampaignPost post) {
            return new CampaignPostJson(post.id().value(), post.platform().code(), post.key(), post.url(), post.creator().map(CreatorId::value),
                    post.addedBy(), post.addedAt());
        }
    }

    record AttachedPostJson(
            CampaignPostJson post,
            @About("Where its creator stands on the shortlist; null when nobody knows who published it") Optional<String> creatorStatus) {

        static AttachedPostJson of(AttachPosts.Attached attached) {
            return new AttachedPostJson(CampaignPostJson.of(attached.post()), attached.standing().map(status -> status.code()));
        }
    }

    record PostsAttachedJson(
            @About("Those that did not count before") List<AttachedPostJson> added, @About("How many did") int alreadyThere) {}

    private final MeasurementUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public CampaignPostRoutes(MeasurementUseCases useCases) {
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
                Route.of(Method.GET, "/campaigns/{campaign_id}/posts", reading).says("campaign measurement", "List the posts that count")
                        .about("In the order in which they were added.").path(CampaignPath.class).query(PostsQuery.class)
                        .lists(CampaignPostJson.class, "The campaign's posts").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/campaigns/{campaign_id}/posts", writing).says("campaign measurement", "Let posts count")
                        .about("By their links, or by the keys of imported posts. All are added or none. The creator must be on the shortlist and not "
                                + "rejected; a post of which nobody knows the creator is kept by its link alone.")
                        .path(CampaignPath.class).body(PostsToAttachJson.class).answers(200, PostsAttachedJson.class, "What was added")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::attach),
                Route.of(Method.DELETE, "/campaigns/{campaign_id}/posts/{post_id}", writing)
                        .says("campaign measurement", "Let a post count no more")
                        .about("What was measured of it is kept, and counts again when the post is added again.").path(PostPath.class)
                        .answersNothing("It does not count any more").problems(ProblemCode.NOT_FOUND).handle(this::detach));
    }

    private Reply list(Call call) {
        PostsQuery query = call.query(PostsQuery.class);
        Filter filter = new Filter(query.creatorId());
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), filter));
        ListCampaignPosts.Query wanted = new ListCampaignPosts.Query(
                call.actor(), call.path(CampaignPath.class).id(), query.creatorId().map(CreatorId::new), page);
        return call.page(useCases.listCampaignPosts().handle(wanted), filter, CampaignPostJson::of);
    }

    private Reply attach(Call call) {
        List<AttachPosts.Wanted> wanted = call.body(PostsToAttachJson.class).posts().stream()
                .map(post -> new AttachPosts.Wanted(post.url(), post.key(), post.creatorId().map(CreatorId::new)))
                .toList();
        AttachPosts.Command command = new AttachPosts.Command(call.actor(), call.path(CampaignPath.class).id(), wanted);
        return switch (useCases.attachPosts().handle(command)) {
            case AttachPosts.Outcome.Added(List<AttachPosts.Attached> added, int alreadyThere) ->
                Answer.ok(new PostsAttachedJson(added.stream().map(AttachedPostJson::of).toList(), alreadyThere));
            case AttachPosts.Outcome.Faulty(List<InputFault> faults) -> InputFaults.in("posts", faults, Function.identity());
            case AttachPosts.Outcome.TooMany() -> InputFaults.full("posts", CampaignPost.MOST);
            case AttachPosts.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }

    private Reply detach(Call call) {
        PostPath path = call.path(PostPath.class);
        DetachPost.Command command =
                new DetachPost.Command(call.actor(), new CampaignId(path.campaignId()), new CampaignPostId(path.postId()));
        return switch (useCases.detachPost().handle(command)) {
            case DetachPost.Outcome.Detached() -> Answer.noContent();
        };
    }
}
