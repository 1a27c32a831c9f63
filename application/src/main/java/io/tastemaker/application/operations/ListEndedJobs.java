package io.tastemaker.application.operations;

import io.tastemaker.application.operations.out.JobNews;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import java.util.List;

/** Lists endings of jobs, for whoever tells others of them. */
public final class ListEndedJobs {

    private final JobNews news;

    ListEndedJobs(JobNews news) {
        this.news = news;
    }

    /**
     * What is asked.
     *
     * @param actor the program itself
     * @param most how many, at least 1
     */
    public record Query(Actor actor, int most) {}

    /**
     * Lists them.
     *
     * @param query what is asked
     * @return those that nobody was told of
     */
    public List<JobEnding> handle(Query query) {
        AccessPolicy.require(query.actor(), Permission.OPERATE);
        return news.list(query.most());
    }
}
