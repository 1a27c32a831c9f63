package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.Optional;
import java.util.Set;

/** Lists the jobs of all teams, the newest first; for operators. */
public final class ListAllJobs {

    private final Jobs jobs;

    ListAllJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * What is asked.
     *
     * @param actor who asks
     * @param status only these, empty for all
     * @param kind only this kind, empty for all
     * @param page which page
     */
    public record Query(Actor actor, Set<Job.Status> status, Optional<String> kind, PageRequest page) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return the jobs
     */
    public Page<Job> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return jobs.listAll(query.status(), query.kind(), query.page());
    }
}
