package io.tastemaker.application.operations;

import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.UUID;

/**
 * An ending of a job.
 *
 * @param id of the ending, for telling it under
 * @param team whose job
 * @param job which
 * @param kind what kind of work
 * @param status succeeded, failed or canceled
 * @param at when
 */
public record JobEnding(UUID id, TeamId team, JobId job, String kind, Job.Status status, Instant at) {}
