package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.shared.LookedAtTeam;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.operations.AuditVerdict;
import io.tastemaker.domain.shared.TeamId;

/** Computes a team's audit log anew, to see whether anybody went around the program. */
public final class VerifyAuditLog {

    private final Transactions transactions;
    private final AuditLog log;

    VerifyAuditLog(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param team whose log; any but the actor's own is for operators
     */
    public record Query(Actor actor, TeamId team) {}

    /**
     * Verifies it, on one state of the store.
     *
     * @param query what is asked
     * @return that it is whole, or the first entry that is not as it was written
     * @throws Refusal.NotFound when there is no such team
     */
    public AuditVerdict handle(Query query) {
        Actor actor = LookedAtTeam.actor(query.actor(), query.team(), Permission.READ_AUDIT);
        return transactions.reading(actor, () -> AuditVerdict.of(log.head().orElseThrow(Refusal.NotFound::new), log));
    }
}
