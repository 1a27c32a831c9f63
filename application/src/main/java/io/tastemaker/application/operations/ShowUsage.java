package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.operations.out.AuditLog.Tally;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Shows what the members and keys of a team did in a month, counted from its audit log. */
public final class ShowUsage {

    private final Transactions transactions;
    private final AuditLog log;

    ShowUsage(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team which team
     * @param month which month, in UTC
     */
    public record Query(Actor actor, TeamId team, YearMonth month) {}

    /**
     * Counts.
     *
     * @param query what is asked
     * @return one tally for each actor and action
     * @throws Refusal.NotFound when it is not the actor's team
     */
    public List<Tally> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_AUDIT);
        if (!query.team().equals(query.actor().team())) {
            throw new Refusal.NotFound();
        }
        Instant from = query.month().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = query.month().plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return transactions.reading(query.actor(), () -> log.tallies(from, to));
    }
}
