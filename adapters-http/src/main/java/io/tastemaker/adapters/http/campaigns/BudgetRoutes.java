package io.tastemaker.adapters.http.campaigns;

import io.tastemaker.adapters.http.campaigns.CampaignRoutes.CampaignPath;
import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.MoneyJson;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.campaigns.ChangeBudgetLine;
import io.tastemaker.application.campaigns.EnterInBudget;
import io.tastemaker.application.campaigns.ListBudgetEntries;
import io.tastemaker.application.campaigns.ListBudgetLines;
import io.tastemaker.application.campaigns.OpenBudgetLine;
import io.tastemaker.application.campaigns.RemoveBudgetLine;
import io.tastemaker.application.campaigns.ShowBudget;
import io.tastemaker.application.campaigns.ShowBudgetLine;
import io.tastemaker.application.campaigns.WorkUseCases;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.campaigns.Budget;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The budget of a campaign: its sums, its lines, and what moved on them. */
public final class BudgetRoutes {

    private static final String ALL = "the oldest first";

    record LinePath(@About("The campaign") UUID campaignId, @About("The line") UUID lineId) {
        CampaignId campaign() {
            return new CampaignId(campaignId);
        }

        BudgetLineId id() {
            return new BudgetLineId(lineId);
        }
    }

    record EntriesQuery(
            @About("Only on this line") Optional<UUID> lineId,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}

    record Filter(Optional<UUID> lineId) {}

    record NewBudgetLineJson(
            @About("What kind of spending") @OneOf({"creator_fees", "production", "ads", "travel", "other"}) String category,
            @About("What exactly") @Length(max = BudgetLine.MOST_LABEL) String label) {}

    record BudgetLinePatchJson(
            @About("What kind of spending") @Kept Field<@OneOf({"creator_fees", "production", "ads", "travel", "other"}) String> category,
            @About("What exactly") @Kept Field<@Length(max = BudgetLine.MOST_LABEL) String> label) {}

    record NewBudgetEntryJson(
            @About("On which line") UUID lineId,
            @About("plan and cut move what is meant for the line; commit and release what is ordered; spend is paid, from what is committed "
                    + "first; refund comes back")
            @OneOf({"plan", "cut", "commit", "release", "spend", "refund"}) String kind,
            @About("More than 0, in the currency of the budget") MoneyJson amount,
            @About("Why") @Length(max = BudgetEntry.MOST_REASON) String reason,
            @About("Whether it shall go over the budget, if it must; takes the right to approve, and is recorded when it did")
            @Default("false") boolean override) {}

    record BudgetMovementJson(BudgetJson.BudgetEntryJson entry, @About("The budget afterwards, without its overrides") BudgetJson budget) {}

