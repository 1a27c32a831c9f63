package io.tastemaker.adapters.http.operations;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.Matches;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.application.operations.AuditUseCases;
import io.tastemaker.application.operations.ListAuditLog;
import io.tastemaker.application.operations.ShowUsage;
import io.tastemaker.application.operations.VerifyAuditLog;
import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audit log: who did what, and whether anybody altered that. */
public final class AuditRoutes {

    record AuditQuery(
            @About("Only what this actor did, as in an entry") Optional<@Length(max = 200) String> actor,
            @About("Only actions that begin so, such as campaign.") Optional<@Length(max = 100) String> action,
            @About("Only about this kind of thing, such as campaign") Optional<@Length(max = 50) String> subjectType,
            @About("Only about this thing") Optional<@Length(max = 200) String> subjectId,
            @About("Only since then") Optional<Instant> from,
            @About("Only before then") Optional<Instant> to,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {

        AuditLog.Filter filter() {
            return new AuditLog.Filter(actor, action, subjectType, subjectId, from, to);
        }
    }

    record AnyAuditQuery(
            @About("Whose log; without it, the platform's own") Optional<UUID> teamId,
            @About("Only what this actor did, as in an entry") Optional<@Length(max = 200) String> actor,
            @About("Only actions that begin so, such as campaign.") Optional<@Length(max = 100) String> action,
            @About("Only about this kind of thing, such as campaign") Optional<@Length(max = 50) String> subjectType,
            @About("Only about this thing") Optional<@Length(max = 200) String> subjectId,
            @About("Only since then") Optional<Instant> from,
            @About("Only before then") Optional<Instant> to,
            @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
            @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {

        record OfTeam(TeamId team, AuditLog.Filter filter) {}

        OfTeam wanted() {
            return new OfTeam(teamId.map(TeamId::new).orElse(TeamId.CATALOGUE),
                    new AuditLog.Filter(actor, action, subjectType, subjectId, from, to));
        }
    }

    record UsagePath(@About("The team; only the one the caller works for is found") UUID teamId) {}

    record UsageQuery(@About("In UTC, such as 2026-09") @Matches(value = "2\\d{3}-(0[1-9]|1[0-2])", says = "a month such as 2026-09") String month) {}

    record UsageJson(
            @About("As in an entry of the audit log: user:, key:, operator: or system: and which one") String actor,
            @About("As in an entry") String action,
            long times) {}

    /**
     * What verification found.
     *
     * @param whole whether all is as it was written
     * @param entries how many entries
     * @param headHash the hash of the last
     * @param brokenAt the first entry that is not as it was written
     * @param flaw what is wrong with it
     */
    public record VerdictJson(
            @About("Whether every entry is as it was written, and none is missing") boolean whole,
            @About("How many entries there are, when it is whole") Optional<Long> entries,
            @About("The hash of the last entry, when it is whole; keep it elsewhere to compare") Optional<String> headHash,
            @About("The number of the first entry that is not as it was written") Optional<Long> brokenAt,
            @About("edited, removed, inserted or swapped") Optional<String> flaw) {

        static VerdictJson of(AuditVerdict verdict) {
            return switch (verdict) {
                case AuditVerdict.Whole(var head) ->
                    new VerdictJson(true, Optional.of(head.seq()), Optional.of(head.hash()), Optional.empty(), Optional.empty());
                case AuditVerdict.Broken(long seq, var flaw) ->
                    new VerdictJson(false, Optional.empty(), Optional.empty(), Optional.of(seq), Optional.of(flaw.code()));
            };
        }
    }

    private final AuditUseCases useCases;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     */
    public AuditRoutes(AuditUseCases useCases) {
        this.useCases = useCases;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access reading = Access.needs(Permission.READ_AUDIT);
        return List.of(
                Route.of(Method.GET, "/audit-log", reading).says("audit log", "List what was done")
                        .about("The newest first. An action that ends in .refused was asked for and not done.")
                        .query(AuditQuery.class).lists(AuditEntryJson.class, "The team's entries").handle(this::list),
                Route.of(Method.GET, "/audit-log/verification", reading).says("audit log", "Verify the audit log")
                        .about("Computes every hash anew. The answer names the first entry that somebody edited, removed, inserted or swapped.")
                        .answers(200, VerdictJson.class, "What was found").handle(this::verify),
                Route.of(Method.GET, "/teams/{team_id}/usage", reading).says("teams", "Count what was done in a month")
                        .about("Per member or key and action, counted from the audit log.").path(UsagePath.class).query(UsageQuery.class)
                        .lists(UsageJson.class, "All of it").problems(ProblemCode.NOT_FOUND).handle(this::usage),
                Route.of(Method.GET, "/admin/audit-log", Access.needs(Permission.OPERATE)).says("audit log", "List what was done for a team")
                        .about("The newest first. That an operator looked is written into the team's log.").query(AnyAuditQuery.class)
                        .lists(AuditEntryJson.class, "The team's entries").problems(ProblemCode.NOT_FOUND).handle(this::listAny));
    }

    private Reply list(Call call) {
        AuditQuery query = call.query(AuditQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), query.filter()));
        ListAuditLog.Query wanted = new ListAuditLog.Query(call.actor(), call.actor().team(), query.filter(), page);
        return call.page(useCases.listAuditLog().handle(wanted), query.filter(), AuditEntryJson::of);
    }

    private Reply verify(Call call) {
        return Answer.ok(VerdictJson.of(useCases.verifyAuditLog().handle(new VerifyAuditLog.Query(call.actor(), call.actor().team()))));
    }

    private Reply usage(Call call) {
        ShowUsage.Query wanted = new ShowUsage.Query(call.actor(), new TeamId(call.path(UsagePath.class).teamId()),
                YearMonth.parse(call.query(UsageQuery.class).month()));
        List<AuditLog.Tally> tallies = useCases.showUsage().handle(wanted);
        return call.page(new Page<>(tallies, Optional.empty()), wanted.month(), tally -> new UsageJson(tally.actor(), tally.action(), tally.times()));
    }

    private Reply listAny(Call call) {
        AnyAuditQuery query = call.query(AnyAuditQuery.class);
        AnyAuditQuery.OfTeam wanted = query.wanted();
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), wanted));
        ListAuditLog.Query asked = new ListAuditLog.Query(call.actor(), wanted.team(), wanted.filter(), page);
        return call.page(useCases.listAuditLog().handle(asked), wanted, AuditEntryJson::of);
    }
}
