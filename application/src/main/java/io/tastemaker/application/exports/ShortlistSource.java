package io.tastemaker.application.exports;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.application.campaigns.out.Shortlists;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.ShortlistEntry;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.CreatorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The creators on the shortlist of a campaign, in its order. */
final class ShortlistSource implements RowSource {

    private record Row(Campaign campaign, ShortlistEntry entry, OpenCreator creator) {}

    private static final List<Column<Row>> COLUMNS = Stream.concat(
            Stream.<Column<Row>>of(
                    new Column<>("campaign_id", row -> new Cell.Text(row.campaign.id().toString())),
                    new Column<>("campaign_name", row -> Cell.of(row.campaign.name())),
                    new Column<>("shortlist_status", row -> new Cell.Text(row.entry.status().code())),
                    new Column<>("note", row -> Cell.of(row.entry.note())),
                    new Column<>("ranking_id", row -> Cell.of(row.entry.pick(), pick -> new Cell.Text(pick.ranking().value()))),
                    new Column<>("rank", row -> Cell.of(row.entry.pick(), pick -> new Cell.Count(pick.rank()))),
                    new Column<>("score", row -> Cell.of(row.entry.pick(), pick -> new Cell.Exact(pick.score().total()))),
                    new Column<>("added_by", row -> new Cell.Text(row.entry.addedBy())),
                    new Column<>("added_at", row -> new Cell.Moment(row.entry.addedAt()))),
            OpenCreator.columns(Row::creator).stream()).toList();

    private final Campaigns campaigns;
    private final Shortlists shortlists;
    private final Unlocks unlocks;

    ShortlistSource(Campaigns campaigns, Shortlists shortlists, Unlocks unlocks) {
        this.campaigns = campaigns;
        this.shortlists = shortlists;
        this.unlocks = unlocks;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CAMPAIGN;
    }

    @Override
    public List<? extends Column<?>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        return Optional.of((long) shortlists.creators(campaign(export)).size());
    }

    /** A campaign that was deleted since has no rows. */
    @Override
    public Rows open(Export export, Instant now) {
        Function<Row, List<Cell>> row = Column.row(COLUMNS, export.columns());
        return campaigns.find(campaign(export))
                .<Rows>map(campaign -> new PagedRows<>(page -> shortlists.list(campaign.id(), Optional.empty(), page), entries -> {
                    Map<CreatorId, OpenCreator> open = unlocks.open(entries.stream().map(ShortlistEntry::creator).toList(), now).stream()
                            .collect(Collectors.toMap(creator -> creator.creator().id(), Function.identity()));
                    return entries.stream().filter(entry -> open.containsKey(entry.creator()))
                            .map(entry -> row.apply(new Row(campaign, entry, open.get(entry.creator())))).toList();
                }))
                .orElse(Optional::empty);
    }

    private static CampaignId campaign(Export export) {
        return new CampaignId(export.scope().of().orElseThrow());
    }
}
