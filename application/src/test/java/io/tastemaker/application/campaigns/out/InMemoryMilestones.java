package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.campaigns.Milestone;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.MilestoneId;
import java.util.List;
import java.util.Optional;

/** Milestones in memory. */
public final class InMemoryMilestones implements Milestones {

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<MilestoneId, Milestone> rows;

    public InMemoryMilestones(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(removed -> rows.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> rows.remove(row.id())));
    }

    @Override
    public void add(Milestone milestone) {
        if (campaigns.find(milestone.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + milestone.campaign());
        }
        rows.put(milestone.id(), milestone);
    }

    @Override
    public Optional<Milestone> find(CampaignId campaign, MilestoneId id) {
        return list(campaign).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public boolean replace(Milestone milestone) {
        boolean isCurrent = isStored(milestone, milestone.version() - 1);
        if (isCurrent) {
            rows.put(milestone.id(), milestone);
        }
        return isCurrent;
    }

    @Override
    public boolean remove(Milestone milestone) {
        boolean isCurrent = isStored(milestone, milestone.version());
        if (isCurrent) {
            rows.remove(milestone.id());
        }
        return isCurrent;
    }

    @Override
    public List<Milestone> list(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? List.of()
                : rows.rows().filter(row -> row.campaign().equals(campaign)).sorted(Milestone.ORDER).toList();
    }

    private boolean isStored(Milestone milestone, long version) {
        return find(milestone.campaign(), milestone.id()).filter(stored -> stored.version() == version).isPresent();
    }
}
