package io.tastemaker.adapters.http.creators;

import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The report of an import.
 *
 * @param jobId the import
 * @param status how far it is
 * @param progress rows done
 * @param failure why it failed
 * @param fileName what the file is called
 * @param fileBytes its size
 * @param sha256 its checksum
 * @param scope whose creators they become
 * @param platform as in the options
 * @param onDuplicate as in the options
 * @param asOf when the list was true
 * @param encoding how the file was read
 * @param delimiter what separates its values
 * @param columns what is made of each column
 * @param rows what became of the rows
 * @param warnings what the list's owner should know
 * @param faultsTotal how many values were rejected or altered
 * @param faultsUrl all of them
 * @param faults the first of them
 * @param startedAt when work began
 * @param finishedAt when it ended
 */
public record ImportReportJson(
        UUID jobId,
        @About("queued, running, succeeded, failed or canceled") String status,
        JobJson.ProgressJson progress,
        Optional<String> failure,
        String fileName,
        long fileBytes,
        String sha256,
        @About("team or catalogue") String scope,
        Optional<String> platform,
        String onDuplicate,
        Instant asOf,
        Optional<String> encoding,
        Optional<String> delimiter,
        List<ColumnJson> columns,
        RowsJson rows,
        List<WarningJson> warnings,
        long faultsTotal,
        String faultsUrl,
        @About("The first 20") List<ImportFaultJson> faults,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** What is made of a column. */
    public record ColumnJson(
            String column,
            @About("The code of the fact it holds") Optional<String> meaning,
            @About("used, repeats, raw or distrusted") String state,
            String reason) {
        public static ColumnJson of(ColumnUse use) {
            return new ColumnJson(use.column(), use.meaning(), use.state().code(), use.reason());
        }
    }

    /** What became of the rows; read is the sum of the others. */
    public record RowsJson(long read, long created, long updated, long unchanged, long duplicate, long rejected) {
        public static RowsJson of(CreatorImport.Rows rows) {
            return new RowsJson(rows.read(), rows.created(), rows.updated(), rows.unchanged(), rows.duplicate(), rows.rejected());
        }
    }

    /** What the list's owner should know. */
    public record WarningJson(String code, Optional<String> column, String detail, long count) {
        public static WarningJson of(ListWarning warning) {
            return new WarningJson(warning.code(), warning.column(), warning.detail(), warning.count());
        }
    }

    /** A value that was rejected or altered. */
    public record ImportFaultJson(long row, long line, String column, String value, String code, String detail) {
        public static ImportFaultJson of(RowFault fault) {
            return new ImportFaultJson(fault.row(), fault.line(), fault.column(), fault.value(), fault.code().code(), fault.detail());
        }
    }

    static ImportReportJson of(ShowCreatorImport.Shown shown) {
        CreatorImport done = shown.creatorImport();
        CreatorImport.Report report = done.report();
        JobJson job = JobJson.of(shown.job());
        return new ImportReportJson(
                job.jobId(), job.status(), job.progress(), job.failure(),
                done.file().name(), done.file().bytes(), done.file().sha256(),
                done.owner().equals(TeamId.CATALOGUE) ? "catalogue" : "team",
                done.options().platform().map(Coded::code), done.options().onDuplicate().code(), done.asOf(),
                report.encoding(), report.delimiter(), report.columns().stream().map(ColumnJson::of).toList(), RowsJson.of(report.rows()),
                report.warnings().stream().map(WarningJson::of).toList(), report.faults(),
                Route.BASE + "/creators/imports/" + job.jobId() + "/faults", shown.firstFaults().stream().map(ImportFaultJson::of).toList(),
                job.startedAt(), job.finishedAt());
    }
}
