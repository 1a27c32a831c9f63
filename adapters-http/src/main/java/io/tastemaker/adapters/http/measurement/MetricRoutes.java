package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.measurement.InputFault;
import io.tastemaker.application.measurement.ListMetricRows;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.measurement.RecordMetrics;
import io.tastemaker.application.measurement.out.MetricRows;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.measurement.Measured;
import io.tastemaker.domain.measurement.Metric;
import io.tastemaker.domain.measurement.MetricRow;
import io.tastemaker.domain.shared.CampaignPostId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was measured. */
public final class MetricRoutes {

    record MetricsQuery(
            @About("Only rows of this level") Optional<@OneOf({"campaign", "creator", "post"}) String> level,
            @About("Only of this post of the campaign") Optional<UUID> postId,
            @About("Only of this creator, not of the creator's posts") Optional<UUID> creatorId,
            @About("Only rows that have this metric") Optional<@OneOf({
                    "reach", "impressions", "views", "likes", "comments", "shares", "saves", "clicks", "conversions", "cost", "revenue"}) String> metric,
            @About("Only what this source says") Optional<@Length(max = 100) String> source,
            @About("Only measured then or later") Optional<Instant> from,
            @About("Only measured before") Optional<Instant> to,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {

        record Filter(Optional<String> level, Optional<UUID> postId, Optional<UUID> creatorId, Optional<String> metric, Optional<String> source,
                Optional<Instant> from, Optional<Instant> to) {}

        Filter filter() {
            return new Filter(level, postId, creatorId, metric, source, from, to);
        }

        MetricRows.Filter wanted() {
            return new MetricRows.Filter(level, postId.map(CampaignPostId::new), creatorId.map(CreatorId::new),
                    metric.flatMap(code -> Coded.find(Metric.class, code)), source, from, to);
        }
    }

    record NewMetricRowJson(
            @About("Of this post of the campaign") Optional<UUID> postId,
            @About("Of the campaign's post at this address") Optional<@Length(max = 2_000) String> url,
            @About("Of this creator, beside what is of the posts; without post, address and creator it is of the campaign, beside all others")
            Optional<UUID> creatorId,
            @About("When it was so") Instant measuredAt,
            @About("Who says so, such as meta-export") @Length(max = 100) String source,
            @About("Totals so far, not what was added since the last row") MetricValuesJson metrics) {}

    record NewMetricsJson(@About("Up to 500 rows") @Entries(min = 1, max = RecordMetrics.MOST) List<NewMetricRowJson> rows) {}

    record MetricsRecordedJson(int recorded, @About("In the order in which the rows were sent") List<UUID> ids) {}

    record MetricRowJson(
            UUID id,
            @About("campaign, creator or post") String level,
            Optional<UUID> postId,
            Optional<UUID> creatorId,
            MetricValuesJson metrics,
            Instant measuredAt,
            String source,
            String recordedBy,
            Instant recordedAt) {

        static MetricRowJson of(MetricRow row) {
            Optional<UUID> post = row.about() instanceof Measured.OfPost(CampaignPostId id) ? Optional.of(id.value()) : Optional.empty();
            Optional<UUID> creator = row.about() instanceof Measured.OfCreator(CreatorId id) ? Optional.of(id.value()) : Optional.empty();
            return new MetricRowJson(row.id(), row.about().level(), post, creator, MetricValuesJson.of(row), row.measuredAt(), row.source(),
                    row.recordedBy(), row.recordedAt());
        }
    }

    private final MeasurementUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public MetricRoutes(MeasurementUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/metrics", Access.needs(Permission.READ_CAMPAIGNS))
                        .says("campaign measurement", "List what was measured").about("The latest measured first.").path(CampaignPath.class)
                        .query(MetricsQuery.class).lists(MetricRowJson.class, "The rows").problems(ProblemCode.NOT_FOUND).handle(this::list),
                Route.of(Method.POST, "/campaigns/{campaign_id}/metrics", Access.needs(Permission.WRITE_CAMPAIGNS))
                        .says("campaign measurement", "Record what was measured")
                        .about("All rows are recorded or none. Rows are never changed: of one thing and metric the one measured last counts, at equal "
                                + "times the one recorded last; the earlier ones give the daily series. The levels add up, so nothing belongs in two.")
                        .path(CampaignPath.class).body(NewMetricsJson.class).answers(201, MetricsRecordedJson.class, "They are recorded")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).repeatable().handle(this::record));
    }

    private Reply list(Call call) {
        MetricsQuery query = call.query(MetricsQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.filter()));
        ListMetricRows.Query wanted = new ListMetricRows.Query(call.actor(), call.path(CampaignPath.class).id(), query.wanted(), page);
        return call.page(useCases.listMetricRows().handle(wanted), query.filter(), MetricRowJson::of);
    }

    private Reply record(Call call) {
        List<NewMetricRowJson> rows = call.body(NewMetricsJson.class).rows();
        List<Fault> mixed = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).metrics().currencies().size() > 1)
                .mapToObj(i -> new Fault(ProblemCode.INVALID_FIELD, "#/rows/" + i + "/metrics/revenue/currency", "differs from that of cost"))
                .toList();
        if (!mixed.isEmpty()) {
            return Problem.of(mixed);
        }
        List<RecordMetrics.Wanted> wanted = rows.stream()
                .map(row -> new RecordMetrics.Wanted(row.postId().map(CampaignPostId::new), row.url(), row.creatorId().map(CreatorId::new),
                        row.metrics().values(), row.metrics().currencies().stream().findFirst(), row.measuredAt(), row.source()))
                .toList();
        RecordMetrics.Command command = new RecordMetrics.Command(call.actor(), call.path(CampaignPath.class).id(), wanted);
        return switch (useCases.recordMetrics().handle(command)) {
            case RecordMetrics.Outcome.Recorded(List<MetricRow> recorded) ->
                Answer.created("/campaigns/" + command.campaign() + "/metrics",
                        new MetricsRecordedJson(recorded.size(), recorded.stream().map(MetricRow::id).toList()));
            case RecordMetrics.Outcome.Faulty(List<InputFault> faults) -> InputFaults.in("rows", faults, MetricRoutes::place);
            case RecordMetrics.Outcome.TooMany() -> InputFaults.full("rows of metrics", MetricRows.MOST);
            case RecordMetrics.Outcome.Closed(Campaign.Status status) -> InputFaults.closed(status);
        };
    }

    private static String place(String field) {
        return Coded.find(Metric.class, field).isPresent() ? "metrics/" + field : field;
    }
}
