package io.tastemaker.application.campaigns;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows a campaign and where some creators stand on its shortlist, as one transaction sees both. Runs inside a transaction of the caller. */
public final class SeeShortlisted {

    private final Campaigns campaigns;
    private final Shortlists shortlists;

    SeeShortlisted(Campaigns campaigns, Shortlists shortlists) {
        this.campaigns = campaigns;
        this.shortlists = shortlists;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param campaign which campaign
     * @param creators which creators
     */
    public record Query(Actor actor, CampaignId campaign, Collection<CreatorId> creators) {
        /** Copies the ids. */
        public Query {
            creators = List.copyOf(creators);
        }
    }

    /**
     * What the transaction sees.
     *
     * @param campaign the campaign
     * @param entries the entries of those of the creators who are on the shortlist
     */
    public record Seen(Campaign campaign, Map<CreatorId, ShortlistEntry> entries) {}

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the campaign and the entries
     * @throws Refusal.NotFound when the team has no such campaign
     */
    public Seen handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CAMPAIGNS);
        Campaign campaign = campaigns.find(query.campaign()).orElseThrow(Refusal.NotFound::new);
        return new Seen(campaign, query.creators().stream().distinct()
                .flatMap(creator -> shortlists.find(campaign.id(), creator).stream())
                .collect(Collectors.toMap(ShortlistEntry::creator, Function.identity())));
    }
}
