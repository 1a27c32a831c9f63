package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Subject;
import java.time.InstantSource;

/** Lets a post count no more. What was measured of it is kept, and counts again when the post is put in again. */
public final class DetachPost {

    private final Transactions transactions;
    private final CampaignPosts posts;
    private final InstantSource clock;

    DetachPost(Transactions transactions, CampaignPosts posts, InstantSource clock) {
        this.transactions = transactions;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param actor who acts
     * @param campaign of which campaign
     * @param post which post
     */
    public record Command(Actor actor, CampaignId campaign, CampaignPostId post) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** It does not count any more. */
        record Detached() implements Outcome {}
    }

    /**
     * Takes it out.
     *
     * @param command what is wanted
     * @return what came of it
     * @throws Refusal.NotFound when no such post counts for a campaign of the team
     */
    public Outcome handle(Command command) {
        Actor actor = command.actor();
        AccessPolicy.require(actor, Permission.WRITE_CAMPAIGNS);
        return transactions.inTransaction(actor, "campaign.detach_post", () -> {
            CampaignPost post = posts.find(command.campaign(), command.post()).orElseThrow(Refusal.NotFound::new);
            if (!posts.remove(command.campaign(), post.id(), clock.instant())) {
                throw new Refusal.NotFound();
            }
            transactions.about(Subject.of("campaign", command.campaign()), post.traits().gone());
            return new Outcome.Detached();
        });
    }
}
