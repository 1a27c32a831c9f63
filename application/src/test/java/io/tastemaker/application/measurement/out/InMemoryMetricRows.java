package io.tastemaker.application.measurement.out;

import io.tastemaker.application.campaigns.out.InMemoryCampaigns;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.application.shared.out.Newest;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What was measured, in memory. */
public final class InMemoryMetricRows implements MetricRows {

    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<UUID, MetricRow> rows;

    public InMemoryMetricRows(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.campaigns = campaigns;
        this.rows = transactions.table();
        campaigns.onRemove(gone -> rows.rows().filter(row -> row.campaign().equals(gone)).forEach(row -> rows.remove(row.id())));
    }

    @Override
    public void add(List<MetricRow> added) {
        for (MetricRow row : added) {
            campaigns.find(row.campaign()).orElseThrow(() -> new IllegalStateException("no such campaign"));
            rows.put(row.id(), row);
        }
    }

    @Override
    public int lock(CampaignId campaign) {
        return all(campaign).size();
    }

    @Override
    public Page<MetricRow> list(CampaignId campaign, Filter filter, PageRequest page) {
        return Newest.first(of(campaign).filter(row -> matches(row, filter)), page, MetricRow::measuredAt, MetricRow::id);
    }

    private static boolean matches(MetricRow row, Filter filter) {
        return filter.level().map(row.about().level()::equals).orElse(true)
                && filter.post().map(post -> row.about().equals(new Measured.OfPost(post))).orElse(true)
                && filter.creator().map(creator -> row.about().equals(new Measured.OfCreator(creator))).orElse(true)
                && filter.metric().map(row.values()::containsKey).orElse(true)
                && filter.source().map(row.source()::equals).orElse(true)
                && filter.from().map(from -> !row.measuredAt().isBefore(from)).orElse(true)
                && filter.before().map(row.measuredAt()::isBefore).orElse(true);
    }

    @Override
    public List<MetricRow> all(CampaignId campaign) {
        return of(campaign).toList();
    }

    private Stream<MetricRow> of(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty() ? Stream.empty() : rows.rows().filter(row -> row.campaign().equals(campaign));
    }
}
