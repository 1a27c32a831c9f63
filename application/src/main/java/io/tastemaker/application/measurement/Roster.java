package io.tastemaker.application.measurement;

import io.tastemaker.application.campaigns.ListShortlist;
import io.tastemaker.application.campaigns.ShowCampaign;
import io.tastemaker.application.campaigns.ShowSpending;
import io.tastemaker.application.creators.ShowCreators;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.campaigns.WorkPolicy;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.measurement.Spending;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up campaigns, their shortlists and creators for use cases that have asked the policy already. */
final class Roster {

    private final ShowCampaign showCampaign;
    private final ListShortlist listShortlist;
    private final ShowCreators showCreators;
    private final ShowSpending showSpending;

    Roster(ShowCampaign showCampaign, ListShortlist listShortlist, ShowCreators showCreators, ShowSpending showSpending) {
        this.showCampaign = showCampaign;
        this.listShortlist = listShortlist;
        this.showCreators = showCreators;
        this.showSpending = showSpending;
    }

    /** Looks on behalf of a team, whatever else who asked may read. */
    static Actor program(TeamId team) {
        return new Actor.System("measurement", team);
    }

    /**
     * The team's campaign.
     *
     * @throws Refusal.NotFound when the team has no such campaign
     */
    Campaign campaign(TeamId team, CampaignId campaign) {
        return showCampaign.handle(new ShowCampaign.Query(program(team), campaign));
    }

    /**
     * Where a campaign stands that takes nothing in any more: no posts, rows, links, codes or orders. Empty while it does.
     *
     * @throws Refusal.NotFound when the team has no such campaign
     */
    Optional<Campaign.Status> closed(TeamId team, CampaignId campaign) {
        return Optional.of(campaign(team, campaign).status()).filter(status -> !WorkPolicy.isOpen(status));
    }

    /** What was paid by the campaign's budget. */
    List<Spending> spendings(TeamId team, CampaignId campaign) {
        return showSpending.handle(new ShowSpending.Query(program(team), campaign)).stream()
                .map(paid -> new Spending(paid.day(), paid.amount(), paid.entries())).toList();
    }

    Map<CreatorId, ShortlistEntry> shortlist(TeamId team, CampaignId campaign) {
        Map<CreatorId, ShortlistEntry> entries = new LinkedHashMap<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest wanted = new PageRequest(PageRequest.MOST, after);
            Page<ShortlistEntry> page =
                    listShortlist.handle(new ListShortlist.Query(program(team), campaign, Optional.empty(), wanted));
            page.items().forEach(entry -> entries.put(entry.creator(), entry));
            after = page.next();
        } while (after.isPresent());
        return entries;
    }

    Map<CreatorId, Creator> creators(TeamId team, Collection<CreatorId> ids) {
        return showCreators.handle(new ShowCreators.Query(program(team), ids)).stream()
                .collect(Collectors.toMap(Creator::id, Function.identity()));
    }

    /** Whether a creator of this id may have things in the campaign. */
    boolean isListed(TeamId team, CampaignId campaign, Optional<CreatorId> creator) {
        return creator.isEmpty() || shortlist(team, campaign).containsKey(creator.get());
    }
}
