package io.tastemaker.domain.content;

import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A job that reads posts, and what it did so far.
 *
 * @param job the job, and its id
 * @param owner whose posts it reads: a team's, or the catalogue's
 * @param options which posts
 * @param report what came of it so far
 */
public record ContentAnalysis(JobId job, TeamId owner, Options options, Report report) {

    /** Checks that nothing is missing. */
    public ContentAnalysis {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(report, "report");
    }

    /**
     * Which posts are read.
     *
     * @param creator only this creator's, empty for all of the owner's posts
     * @param again whether posts are read again whose analysis still stands
     */
    public record Options(Optional<CreatorId> creator, boolean again) {
        /** Checks that nothing is missing. */
        public Options {
            Objects.requireNonNull(creator, "creator");
        }
    }

    /**
     * What a job did so far.
     *
     * @param read posts that were read
     * @param kept posts whose analysis still stood
     * @param models in how many posts each model took part
     * @param fallbacks how many results are fallbacks, by reason
     * @param profiles profiles that were computed anew
     */
    public record Report(long read, long kept, Map<Model, Long> models, Map<FallbackReason, Long> fallbacks, long profiles) {

        /** Nothing yet. */
        public static final Report NONE = new Report(0, 0, Map.of(), Map.of(), 0);

        /** Copies the maps. */
        public Report {
            models = Map.copyOf(models);
            fallbacks = Map.copyOf(fallbacks);
        }

        /**
         * With more posts read.
         *
         * @param readings what was read
         * @param stood how many posts were left as they are
         * @return the report with these
         */
        public Report with(Iterable<Reading> readings, long stood) {
            Map<Model, Long> byModel = new HashMap<>(models);
            Map<FallbackReason, Long> byReason = new EnumMap<>(FallbackReason.class);
            byReason.putAll(fallbacks);
            long more = 0;
            for (Reading reading : readings) {
                more++;
                reading.origins().map(ProducedBy::model).distinct().forEach(model -> byModel.merge(model, 1L, Long::sum));
                reading.origins().flatMap(by -> by.fallback().stream()).forEach(reason -> byReason.merge(reason, 1L, Long::sum));
            }
            return new Report(read + more, kept + stood, byModel, byReason, profiles);
        }

        /**
         * With more profiles computed.
         *
         * @param more how many
         * @return the report with these
         */
        public Report withProfiles(long more) {
            return new Report(read, kept, models, fallbacks, profiles + more);
        }
    }

    /**
     * The same job further on.
     *
     * @param newReport what it did so far
     * @return the job
     */
    public ContentAnalysis with(Report newReport) {
        return new ContentAnalysis(job, owner, options, newReport);
    }
}
