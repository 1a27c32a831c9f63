package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Campaigns in memory. */
public final class InMemoryCampaigns implements Campaigns {

    private record Step(CampaignId campaign, long version) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTransactions.Table<CampaignId, Campaign> campaigns;
    private final InMemoryTransactions.Table<Step, Transition> transitions;
    private final List<Consumer<CampaignId>> dependents = new ArrayList<>();

    public InMemoryCampaigns(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.campaigns = transactions.table();
        this.transitions = transactions.table();
    }

    /** What shall be removed together with a campaign. */
    public void onRemove(Consumer<CampaignId> dependent) {
        dependents.add(dependent);
    }

    @Override
    public void add(Campaign campaign) {
        if (!campaign.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a campaign of another team");
        }
        if (campaigns.get(campaign.id()).isPresent()) {
            throw new IllegalStateException("this campaign is there already: " + campaign.id());
        }
        campaigns.put(campaign.id(), campaign);
    }

    @Override
    public Optional<Campaign> find(CampaignId id) {
        TeamId team = transactions.team();
        return campaigns.get(id).filter(campaign -> campaign.team().equals(team));
    }

    @Override
    public boolean replace(Campaign campaign) {
        boolean current = isStored(campaign.id(), campaign.version() - 1);
        if (current) {
            campaigns.put(campaign.id(), campaign);
        }
        return current;
    }

    @Override
    public boolean remove(Campaign campaign) {
        boolean current = isStored(campaign.id(), campaign.version());
        if (current) {
            campaigns.remove(campaign.id());
            dependents.forEach(dependent -> dependent.accept(campaign.id()));
        }
        return current;
    }

    @Override
    public Page<Campaign> list(Optional<Campaign.Status> status, String text, PageRequest page) {
        TeamId team = transactions.team();
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Newest.first(
                campaigns.rows()
                        .filter(campaign -> campaign.team().equals(team))
                        .filter(campaign -> status.map(only -> only == campaign.status()).orElse(true))
                        .filter(campaign -> campaign.name().toLowerCase(Locale.ROOT).contains(wanted)),
                page,
                Campaign::createdAt,
                campaign -> campaign.id().value());
    }

    @Override
    public void add(Transition transition) {
        find(transition.campaign()).orElseThrow(() -> new IllegalArgumentException("a step of another team's campaign"));
        transitions.put(new Step(transition.campaign(), transition.version()), transition);
    }

    @Override
    public Page<Transition> transitions(CampaignId campaign, PageRequest page) {
        List<Transition> rest = find(campaign).stream()
                .flatMap(found -> transitions.rows())
                .filter(step -> step.campaign().equals(campaign))
                .filter(step -> page.after().map(after -> step.version() < Long.parseLong(after)).orElse(true))
                .sorted(Comparator.comparingLong(Transition::version).reversed())
                .toList();
        return Page.of(rest, page.limit(), last -> Long.toString(last.version()));
    }

    /** Whoever's it is. */
    public boolean isArchived(CampaignId id) {
        return campaigns.get(id).filter(campaign -> campaign.status() == Campaign.Status.ARCHIVED).isPresent();
    }

    private boolean isStored(CampaignId id, long version) {
        return find(id).map(stored -> stored.version() == version).orElse(false);
    }
}
