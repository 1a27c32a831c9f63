package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.shared.out.Transactions;
import jakarta.inject.Inject;

/**
 * What can be done with the audit log, which every transaction writes.
 *
 * @param listAuditLog lists what was done for a team
 * @param listDeeds lists what was done about one thing
 * @param verifyAuditLog finds out whether anybody altered it
 * @param showUsage counts what was done in a month
 */
public record AuditUseCases(ListAuditLog listAuditLog, ListDeeds listDeeds, VerifyAuditLog verifyAuditLog, ShowUsage showUsage) {

    /** Builds them from the driven ports. */
    @Inject
    public AuditUseCases(Transactions transactions, AuditLog log) {
        this(new ListAuditLog(transactions, log), new ListDeeds(transactions, log), new VerifyAuditLog(transactions, log), new ShowUsage(transactions, log));
    }
}
