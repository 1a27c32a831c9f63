package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.AuditLog;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.AuditEntry;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Subject;

/**
 * Lists what was done about one thing of the team, the newest first. What was asked for and not done is no deed; the audit log itself, which
 * shows that too, is for those who may read all of it.
 */
public final class ListDeeds {

    private final Transactions transactions;
    private final AuditLog log;

    ListDeeds(Transactions transactions, AuditLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param permission what the actor must be allowed to do: whoever may read the thing may read what was done about it
     * @param subject about what
     * @param page which page
     */
    public record Query(Actor actor, Permission permission, Subject subject, PageRequest page) {}

    /**
     * Lists it.
     *
     * @param query what is asked
     * @return the entries; none for what the team does not have
     */
    public Page<AuditEntry> handle(Query query) {
        AccessPolicy.require(query.actor(), query.permission());
        return transactions.reading(query.actor(), () -> log.deeds(query.subject(), query.page()));
    }
}
