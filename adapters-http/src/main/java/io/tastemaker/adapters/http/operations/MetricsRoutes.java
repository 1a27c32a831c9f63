package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.ShowMetrics;
import io.tastemaker.domain.access.Permission;
import java.math.BigDecimal;
import java.util.List;

/** What the parts of the program count, for operators. */
public final class MetricsRoutes {

    record MetricJson(
            @About("With its unit, such as ranking_cache_hit_ratio") String name,
            @About("What it says") String meaning,
            BigDecimal value) {}

    record MetricsJson(List<MetricJson> metrics) {}

    private final OperationsUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public MetricsRoutes(OperationsUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(Route.of(Method.GET, "/metrics", Access.needs(Permission.OPERATE)).says("health", "What the program counts")
                .answers(200, MetricsJson.class, "All figures as they are now").handle(this::metrics));
    }

    private Reply metrics(Call call) {
        return Answer.ok(new MetricsJson(useCases.showMetrics().handle(new ShowMetrics.Query(call.actor())).stream()
                .map(reading -> new MetricJson(reading.name(), reading.meaning(), number(reading.value())))
                .toList()));
    }

    /** JSON has no infinity and no NaN; a ratio of nothing is 0. */
    private static BigDecimal number(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : BigDecimal.ZERO;
    }
}
