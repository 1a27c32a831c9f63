package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;
import io.tastemaker.domain.shared.TeamId;
import java.util.List;

/** Lists what was done for a team, the newest first. That an operator looked at another team's log is written into that log. */
public final class ListAuditLog {

    private final Transactions transactions;
    private final AuditLog log;

    ListAuditLog(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team whose log; any but the actor's own is for operators
     * @param filter which entries
     * @param page which page
     */
    public record Query(Actor actor, TeamId team, AuditLog.Filter filter, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the entries
     * @throws Refusal.NotFound when there is no such team
     */
    public Page<AuditEntry> handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_AUDIT);
        if (actor.equals(query.actor())) {
            return transactions.reading(actor, () -> log.list(query.filter(), query.page()));
        }
        return transactions.inTransaction(actor, "audit.read", () -> {
            log.head().orElseThrow(Refusal.NotFound::new);
            transactions.about(Subject.of("audit_log", query.team()), List.of());
            return log.list(query.filter(), query.page());
        });
    }
}
