package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.measurement.Conversion;
import io.tastemaker.domain.shared.CampaignId;
import java.util.List;
import java.util.Optional;

/** Orders in memory. */
public final class InMemoryConversions implements Conversions {

    private record Name(CampaignId campaign, String order) {}

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<Name, Conversion> rows;

    public InMemoryConversions(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(gone -> rows.rows().filter(row -> row.campaign().equals(gone)).forEach(row -> rows.remove(new Name(gone, row.order()))));
    }

    @Override
    public boolean add(Conversion conversion) {
        campaigns.find(conversion.campaign()).orElseThrow(() -> new IllegalStateException("no such campaign"));
        Name name = new Name(conversion.campaign(), conversion.order());
        boolean isNew = rows.get(name).isEmpty();
        if (isNew) {
            rows.put(name, conversion);
        }
        return isNew;
    }

    @Override
    public Optional<Conversion> find(CampaignId campaign, String order) {
        return all(campaign).stream().filter(conversion -> conversion.order().equals(order)).findFirst();
    }

    @Override
    public List<Conversion> all(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty() ? List.of() : rows.rows().filter(row -> row.campaign().equals(campaign)).toList();
    }
}
