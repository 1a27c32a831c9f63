package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.measurement.ConversionSecret;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What shops sign with, in memory. */
public final class InMemoryConversionSecrets implements ConversionSecrets {

    private record Kept(TeamId team, List<ConversionSecret> secrets) {}

    private final InMemoryTransactions transactions;
    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<CampaignId, Kept> rows;

    public InMemoryConversionSecrets(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(rows::remove);
    }

    /** Whose campaign it is, for strangers. */
    Optional<TeamId> teamOf(CampaignId campaign) {
        return rows.get(campaign).filter(kept -> !kept.secrets().isEmpty()).map(Kept::team);
    }

    @Override
    public List<ConversionSecret> all(CampaignId campaign) {
        return rows.get(campaign).filter(kept -> kept.team().equals(transactions.team())).map(Kept::secrets).orElse(List.of()).stream()
                .sorted(Comparator.comparing(ConversionSecret::madeAt).reversed())
                .toList();
    }

    @Override
    public List<ConversionSecret> lock(CampaignId campaign) {
        return all(campaign);
    }

    @Override
    public void keep(CampaignId campaign, List<ConversionSecret> secrets) {
        campaigns.find(campaign).orElseThrow(() -> new IllegalStateException("no such campaign"));
        rows.put(campaign, new Kept(transactions.team(), List.copyOf(secrets)));
    }
}