    private final WorkUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the work of campaigns
     */
    public BudgetRoutes(WorkUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_CAMPAIGNS);
        Access working = Access.needs(Permission.WORK_ON_CAMPAIGNS);
        String budget = "/campaigns/{campaign_id}/budget";
        String lines = budget + "/lines";
        String line = lines + "/{line_id}";
        return List.of(
                Route.of(Method.GET, budget, reading).says("campaigns", "Show a budget")
                        .about("What is planned, and what is committed and spent, stays each within what the brief allows, unless an entry says "
                                + "override. What is planned on one line is a guide.")
                        .path(CampaignPath.class).answers(200, BudgetJson.class, "The budget").problems(ProblemCode.NOT_FOUND).handle(this::show),
                Route.of(Method.GET, budget + "/entries", reading).says("campaigns", "List what moved in a budget").about("The newest first.")
                        .path(CampaignPath.class).query(EntriesQuery.class).lists(BudgetJson.BudgetEntryJson.class, "The entries")
                        .problems(ProblemCode.NOT_FOUND).handle(this::entries),
                Route.of(Method.POST, budget + "/entries", working).says("campaigns", "Move money in a budget")
                        .about("It takes the right to edit. Entries are only ever added; what was wrong is moved back.").path(CampaignPath.class)
                        .body(NewBudgetEntryJson.class).answers(200, BudgetMovementJson.class, "The entry, and the budget afterwards")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.OVER_BUDGET, ProblemCode.CURRENCY_MISMATCH,
                                ProblemCode.BUDGET_MISSING, ProblemCode.LIMIT_REACHED).repeatable().handle(this::enter),
                Route.of(Method.GET, lines, reading).says("campaigns", "List the lines of a budget").about("The oldest first.")
                        .path(CampaignPath.class).lists(BudgetJson.BudgetLineJson.class, "All of them").problems(ProblemCode.NOT_FOUND).handle(this::lines),
                Route.of(Method.POST, lines, working).says("campaigns", "Open a line in a budget").about("It takes the right to edit.")
                        .path(CampaignPath.class).body(NewBudgetLineJson.class).answers(201, BudgetJson.BudgetLineJson.class, "The line").versioned()
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT, ProblemCode.CURRENCY_MISMATCH, ProblemCode.BUDGET_MISSING,
                                ProblemCode.LIMIT_REACHED).repeatable().handle(this::open),
                Route.of(Method.GET, line, reading).says("campaigns", "Show a line of a budget").path(LinePath.class)
                        .answers(200, BudgetJson.BudgetLineJson.class, "The line").versioned().problems(ProblemCode.NOT_FOUND).handle(this::line),
                Route.of(Method.PATCH, line, working).says("campaigns", "Rename a line of a budget").about("It takes the right to edit.")
                        .path(LinePath.class).body(BudgetLinePatchJson.class).needsVersion().answers(200, BudgetJson.BudgetLineJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, line, working).says("campaigns", "Remove a line of a budget")
                        .about("It takes the right to edit, and a line on which nothing ever moved.").heedsVersion().path(LinePath.class)
                        .answersNothing("It is gone").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::remove));
    }

    private Reply show(Call call) {
        ShowBudget.Shown shown = useCases.showBudget().handle(new ShowBudget.Query(call.actor(), call.path(CampaignPath.class).id()));
        return Answer.ok(BudgetJson.of(shown.budget(), shown.overrides()));
    }

    private Reply entries(Call call) {
        EntriesQuery query = call.query(EntriesQuery.class);
        Filter filter = new Filter(query.lineId());
        ListBudgetEntries.Query wanted = new ListBudgetEntries.Query(call.actor(), call.path(CampaignPath.class).id(),
                query.lineId().map(BudgetLineId::new), new PageRequest(query.limit(), call.position(query.cursor(), filter)));
        return call.page(useCases.listBudgetEntries().handle(wanted), filter, BudgetJson.BudgetEntryJson::of);
    }

    private Reply enter(Call call) {
        NewBudgetEntryJson wanted = call.body(NewBudgetEntryJson.class);
        if (wanted.amount().money().isZero()) {
            return Problem.invalid("#/amount", "must be more than 0");
        }
        EnterInBudget.Command command = new EnterInBudget.Command(call.actor(), call.path(CampaignPath.class).id(),
                new BudgetLineId(wanted.lineId()), Coded.find(BudgetEntry.Kind.class, wanted.kind()).orElseThrow(), wanted.amount().money(),
                WorkProblems.said("#/reason", wanted.reason()), wanted.override());
        return switch (useCases.enterInBudget().handle(command)) {
            case EnterInBudget.Outcome.Entered(BudgetEntry entry, Budget after) ->
                Answer.ok(new BudgetMovementJson(BudgetJson.BudgetEntryJson.of(entry), BudgetJson.of(after, List.of())));
            case EnterInBudget.Outcome.NoBudget() -> Problem.of(ProblemCode.BUDGET_MISSING);
            case EnterInBudget.Outcome.OtherCurrency(Currency expected) -> otherCurrency(expected);
            case EnterInBudget.Outcome.OverBudget(Money limit, Money now, Money then) -> Problem.of(ProblemCode.OVER_BUDGET,
                            "The budget allows " + limit + "; it is " + now + " now and would be " + then + ".")
                    .with("limit", MoneyJson.of(limit)).with("now", MoneyJson.of(now)).with("then", MoneyJson.of(then));
            case EnterInBudget.Outcome.TooLittle(BudgetEntry.Kind kind, Money available) ->
                Problem.conflict("There is only " + available + " to " + kind.code() + ".", "too_little", List.of())
                        .with("available", MoneyJson.of(available));
            case EnterInBudget.Outcome.Full(int most) -> WorkProblems.tooMany("entries on a line", most);
            case EnterInBudget.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply lines(Call call) {
        List<BudgetLine> found = useCases.listBudgetLines().handle(new ListBudgetLines.Query(call.actor(), call.path(CampaignPath.class).id()));
        return call.page(new Page<>(found, Optional.empty()), ALL, BudgetJson.BudgetLineJson::of);
    }

    private Reply open(Call call) {
        NewBudgetLineJson wanted = call.body(NewBudgetLineJson.class);
        CampaignId campaign = call.path(CampaignPath.class).id();
        return switch (useCases.openBudgetLine().handle(new OpenBudgetLine.Command(call.actor(), campaign,
                Coded.find(BudgetLine.Category.class, wanted.category()).orElseThrow(), WorkProblems.said("#/label", wanted.label())))) {
            case OpenBudgetLine.Outcome.Opened(BudgetLine line) ->
                Answer.created("/campaigns/" + campaign + "/budget/lines/" + line.id(), BudgetJson.BudgetLineJson.of(line)).version(line.version());
            case OpenBudgetLine.Outcome.NoBudget() -> Problem.of(ProblemCode.BUDGET_MISSING);
            case OpenBudgetLine.Outcome.OtherCurrency(Currency expected) -> otherCurrency(expected);
            case OpenBudgetLine.Outcome.TooMany(int most) -> WorkProblems.tooMany("lines in a budget", most);
            case OpenBudgetLine.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply line(Call call) {
        return shown(found(call));
    }

    private Reply change(Call call) {
        BudgetLinePatchJson patch = call.body(BudgetLinePatchJson.class);
        LinePath path = call.path(LinePath.class);
        BudgetLine now = found(call);
        ChangeBudgetLine.Command command = new ChangeBudgetLine.Command(call.actor(), path.campaign(), path.id(), call.ifMatch().orElseThrow(),
                patch.category().over(Optional.empty()).flatMap(code -> Coded.find(BudgetLine.Category.class, code)).orElse(now.category()),
                WorkProblems.said("#/label", patch.label().over(Optional.of(now.label())).orElseThrow()));
        return switch (useCases.changeBudgetLine().handle(command)) {
            case ChangeBudgetLine.Outcome.Changed(BudgetLine changed) -> shown(changed);
            case ChangeBudgetLine.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private Reply remove(Call call) {
        LinePath path = call.path(LinePath.class);
        return switch (useCases.removeBudgetLine().handle(
                new RemoveBudgetLine.Command(call.actor(), path.campaign(), path.id(), call.expectedVersion()))) {
            case RemoveBudgetLine.Outcome.Removed() -> Answer.noContent();
            case RemoveBudgetLine.Outcome.HasEntries(long entries) ->
                Problem.conflict("What moved on it stays for the record: " + entries + " entries.", "moved", List.of()).with("entries", entries);
            case RemoveBudgetLine.Outcome.Closed(Campaign.Status status) -> WorkProblems.closed(status);
        };
    }

    private BudgetLine found(Call call) {
        LinePath path = call.path(LinePath.class);
        return useCases.showBudgetLine().handle(new ShowBudgetLine.Query(call.actor(), path.campaign(), path.id()));
    }

    private static Answer shown(BudgetLine line) {
        return Answer.ok(BudgetJson.BudgetLineJson.of(line)).version(line.version());
    }

    static Problem otherCurrency(Currency expected) {
        return Problem.of(ProblemCode.CURRENCY_MISMATCH, "The budget is in " + expected + ".").with("expected", expected.getCurrencyCode());
    }
}
