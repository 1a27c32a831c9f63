package io.tastemaker.domain.exports;

import io.tastemaker.domain.shared.ExportId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file with data of a team, which a job writes.
 *
 * @param id names it, and its job
 * @param team whose data
 * @param scope what it is about
 * @param format how it is written
 * @param byteOrderMark whether a CSV file begins with the mark by which some spreadsheets know UTF-8
 * @param columns which columns it has, in the order of the file
 * @param createdBy the label of the actor who asked for it
 * @param requestedAt when it was asked for
 * @param hold what the credits are set aside under that it will cost; empty for those who pay nothing
 * @param state how far it is
 * @param expiresAt when it is removed
 */
public record Export(
        ExportId id,
        TeamId team,
        ExportScope scope,
        ExportFormat format,
        boolean byteOrderMark,
        List<String> columns,
        String createdBy,
        Instant requestedAt,
        Optional<String> hold,
        State state,
        Instant expiresAt) {

    /** How long a file is kept, unless it is set otherwise. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** The most rows of a file: a sheet of a workbook has 1,048,576 (ISO/IEC 29500 leaves it open; Excel's specification says so). */
    public static final long MOST_ROWS = 1_000_000;

    /** The most bytes of a file. */
    public static final long MOST_BYTES = 2L << 30;

    /** How long the rows are read at most: a file is of one moment, which the store has to remember meanwhile. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** How far an export is. */
    public sealed interface State {
        /** It waits, or is being written. */
        record Preparing() implements State {}

        /**
         * The file is whole.
         *
         * @param at since when
         * @param rows how many rows it has, the header not counted
         * @param bytes its size
         * @param sha256 the SHA-256 of its bytes, in 64 lower-case hexadecimal digits
         */
        record Ready(Instant at, long rows, long bytes, String sha256) implements State {
            /** Checks the counts. */
            public Ready {
                Objects.requireNonNull(at, "at");
                Objects.requireNonNull(sha256, "sha256");
                if (rows < 0 || bytes < 0) {
                    throw new IllegalArgumentException("a file has at least no rows and no bytes");
                }
            }
        }

        /**
         * There will be no file, and it costs nothing.
         *
         * @param reason why, for people
         */
        record Failed(String reason) implements State {}
    }

    /** Copies the columns and checks that the kind has them. */
    public Export {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(requestedAt, "requestedAt");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expiresAt, "expiresAt");
        columns = List.copyOf(columns);
        if (columns.isEmpty() || !scope.kind().columns().containsAll(columns)) {
            throw new IllegalArgumentException(scope.kind() + " have other columns: " + columns);
        }
    }

    /**
     * The job that writes it.
     *
     * @return its id
     */
    public JobId job() {
        return new JobId(id.value());
    }

    /**
     * What the file is called.
     *
     * @return such as {@code creators-2026-11-30.csv}
     */
    public String fileName() {
        return scope.kind().code() + "-" + requestedAt.toString().substring(0, 10) + "." + format.suffix();
    }

    /**
     * The same in another state.
     *
     * @param next how far it is now
     * @param until when it is removed
     * @return the export
     */
    public Export with(State next, Instant until) {
        return new Export(id, team, scope, format, byteOrderMark, columns, createdBy, requestedAt, hold, next, until);
    }

    /**
     * What the audit log shows of it.
     *
     * @return its fields
     */
    public Traits traits() {
        Traits asked = Traits.NONE.with("kind", scope.kind()).with("of", scope.of()).with("chosen", scope.chosen())
                .with("from", scope.from()).with("to", scope.to()).with("format", format).with("columns", columns);
        return switch (state) {
            case State.Preparing preparing -> asked;
            case State.Ready ready -> asked.with("rows", ready.rows()).with("bytes", ready.bytes()).with("sha256", ready.sha256());
            case State.Failed failed -> asked.with("failure", failed.reason());
        };
    }
}
