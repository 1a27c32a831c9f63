package io.tastemaker.domain.creators;

import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The import of one list of creators, and its report.
 *
 * @param job the job that does it, and its id
 * @param owner whose creators they become: a team, or the catalogue
 * @param file the list
 * @param options how it is imported
 * @param asOf when the list was true
 * @param report what came of it so far
 */
public record CreatorImport(JobId job, TeamId owner, ListFile file, Options options, Instant asOf, Report report) {

    /** Checks that nothing is missing. */
    public CreatorImport {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(report, "report");
    }

    /**
     * An uploaded list.
     *
     * @param key where it is kept
     * @param name what its owner calls it
     * @param bytes its size
     * @param sha256 the SHA-256 of its bytes, 64 lower-case hexadecimal digits
     */
    public record ListFile(String key, String name, long bytes, String sha256) {
        /** Checks that nothing is missing. */
        public ListFile {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(name, "name");
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits: " + sha256);
            }
        }

        /**
         * What a list is called whose path somebody gave; it becomes part of the source of all that the list says.
         *
         * @param path a path or a bare name, as Windows or Unix writes it
         * @return its last part, fit to be shown and stored; {@code list} when nothing of it is
         */
        public static String nameOf(String path) {
            String clean = CleanText.of(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)).value();
            String name = clean.length() > 120 ? clean.substring(0, clean.offsetByCodePoints(0, 60)) + "…" : clean;
            return name.isEmpty() ? "list" : name;
        }
    }

    /** What is done with creators that are there already. */
    public enum OnDuplicate implements Coded {
        /** They learn what the list says and they do not know, or know from an older source. */
        UPDATE,
        /** They stay as they are. */
        SKIP;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a list is imported.
     *
     * @param platform where its creators are, for lists without a column that says so
     * @param onDuplicate what is done with creators that are there already
     * @param columns columns named by the user, as {@link CreatorListSurvey} takes them
     * @param asOf when the list was true, where the user knows
     */
    public record Options(Optional<Platform> platform, OnDuplicate onDuplicate, Map<String, String> columns, Optional<Instant> asOf) {
        /** Copies the columns and checks that nothing is missing. */
        public Options {
            Objects.requireNonNull(platform, "platform");
            Objects.requireNonNull(onDuplicate, "onDuplicate");
            Objects.requireNonNull(asOf, "asOf");
            columns = Map.copyOf(columns);
        }

        /**
         * The options in one line: equal lines mean equal imports of equal files.
         *
         * @return in a fixed order
         */
        public String fingerprint() {
            return platform.map(Platform::code).orElse("") + "|" + onDuplicate.code() + "|" + asOf.map(Instant::toString).orElse("") + "|"
                    + new TreeMap<>(columns);
        }
    }

    /**
     * What became of the rows: {@code read = created + updated + unchanged + duplicate + rejected}. Blank rows count as nothing.
     *
     * @param created creators that were new
     * @param updated creators that learned something
     * @param unchanged creators of whom the list says what was known, perhaps as of a later time, or who were to stay as they are
     * @param duplicate rows of a creator whom an earlier row of the list named
     * @param rejected rows that name no creator
     */
    public record Rows(long created, long updated, long unchanged, long duplicate, long rejected) {
        /** No rows yet. */
        public static final Rows NONE = new Rows(0, 0, 0, 0, 0);

        /**
         * All rows that were not blank.
         *
         * @return the sum of the others
         */
        public long read() {
            return created + updated + unchanged + duplicate + rejected;
        }
    }

    /**
     * What came of an import so far.
     *
     * @param encoding the encoding the file was read in, empty before it was opened
     * @param delimiter what separates its values, such as {@code ,}
     * @param columns what is made of each column
     * @param rows what became of the rows
     * @param warnings what the list's owner should know
     * @param faults how many values were rejected or altered; they are kept apart
     */
    public record Report(
            Optional<String> encoding, Optional<String> delimiter, List<ColumnUse> columns, Rows rows, List<ListWarning> warnings,
                    long faults) {
        /** Nothing yet. */
        public static final Report NONE = new Report(Optional.empty(), Optional.empty(), List.of(), Rows.NONE, List.of(), 0);

        /** Copies the lists. */
        public Report {
            columns = List.copyOf(columns);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The source of the facts it brings.
     *
     * @return such as {@code import:creators.csv#41be90af}
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
    public CreatorImport with(Report newReport) {
        return new CreatorImport(job, owner, file, options, asOf, newReport);
    }
}
