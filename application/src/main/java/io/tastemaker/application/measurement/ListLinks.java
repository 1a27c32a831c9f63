package io.tastemaker.application.measurement;

import io.tastemaker.application.measurement.out.TrackedLinks;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists a campaign's tracked links, the newest first. */
public final class ListLinks {

    private final Transactions transactions;
    private final TrackedLinks links;
    private final Roster roster;

    ListLinks(Transactions transactions, TrackedLinks links, Roster roster) {
        this.transactions = transactions;
        this.links = links;
        this.roster = roster;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign of which campaign
     * @param page which page
     */
    public record Query(Actor actor, CampaignId campaign, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the links, archived ones too
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Page<TrackedLinks.Followed> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        roster.campaign(query.actor().team(), query.campaign());
        return transactions.reading(query.actor(), () -> links.list(query.campaign(), query.page()));
    }
}
