package io.tastemaker.adapters.http.measurement;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.measurement.ShowAnalytics;
import io.tastemaker.application.measurement.ShowDailySeries;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.measurement.DailySeries;
import io.tastemaker.domain.measurement.Indicator;
import io.tastemaker.domain.measurement.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a campaign did, in all and day by day. */
public final class AnalyticsRoutes {

    record WindowQuery(
            @About("The first day, in UTC") Optional<LocalDate> from, @About("The last day, in UTC; not before the first") Optional<LocalDate> to) {

        Window window() {
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                throw Problem.of(List.of(new Fault(ProblemCode.INVALID_PARAMETER, "?to", "must not be before from"))).asException();
            }
            return new Window(from, to);
        }
    }

    record CampaignDayJson(
            LocalDate day,
            @About("Gained on the day; null where nobody measured, 0 where this program counts itself and nothing came") Optional<BigDecimal> reach,
            Optional<BigDecimal> impressions,
            Optional<BigDecimal> views,
            Optional<BigDecimal> likes,
            Optional<BigDecimal> comments,
            Optional<BigDecimal> shares,
            Optional<BigDecimal> saves,
            Optional<BigDecimal> engagements,
            Optional<BigDecimal> clicks,
            Optional<BigDecimal> conversions,
            @About("A decimal string in the currency of the answer") Optional<String> cost,
            @About("A decimal string in the currency of the answer") Optional<String> revenue,
            @About("How many stored rows tell of the day") int rows) {

        static CampaignDayJson of(DailySeries.Day day) {
            Map<Indicator, Optional<BigDecimal>> gains = day.gains();
            return new CampaignDayJson(day.day(), gains.get(Indicator.REACH), gains.get(Indicator.IMPRESSIONS), gains.get(Indicator.VIEWS),
                    gains.get(Indicator.LIKES), gains.get(Indicator.COMMENTS), gains.get(Indicator.SHARES), gains.get(Indicator.SAVES),
                    gains.get(Indicator.ENGAGEMENTS), gains.get(Indicator.CLICKS), gains.get(Indicator.CONVERSIONS),
                    gains.get(Indicator.COST).map(BigDecimal::toPlainString), gains.get(Indicator.REVENUE).map(BigDecimal::toPlainString), day.rows());
        }
    }

    record CampaignDaysJson(
            @About("In which cost and revenue are; null when there is none or several") Optional<String> currency,
            @About("Name and version of the formula of all but cost") String formula,
            @About("That of cost: by the budget, where anything was spent, else by rows of metrics") String costFormula,
            @About("One for each day from the first that tells something to the last") List<CampaignDayJson> days) {}

    private final MeasurementUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public AnalyticsRoutes(MeasurementUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        return List.of(
                Route.of(Method.GET, "/campaigns/{campaign_id}/analytics", reading).says("campaign measurement", "Show what a campaign did")
                        .about("Every number names its formula with its version and how many stored rows it rests on; what is missing is null with the "
                                + "reason. With days, what was gained in them.")
                        .path(CampaignPath.class).query(WindowQuery.class).answers(200, CampaignAnalyticsJson.class, "The numbers")
                        .problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.GET, "/campaigns/{campaign_id}/analytics/daily", reading)
                        .says("campaign measurement", "Show what a campaign did day by day")
                        .about("The known gains of a number add up to its sum over the same days.")
                        .path(CampaignPath.class).query(WindowQuery.class).answers(200, CampaignDaysJson.class, "The days")
                        .problems(ProblemCode.NOT_FOUND).handle(this::showDaily));
    }

    private Reply show(Call call) {
        Window window = call.query(WindowQuery.class).window();
        return Answer.ok(CampaignAnalyticsJson.of(
                useCases.showAnalytics().handle(new ShowAnalytics.Query(call.actor(), call.path(CampaignPath.class).id(), window))));
    }

    private Reply showDaily(Call call) {
        Window window = call.query(WindowQuery.class).window();
        DailySeries series =
                useCases.showDailySeries().handle(new ShowDailySeries.Query(call.actor(), call.path(CampaignPath.class).id(), window));
        return Answer.ok(new CampaignDaysJson(series.currency().map(Currency::getCurrencyCode), Indicator.TOTALS,
                series.costFormula(),
                series.days().stream().map(CampaignDayJson::of).toList()));
    }
}
