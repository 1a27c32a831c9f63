package io.tastemaker.application.content;

import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;

/** Lists what an import of posts rejected or altered, in the order of the file. */
public final class ListPostImportFaults {

    private final Transactions transactions;
    private final PostImports imports;

    ListPostImportFaults(Transactions transactions, PostImports imports) {
        this.transactions = transactions;
        this.imports = imports;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param job which import
     * @param page which page
     */
    public record Query(Actor actor, JobId job, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the faults
     * @throws Refusal.NotFound when the team has no such import
     */
    public Page<RowFault> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> {
            imports.find(query.job()).orElseThrow(Refusal.NotFound::new);
            return imports.faults(query.job(), query.page());
        });
    }
}
