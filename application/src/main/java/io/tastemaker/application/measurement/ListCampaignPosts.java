package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.CampaignPosts;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.measurement.CampaignPost;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;

/** Lists the posts that count for a campaign, in the order in which they were added. */
public final class ListCampaignPosts {

    private final Transactions transactions;
    private final CampaignPosts posts;
    private final Roster roster;

    ListCampaignPosts(Transactions transactions, CampaignPosts posts, Roster roster) {
        this.transactions = transactions;
        this.posts = posts;
        this.roster = roster;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign of which campaign
     * @param creator only this creator's, empty for all
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, Optional<CreatorId> creator, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the posts
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<CampaignPost> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        roster.campaign(query.actor().team(), query.campaign());
        return transactions.reading(query.actor(), () -> posts.list(query.campaign(), query.creator(), query.page()));
    }
}
