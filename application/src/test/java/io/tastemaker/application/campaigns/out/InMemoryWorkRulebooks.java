package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.campaigns.WorkRules;
import io.tastemaker.domain.shared.CampaignId;
import java.util.Optional;

/** Rules of work in memory. */
public final class InMemoryWorkRulebooks implements WorkRulebooks {

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<CampaignId, WorkRules> rows;

    public InMemoryWorkRulebooks(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(rows::remove);
    }

    @Override
    public Optional<WorkRules> find(CampaignId campaign) {
        return campaigns.find(campaign).flatMap(found -> rows.get(campaign));
    }

    @Override
    public boolean replace(WorkRules rules) {
        if (campaigns.find(rules.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + rules.campaign());
        }
        boolean isCurrent = find(rules.campaign()).map(WorkRules::version).orElse(1L) == rules.version() - 1;
        if (isCurrent) {
            rows.put(rules.campaign(), rules);
        }
        return isCurrent;
    }
}
