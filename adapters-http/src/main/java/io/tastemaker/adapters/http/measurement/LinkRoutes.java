package io.tastemaker.adapters.http.measurement;

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
import io.tastemaker.application.measurement.ArchiveLink;
import io.tastemaker.application.measurement.CreateLink;
import io.tastemaker.application.measurement.FollowLink;
import io.tastemaker.application.measurement.ListLinks;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.shared.PublicUrl;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tracked links, and where people follow them. */
public final class LinkRoutes {

    record LinkPath(@About("The campaign") UUID campaignId, @About("The link") UUID linkId) {}

    record FollowPath(@About("The code of a link") @Length(max = 40) String code) {
        /** Shows no code: whoever knows one may follow it. */
        @Override
        public String toString() {
            return "FollowPath[]";
        }
    }

    record NewTrackedLinkJson(
            @About("Where it leads: an https address of the public internet") @Length(max = LinkTarget.LONGEST) String targetUrl,
            @About("What the team calls it") Optional<@Length(min = 0, max = 200) String> label,
            @About("Who spreads it; on the shortlist") Optional<UUID> creatorId,
            @About("The campaign's post where it will stand; clicks and orders then count for the post") Optional<UUID> postId) {}

    record TrackedLinkJson(
            UUID id,
            @About("The short address that people follow") String url,
            @About("Stands at the end of the address, and names the link when a shop tells of an order") String code,
            String targetUrl,
            String label,
            Optional<UUID> creatorId,
            Optional<UUID> postId,
            @About("Clicks of people so far") long clicks,
            String createdBy,
            Instant createdAt,
            @About("Since when it leads nowhere; null while it does") Optional<Instant> archivedAt) {}

    private static final String ALL = "all";

    private final MeasurementUseCases useCases;
    private final PublicUrl publicUrl;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param publicUrl where people reach this program
     */
    public LinkRoutes(MeasurementUseCases useCases, PublicUrl publicUrl) {
        this.useCases = useCases;
        this.publicUrl = publicUrl;
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
                Route.of(Method.GET, "/campaigns/{campaign_id}/links", reading).says("campaign measurement", "List tracked links")
                        .about("The newest first, archived ones too.").path(CampaignPath.class).query(PageQuery.class)
                        .lists(TrackedLinkJson.class, "The campaign's links").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/campaigns/{campaign_id}/links", writing).says("campaign measurement", "Make a tracked link")
                        .about("It leads on at once and counts clicks by day, without cookies and without anything about who clicked.")
                        .path(CampaignPath.class).body(NewTrackedLinkJson.class).answers(201, TrackedLinkJson.class, "The link")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::create),
                Route.of(Method.DELETE, "/campaigns/{campaign_id}/links/{link_id}", writing).says("campaign measurement", "Archive a tracked link")
                        .about("It leads nowhere within five seconds; what was counted stays. Doing it twice changes nothing.")
                        .path(LinkPath.class).answersNothing("It is archived").problems(ProblemCode.NOT_FOUND).handle(this::archive),
                Route.bare("/t/{code}").says("campaign measurement", "Follow a tracked link")
                        .about("Counts a click unless the call only looks (HEAD), fetches beforehand (Purpose, Sec-Purpose, X-Purpose or X-Moz say "
                                + "prefetch, prerender or preview), or comes from a program by its User-Agent. On links of archived "
                                + "campaigns, which lead on, none counts. Sets no cookie and keeps nothing about who "
                                + "calls. Whatever stands in the query is not looked at.")
                        .path(FollowPath.class).anyQuery().redirects("Where the link leads")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.UNAVAILABLE).handle(this::follow));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        ListLinks.Query wanted = new ListLinks.Query(call.actor(), call.path(CampaignPath.class).id(), page);
        return call.page(useCases.listLinks().handle(wanted), ALL, followed -> json(followed.link(), followed.clicks()));
    }

    private Reply create(Call call) {
        NewTrackedLinkJson wanted = call.body(NewTrackedLinkJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        CreateLink.Command command = new CreateLink.Command(call.actor(), campaign, wanted.targetUrl(), wanted.label().orElse(""),
                wanted.creatorId().map(CreatorId::new), wanted.postId().map(CampaignPostId::new));
        return switch (useCases.createLink().handle(command)) {
            case CreateLink.Outcome.Created(TrackedLink link) -> Answer.created("/campaigns/" + campaign + "/links", json(link, 0));
            case CreateLink.Outcome.BadTarget(String reason) -> Problem.invalid("#/target_url", "the address " + reason);
            case CreateLink.Outcome.NotListed() -> Problem.invalid("#/creator_id", "the creator is not on the shortlist");
            case CreateLink.Outcome.NoSuchPost() -> Problem.invalid("#/post_id", "is no post of the campaign, or another creator's");
            case CreateLink.Outcome.TooMany() -> InputFaults.full("links", TrackedLink.MOST);
            case CreateLink.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }

    private Reply archive(Call call) {
        LinkPath path = call.path(LinkPath.class);
        ArchiveLink.Command command = new ArchiveLink.Command(call.actor(), new CampaignId(path.campaignId()), new TrackedLinkId(path.linkId()));
        return switch (useCases.archiveLink().handle(command)) {
            case ArchiveLink.Outcome.Archived() -> Answer.noContent();
        };
    }

    private Reply follow(Call call) {
        FollowLink.Command command =
                new FollowLink.Command(Anonymous.CALLER, call.path(FollowPath.class).code(), call.userAgent(), call.isPreliminary());
        return switch (useCases.followLink().handle(command)) {
            case FollowLink.Outcome.Followed(LinkTarget target) -> Answer.redirect(target.url());
            case FollowLink.Outcome.Unknown() -> Problem.of(ProblemCode.NOT_FOUND);
        };
    }

    private TrackedLinkJson json(TrackedLink link, long clicks) {
        return new TrackedLinkJson(link.id().value(), publicUrl.origin() + "/t/" + link.code(), link.code(), link.target().url(), link.label(),
                link.creator().map(CreatorId::value), link.post().map(CampaignPostId::value), clicks, link.createdBy(), link.createdAt(),
                link.archivedAt());
    }
}
