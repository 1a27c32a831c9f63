package io.tastemaker.adapters.http.wallets;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.wallets.AddPlan;
import io.tastemaker.application.wallets.AddPricingRule;
import io.tastemaker.application.wallets.ChangePlan;
import io.tastemaker.application.wallets.ListPricingRules;
import io.tastemaker.application.wallets.ShowPricing;
import io.tastemaker.application.wallets.WalletUseCases;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.PricingRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Prices and plans for operators. */
public final class PricingAdminRoutes {

    record NewPriceJson(
            @About("One that is new is added") @Matches(value = ActionPath.FORM, says = ActionPath.SAYS) String action,
            @About("Credits of a unit") @Between(min = "0", max = "1000000000") long unitCredits,
            @About("Units that every team has free in each period") @Default("0") @Between(min = "0", max = "1000000") long freeAllowance,
            @About("How long what is paid for stays open; absent for good") Optional<@Between(min = "1", max = "87600") Integer> accessHours,
            @About("What a unit is") @Length(max = 200) String unit) {
        NewPriceJson {
            if (unit.isBlank()) {
                throw new IllegalArgumentException("unit must say something");
            }
        }
    }

    record TeamPath(@About("The team") UUID teamId) {}

    record PlanChoiceJson(
            @About("As in /billing/plans; its newest version counts") @Length(max = 50) String plan,
            @About("Whether it waits for the next period") @Default("false") boolean atPeriodEnd) {}

    record ChosenPlanJson(String plan, int version, @About("Whether it waits for the next period") boolean atPeriodEnd) {}

    private final WalletUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public PricingAdminRoutes(WalletUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access operating = Access.needs(Permission.OPERATE);
        return List.of(
                Route.of(Method.GET, "/admin/pricing", operating).says("wallets", "List all versions of prices")
                        .lists(PriceJson.class, "By action, the newest first").handle(this::listPrices),
                Route.of(Method.POST, "/admin/pricing", operating).says("wallets", "Change a price")
                        .about("Adds a version; what was charged before keeps the version it was charged by.").body(NewPriceJson.class)
                        .answers(201, PriceJson.class, "It counts from now on").problems(ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::addPrice),
                Route.of(Method.GET, "/admin/plans", operating).says("wallets", "List all versions of plans")
                        .lists(PlanJson.class, "By key, the newest first").handle(this::listPlans),
                Route.of(Method.POST, "/admin/plans", operating).says("wallets", "Add a plan or a version of one")
                        .about("Teams stay on the version they are on until somebody puts them on another.").body(NewPlanJson.class)
                        .answers(201, PlanJson.class, "It can be given from now on").problems(ProblemCode.STATE_CONFLICT).repeatable()
                        .handle(this::addPlan),
                Route.of(Method.PUT, "/admin/teams/{team_id}/plan", operating).says("wallets", "Put a team on a plan").path(TeamPath.class)
                        .about("What was used in the period stays used.").body(PlanChoiceJson.class)
                        .answers(200, ChosenPlanJson.class, "The team is on it, or will be").problems(ProblemCode.NOT_FOUND)
                        .handle(this::changePlan));
    }

    private Reply listPrices(Call call) {
        List<PricingRule> rules = useCases.listPricingRules().handle(new ListPricingRules.Query(call.actor()));
        return call.page(new Page<>(rules, Optional.empty()), "", PriceJson::of);
    }

    private Reply addPrice(Call call) {
        NewPriceJson price = call.body(NewPriceJson.class);
        AddPricingRule.Command command = new AddPricingRule.Command(call.actor(), new Action(price.action()), price.unitCredits(),
                price.freeAllowance(), price.accessHours().map(Duration::ofHours), price.unit().strip());
        return switch (useCases.addPricingRule().handle(command)) {
            case AddPricingRule.Outcome.Added(PricingRule rule) -> Answer.created("/pricing/" + rule.action(), PriceJson.of(rule));
            case AddPricingRule.Outcome.Conflict() -> conflict();
        };
    }

    private Reply listPlans(Call call) {
        List<Plan> plans = useCases.showPricing().handle(new ShowPricing.Query(Anonymous.CALLER)).plans().values().stream()
                .sorted(Comparator.comparing((Plan plan) -> plan.id().key()).thenComparing(plan -> -plan.id().version()))
                .toList();
        return call.page(new Page<>(plans, Optional.empty()), "", PlanJson::of);
    }

    private Reply addPlan(Call call) {
        NewPlanJson plan = call.body(NewPlanJson.class);
        return switch (useCases.addPlan().handle(new AddPlan.Command(call.actor(), plan.plan(), plan::of))) {
            case AddPlan.Outcome.Added(Plan added) -> Answer.created("/billing/plans", PlanJson.of(added));
            case AddPlan.Outcome.Conflict() -> conflict();
        };
    }

    private Reply changePlan(Call call) {
        PlanChoiceJson choice = call.body(PlanChoiceJson.class);
        ChangePlan.Command command = new ChangePlan.Command(
                call.actor(), new TeamId(call.path(TeamPath.class).teamId()), choice.plan(), choice.atPeriodEnd());
        return switch (useCases.changePlan().handle(command)) {
            case ChangePlan.Outcome.Changed(Plan plan) ->
                Answer.ok(new ChosenPlanJson(plan.id().key(), plan.id().version(), choice.atPeriodEnd()));
            case ChangePlan.Outcome.UnknownPlan(Set<String> known) ->
                Problem.invalid("#/plan", "unknown; allowed: " + String.join(", ", known));
        };
    }

    private static Problem conflict() {
        return Problem.conflict("Somebody added a version at the same moment. Look at it and try again.", "changed", List.of());
    }
}
