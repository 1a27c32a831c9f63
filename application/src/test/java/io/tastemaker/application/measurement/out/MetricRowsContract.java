package io.tastemaker.application.measurement.out;

import static io.tastemaker.application.measurement.out.MeasurementStores.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CreatorId;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of measurements does. */
public abstract class MetricRowsContract {

    private final CreatorId ana = new CreatorId(SeededIds.next());
    private MeasurementStores stores;
    private MetricRows rows;

    protected abstract MeasurementStores open();

    @BeforeEach
    void openStores() {
        stores = open();
        rows = stores.places.rows();
    }

    @Test
    void rows_are_kept_to_the_last_digit() {
        MetricRow ofPost = row(new Measured.OfPost(stores.added("71234501").id()), 1, Map.of(Metric.LIKES, new BigDecimal("1000000000000000")));
        MetricRow ofCreator = row(new Measured.OfCreator(ana), 2, Map.of(Metric.COST, new BigDecimal("12345678901.25"), Metric.REACH, BigDecimal.ONE));
        MetricRow ofCampaign = row(new Measured.OfCampaign(), 3, Map.of(Metric.REVENUE, new BigDecimal("0.00")));
        add(ofPost, ofCreator, ofCampaign);

        assertThat(stores.read(stores.team, () -> rows.all(stores.id()))).containsExactlyInAnyOrder(ofPost, ofCreator, ofCampaign);
        assertThat(stores.write(stores.team, () -> rows.lock(stores.id()))).isEqualTo(3);
    }

    @Test
    void another_team_sees_and_adds_nothing() {
        MetricRow row = row(new Measured.OfCampaign(), 1, Map.of(Metric.LIKES, BigDecimal.ONE));
        add(row);

        assertThat(stores.read(stores.other, () -> rows.all(stores.id()))).isEmpty();
        assertThat(stores.pages(stores.other, page -> rows.list(stores.id(), MetricRows.Filter.ANY, page))).isEmpty();
        MetricRow foreign = row(new Measured.OfCampaign(), 2, Map.of(Metric.LIKES, BigDecimal.ONE));
        assertThatThrownBy(() -> stores.write(stores.other, () -> {
            rows.add(List.of(foreign));
            return true;
        })).isInstanceOf(RuntimeException.class);
    }

    @Test
    void pages_concatenate_to_the_whole_the_latest_measured_first() {
        List<MetricRow> latestFirst = List.of(likes(9), likes(7), likes(5), likes(3), likes(1));
        add(latestFirst.reversed().toArray(MetricRow[]::new));

        assertThat(stores.pages(stores.team, page -> rows.list(stores.id(), MetricRows.Filter.ANY, page))).isEqualTo(latestFirst);
    }

    @Test
    void a_filter_lets_through_what_it_names() {
        MetricRow ofPost = row(new Measured.OfPost(stores.added("71234501").id()), 1, Map.of(Metric.LIKES, BigDecimal.TEN));
        MetricRow ofCreator = row(new Measured.OfCreator(ana), 2, Map.of(Metric.COST, BigDecimal.TEN));
        MetricRow ofCampaign = new MetricRow(SeededIds.next(), stores.id(), new Measured.OfCampaign(), Map.of(Metric.VIEWS, BigDecimal.TEN),
                Optional.empty(), second(3), "by-hand", "user:ana", second(3));
        add(ofPost, ofCreator, ofCampaign);

        assertThat(found(filter(Optional.of("post"), Optional.empty(), Optional.empty()))).containsExactly(ofPost);
        assertThat(found(filter(Optional.of("creator"), Optional.empty(), Optional.empty()))).containsExactly(ofCreator);
        assertThat(found(filter(Optional.of("campaign"), Optional.empty(), Optional.empty()))).containsExactly(ofCampaign);
        assertThat(found(filter(Optional.empty(), Optional.of(Metric.COST), Optional.empty()))).containsExactly(ofCreator);
        assertThat(found(filter(Optional.empty(), Optional.empty(), Optional.of("by-hand")))).containsExactly(ofCampaign);
        assertThat(found(new MetricRows.Filter(Optional.empty(), Optional.of(((Measured.OfPost) ofPost.about()).post()), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()))).containsExactly(ofPost);
        assertThat(found(new MetricRows.Filter(Optional.empty(), Optional.empty(), Optional.of(ana), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()))).containsExactly(ofCreator);
        assertThat(found(new MetricRows.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(second(2)), Optional.of(second(3))))).containsExactly(ofCreator);
    }

    @Test
    void a_campaigns_rows_go_with_it() {
        add(likes(1));
        stores.removeCampaign();
        assertThat(stores.read(stores.team, () -> rows.all(stores.id()))).isEmpty();
    }

    private List<MetricRow> found(MetricRows.Filter filter) {
        return stores.pages(stores.team, page -> rows.list(stores.id(), filter, page));
    }

    private static MetricRows.Filter filter(Optional<String> level, Optional<Metric> metric, Optional<String> source) {
        return new MetricRows.Filter(level, Optional.empty(), Optional.empty(), metric, source, Optional.empty(), Optional.empty());
    }

    private MetricRow likes(int second) {
        return row(new Measured.OfCampaign(), second, Map.of(Metric.LIKES, BigDecimal.valueOf(second)));
    }

    private MetricRow row(Measured about, int second, Map<Metric, BigDecimal> values) {
        boolean hasMoney = values.keySet().stream().anyMatch(Metric::isMoney);
        return new MetricRow(SeededIds.next(), stores.id(), about, values, hasMoney ? Optional.of(Currency.getInstance("BRL")) : Optional.empty(),
                second(second), "export", "user:ana", second(second + 1));
    }

    private void add(MetricRow... added) {
        stores.write(stores.team, () -> {
            rows.add(List.of(added));
            return true;
        });
    }
}
