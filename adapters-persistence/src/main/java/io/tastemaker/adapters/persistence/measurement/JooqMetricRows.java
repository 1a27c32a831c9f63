package io.tastemaker.adapters.persistence.measurement;

import static io.tastemaker.adapters.persistence.generated.measurement.Tables.METRIC_ROW;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** What was measured, in PostgreSQL. */
public final class JooqMetricRows implements MetricRows {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(METRIC_ROW.ID, METRIC_ROW.CAMPAIGN_ID, METRIC_ROW.CAMPAIGN_POST_ID,
            METRIC_ROW.CREATOR_ID, METRIC_ROW.FIGURES, METRIC_ROW.CURRENCY, METRIC_ROW.MEASURED_AT, METRIC_ROW.SOURCE, METRIC_ROW.RECORDED_BY,
            METRIC_ROW.RECORDED_AT);

    private final JooqTransactions transactions;

    public JooqMetricRows(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(List<MetricRow> rows) {
        transactions.sql().batch(rows.stream().map(this::insert).toList()).execute();
    }

    private Query insert(MetricRow added) {
        About about = About.of(added.about());
        return transactions.sql().insertInto(METRIC_ROW)
                .set(METRIC_ROW.TEAM_ID, transactions.team())
                .set(METRIC_ROW.ID, added.id())
                .set(METRIC_ROW.CAMPAIGN_ID, added.campaign())
                .set(METRIC_ROW.CAMPAIGN_POST_ID, about.post().orElse(null))
                .set(METRIC_ROW.CREATOR_ID, about.creator().orElse(null))
                .set(METRIC_ROW.FIGURES, FiguresJson.write(added.values()))
                .set(METRIC_ROW.CURRENCY, added.currency().map(Currency::getCurrencyCode).orElse(null))
                .set(METRIC_ROW.MEASURED_AT, added.measuredAt())
                .set(METRIC_ROW.SOURCE, added.source())
                .set(METRIC_ROW.RECORDED_BY, added.recordedBy())
                .set(METRIC_ROW.RECORDED_AT, added.recordedAt());
    }

    @Override
    public int lock(CampaignId campaign) {
        transactions.sql().execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))",
                DSL.val("metrics of " + campaign + " in " + transactions.team()));
        return transactions.sql().fetchCount(METRIC_ROW, of(campaign));
    }

    @Override
    public Page<MetricRow> list(CampaignId campaign, Filter filter, PageRequest page) {
        Condition wanted = of(campaign).and(matches(filter));
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(METRIC_ROW.MEASURED_AT, METRIC_ROW.ID).lt(after.time(), after.id()));
        }
        List<MetricRow> rows = transactions.sql().select(COLUMNS)
                .from(METRIC_ROW)
                .where(wanted)
                .orderBy(METRIC_ROW.MEASURED_AT.desc(), METRIC_ROW.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqMetricRows::metricRow);
        return Page.of(rows, page.limit(), last -> new Position(last.measuredAt(), last.id()).toString());
    }

    private static Condition matches(Filter filter) {
        Condition wanted = filter.level().map(JooqMetricRows::isOf).orElseGet(DSL::noCondition);
        wanted = wanted.and(filter.post().map(METRIC_ROW.CAMPAIGN_POST_ID::eq).orElseGet(DSL::noCondition));
        wanted = wanted.and(filter.creator().map(METRIC_ROW.CREATOR_ID::eq).orElseGet(DSL::noCondition));
        wanted = wanted.and(filter.metric().map(metric -> DSL.condition("jsonb_exists({0}, {1})", METRIC_ROW.FIGURES, DSL.val(metric.code())))
                .orElseGet(DSL::noCondition));
        wanted = wanted.and(filter.source().map(METRIC_ROW.SOURCE::eq).orElseGet(DSL::noCondition));
        wanted = wanted.and(filter.from().map(METRIC_ROW.MEASURED_AT::ge).orElseGet(DSL::noCondition));
        return wanted.and(filter.before().map(METRIC_ROW.MEASURED_AT::lt).orElseGet(DSL::noCondition));
    }

    private static Condition isOf(String level) {
        return switch (level) {
            case "post" -> METRIC_ROW.CAMPAIGN_POST_ID.isNotNull();
            case "creator" -> METRIC_ROW.CREATOR_ID.isNotNull();
            default -> METRIC_ROW.CAMPAIGN_POST_ID.isNull().and(METRIC_ROW.CREATOR_ID.isNull());
        };
    }

    @Override
    public List<MetricRow> all(CampaignId campaign) {
        return transactions.sql().select(COLUMNS).from(METRIC_ROW).where(of(campaign)).fetch(JooqMetricRows::metricRow);
    }

    private Condition of(CampaignId campaign) {
        return METRIC_ROW.TEAM_ID.eq(transactions.team()).and(METRIC_ROW.CAMPAIGN_ID.eq(campaign));
    }

    private static MetricRow metricRow(Record row) {
        About about = new About(Optional.ofNullable(row.get(METRIC_ROW.CAMPAIGN_POST_ID)), Optional.ofNullable(row.get(METRIC_ROW.CREATOR_ID)));
        return new MetricRow(row.get(METRIC_ROW.ID), row.get(METRIC_ROW.CAMPAIGN_ID), about.measured(), FiguresJson.read(row.get(METRIC_ROW.FIGURES)),
                Optional.ofNullable(row.get(METRIC_ROW.CURRENCY)).map(Currency::getInstance), row.get(METRIC_ROW.MEASURED_AT),
                row.get(METRIC_ROW.SOURCE), row.get(METRIC_ROW.RECORDED_BY), row.get(METRIC_ROW.RECORDED_AT));
    }
}
