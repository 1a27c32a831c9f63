package io.tastemaker.application.exports;

import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All campaigns of the team, the newest first. */
final class CampaignsSource implements RowSource {

    private static final List<Column<Campaign>> COLUMNS = List.of(
            new Column<>("id", campaign -> new Cell.Text(campaign.id().toString())),
            new Column<>("version", campaign -> new Cell.Count(campaign.version())),
            new Column<>("name", campaign -> Cell.of(campaign.name())),
            new Column<>("type", campaign -> new Cell.Text(campaign.kind().code())),
            new Column<>("status", campaign -> new Cell.Text(campaign.status().code())),
            new Column<>("brief", campaign -> Cell.of(campaign.brief().text())),
            new Column<>("website_url", campaign -> Cell.of(campaign.brief().website(), Cell::of)),
            new Column<>("platforms", campaign -> Cell.of(campaign.brief().platforms().stream().map(Coded::code).sorted().toList())),
            new Column<>("locations", campaign -> Cell.of(campaign.brief().locations().stream().map(Place::code).sorted().toList())),
            new Column<>("categories", campaign -> Cell.of(campaign.brief().categories().stream().map(Coded::code).sorted().toList())),
            new Column<>("followers_min", campaign -> Cell.of(campaign.brief().followers().flatMap(Range::min), Cell.Count::new)),
            new Column<>("followers_max", campaign -> Cell.of(campaign.brief().followers().flatMap(Range::max), Cell.Count::new)),
            new Column<>("budget_amount", campaign -> Cell.of(campaign.brief().budget().map(Money::amount), Cell.Exact::new)),
            new Column<>("budget_currency", campaign -> Cell.of(campaign.brief().budget(),
                    budget -> new Cell.Text(budget.currency().getCurrencyCode()))),
            new Column<>("starts_on", brief(Brief::startsOn, Cell.Day::new)),
            new Column<>("ends_on", brief(Brief::endsOn, Cell.Day::new)),
            new Column<>("created_by", campaign -> new Cell.Text(campaign.createdBy())),
            new Column<>("created_at", campaign -> new Cell.Moment(campaign.createdAt())),
            new Column<>("updated_at", campaign -> new Cell.Moment(campaign.updatedAt())),
            new Column<>("launched_at", campaign -> Cell.of(campaign.launchedAt(), Cell.Moment::new)));

    private final Campaigns campaigns;

    CampaignsSource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    private static <T> Function<Campaign, Cell> brief(Function<Brief, Optional<T>> part, Function<T, Cell> cell) {
        return campaign -> Cell.of(part.apply(campaign.brief()), cell);
    }

    @Override
    public ExportKind kind() {
        return ExportKind.CAMPAIGNS;
    }

    @Override
    public List<? extends Column<?>> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Long> total(Export export) {
        return Optional.empty();
    }

    @Override
    public Rows open(Export export, Instant now) {
        Function<Campaign, List<Cell>> row = Column.row(COLUMNS, export.columns());
        return new PagedRows<>(page -> campaigns.list(Optional.empty(), "", page), found -> found.stream().map(row).toList());
    }
}
