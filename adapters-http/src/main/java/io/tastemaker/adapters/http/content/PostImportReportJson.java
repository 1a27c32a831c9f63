package io.tastemaker.adapters.http.content;

import io.tastemaker.adapters.http.creators.ImportReportJson;
import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.content.ShowPostImport;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The report of an import of posts.
 *
 * @param jobId the import
 * @param status how far it is
 * @param progress rows done
 * @param failure why it failed
 * @param fileName what the file is called
 * @param fileBytes its size
 * @param sha256 its checksum
 * @param scope whose posts they become
 * @param platform as in the options
 * @param creator as in the options
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
record PostImportReportJson(
        UUID jobId,
        @About("queued, running, succeeded, failed or canceled") String status,
        JobJson.ProgressJson progress,
        Optional<String> failure,
        String fileName,
        long fileBytes,
        String sha256,
        @About("team or catalogue") String scope,
        Optional<String> platform,
        Optional<String> creator,
        Instant asOf,
        Optional<String> encoding,
        Optional<String> delimiter,
        List<ImportReportJson.ColumnJson> columns,
        @About("Counted in posts") ImportReportJson.RowsJson rows,
        List<ImportReportJson.WarningJson> warnings,
        long faultsTotal,
        String faultsUrl,
        @About("The first 20") List<ImportReportJson.ImportFaultJson> faults,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    static PostImportReportJson of(ShowPostImport.Shown shown) {
        PostImport done = shown.postImport();
        CreatorImport.Report report = done.report();
        JobJson job = JobJson.of(shown.job());
        return new PostImportReportJson(
                job.jobId(), job.status(), job.progress(), job.failure(), done.file().name(), done.file().bytes(), done.file().sha256(),
                done.owner().equals(TeamId.CATALOGUE) ? "catalogue" : "team", done.options().platform().map(Coded::code),
                done.options().creator().map(Handle::name), done.asOf(), report.encoding(), report.delimiter(),
                report.columns().stream().map(ImportReportJson.ColumnJson::of).toList(), ImportReportJson.RowsJson.of(report.rows()),
                report.warnings().stream().map(ImportReportJson.WarningJson::of).toList(), report.faults(),
                Route.BASE + "/posts/imports/" + job.jobId() + "/faults",
                shown.firstFaults().stream().map(ImportReportJson.ImportFaultJson::of).toList(), job.startedAt(), job.finishedAt());
    }
}
