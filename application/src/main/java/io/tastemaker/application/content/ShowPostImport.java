package io.tastemaker.application.content;

import io.tastemaker.application.content.out.PostImports;
import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;

/** Shows an import of posts: where it stands, its report, and its first faults. */
public final class ShowPostImport {

    private static final int FIRST_FAULTS = 20;

    private final Transactions transactions;
    private final Jobs jobs;
    private final PostImports imports;

    ShowPostImport(Transactions transactions, Jobs jobs, PostImports imports) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.imports = imports;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param job which import
     */
    public record Query(Actor actor, JobId job) {}

    /**
     * An import.
     *
     * @param job where it stands
     * @param postImport what came of it so far
     * @param firstFaults its first faults, at most 20
     */
    public record Shown(Job job, PostImport postImport, List<RowFault> firstFaults) {
        /** Copies the list. */
        public Shown {
            firstFaults = List.copyOf(firstFaults);
        }
    }

    /**
     * Shows it.
     *
     * @param query what is asked
     * @return the import
     * @throws Refusal.NotFound when the team has no such import
     */
    public Shown handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.READ_CREATORS);
        return transactions.reading(query.actor(), () -> new Shown(
                jobs.find(query.job()).orElseThrow(Refusal.NotFound::new),
                imports.find(query.job()).orElseThrow(Refusal.NotFound::new),
                imports.faults(query.job(), PageRequest.first(FIRST_FAULTS)).items()));
    }
}
