package io.tastemaker.application.content.out;

import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** The team's jobs that read posts, and their logs. Runs inside a transaction of the caller. */
public interface ContentAnalyses {

    /**
     * Adds one.
     *
     * @param analysis of the bound team, its job added before
     */
    void add(ContentAnalysis analysis);

    /**
     * Finds one.
     *
     * @param job its job
     * @return what it did so far, or empty when the team has none of this job
     */
    Optional<ContentAnalysis> find(JobId job);

    /**
     * Replaces its report and adds to its log.
     *
     * @param analysis with its new report
     * @param lines stand behind those before
     */
    void advance(ContentAnalysis analysis, List<LogLine> lines);

    /**
     * The log of a job, in the order it was written.
     *
     * @param job the job
     * @param page which page
     * @return the lines
     */
    Page<LogLine> log(JobId job, PageRequest page);
}
