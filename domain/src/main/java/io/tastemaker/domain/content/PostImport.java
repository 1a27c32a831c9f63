package io.tastemaker.domain.content;

import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The import of one list of posts, and its report.
 *
 * @param job the job that does it, and its id
 * @param owner whose posts they become: a team's, or the catalogue's
 * @param file the list
 * @param options how it is imported
 * @param asOf when the list was true
 * @param report what came of it so far; its rows count posts
 */
public record PostImport(JobId job, TeamId owner, CreatorImport.ListFile file, Options options, Instant asOf, CreatorImport.Report report) {

    /** Checks that nothing is missing, and cuts the time to microseconds, as it is kept. */
    public PostImport {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(options, "options");
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(report, "report");
    }

    /**
     * How a list is imported.
     *
     * @param platform where the posts stand, for lists whose rows do not say so
     * @param creator whose they are, for lists whose rows do not say so
     * @param columns columns named by the user, as {@link PostListSurvey} takes them
     * @param asOf when the list was true, where the user knows
     */
    public record Options(Optional<Platform> platform, Optional<Handle> creator, Map<String, String> columns, Optional<Instant> asOf) {
        /** Copies the columns and checks that nothing is missing. */
        public Options {
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(creator, "creator");
            Objects.requireNonNull(asOf, "asOf");
            columns = Map.copyOf(columns);
        }

        /**
         * The options in one line: equal lines mean equal imports of equal files.
         *
         * @return in a fixed order
         */
        public String fingerprint() {
            return platform.map(Platform::code).orElse("") + "|" + creator.map(Handle::toString).orElse("") + "|"
                    + asOf.map(Instant::toString).orElse("") + "|" + new TreeMap<>(columns);
        }
    }

    /**
     * The source of the posts it brings.
     *
     * @return such as {@code import:posts.csv#41be90af}
     */
    public String source() {
        return "import:" + file.name() + "#" + file.sha256().substring(0, 8);
    }

    /**
     * The same import further on.
     *
     * @param newReport what came of it so far
     * @return the import
     */
    public PostImport with(CreatorImport.Report newReport) {
        return new PostImport(job, owner, file, options, asOf, newReport);
    }
}
