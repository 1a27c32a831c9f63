package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.shared.out.Tokens;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.measurement.LinkTarget;
import io.tastemaker.domain.measurement.TrackedLink;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TrackedLinkId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes a tracked link of a campaign. */
public final class CreateLink {

    private final Transactions transactions;
    private final TrackedLinks links;
    private final CampaignPosts posts;
    private final Roster roster;
    private final Ids ids;
    private final Tokens tokens;
    private final InstantSource clock;

    CreateLink(Transactions transactions, TrackedLinks links, CampaignPosts posts, Roster roster, Ids ids, Tokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.posts = posts;
        this.roster = roster;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign of which campaign
     * @param target where it leads, as it was written
     * @param label what the team calls it, at most 200 characters
     * @param creator who spreads it, empty for all
     * @param post where it will stand, empty when that is not told
     */
    public record Command(Actor actor, CampaignId campaign, String target, String label, Optional<CreatorId> creator,
            Optional<CampaignPostId> post) {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It leads on.
         *
         * @param link the link
         */
        record Created(TrackedLink link) implements Outcome {}

        /**
         * No link leads there.
         *
         * @param reason what is wrong with the address
         */
        record BadTarget(String reason) implements Outcome {}

        /** The creator is not on the shortlist. */
        record NotListed() implements Outcome {}

        /** The post is none of the campaign, or not the creator's. */
        record NoSuchPost() implements Outcome {}

        /** The campaign has {@link TrackedLink#MOST} links. */
        record TooMany() implements Outcome {}

        /**
         * The campaign takes nothing in any more.
         *
         * @param status where it stands
         */
        record Closed(Campaign.Status status) implements Outcome {}
    }

    /**
     * Makes it.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        Optional<Campaign.Status> closed = roster.closed(actor.team(), command.campaign());
        boolean isListed = roster.isListed(actor.team(), command.campaign(), command.creator());
        LinkTarget.Verdict verdict = LinkTarget.check(command.target());
        Instant now = clock.instant();
        String code = TrackedLink.code(tokens.next());
        return transactions.inTransaction(actor, "campaign.create_link", () -> {
            if (closed.isPresent()) {
                transactions.refused(Subject.of("campaign", command.campaign()));
                return new Outcome.Closed(closed.get());
            }
            transactions.refused(Subject.of("campaign", command.campaign()));
            if (!isListed) {
                return new Outcome.NotListed();
            }
            Optional<CampaignPost> post = command.post().flatMap(id -> posts.find(command.campaign(), id));
            boolean isAnothers = post.flatMap(CampaignPost::creator).flatMap(owner -> command.creator().map(creator -> !creator.equals(owner)))
                    .orElse(false);
            if (post.isEmpty() && command.post().isPresent() || isAnothers) {
                return new Outcome.NoSuchPost();
            }
            if (links.all(command.campaign()).size() >= TrackedLink.MOST) {
                return new Outcome.TooMany();
            }
            return switch (verdict) {
                case LinkTarget.Verdict.Bad(String reason) -> new Outcome.BadTarget(reason);
                case LinkTarget.Verdict.Good(LinkTarget target) -> {
                    Optional<CreatorId> creator = command.creator().or(() -> post.flatMap(CampaignPost::creator));
                    TrackedLink link = new TrackedLink(new TrackedLinkId(ids.next()), command.campaign(), code, target, command.label(), creator,
                            command.post(), actor.label(), now, Optional.empty());
                    links.add(link);
                    transactions.about(Subject.of("campaign", command.campaign()), link.traits().made());
                    yield new Outcome.Created(link);
                }
            };
        });
    }
}
