package io.tastemaker.adapters.http.exports;

import io.tastemaker.adapters.http.operations.JobJson;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.application.exports.ShownExport;
import io.tastemaker.domain.exports.Export;
import io.tastemaker.domain.exports.ExportKind;
import io.tastemaker.domain.shared.ListId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An export as the API shows it.
 *
 * @param id its id, and that of its job
 * @param kind what the rows are
 * @param format how they are written
 * @param columns which columns there are
 * @param creatorId whose posts
 * @param campaignId whose shortlist
 * @param chosen how many creators were chosen
 * @param from since when
 * @param to before when
 * @param status how far it is
 * @param progress in rows
 * @param rows how many rows the file has
 * @param bytes its size
 * @param sha256 its hash
 * @param fileName what it is called
 * @param fileUrl where it is, for those with a credential
 * @param downloadUrl where it is, for whoever has the link
 * @param downloadExpiresAt when the link closes
 * @param failure why there is no file
 * @param createdBy who asked for it
 * @param requestedAt when
 * @param readyAt since when the file is whole
 * @param expiresAt when it is removed
 */
record TeamExportJson(
        @About("Also the id of the job that writes it") UUID id,
        @About("creators, posts, campaigns, campaign, list or transactions") String kind,
        @About("csv, xlsx or json_lines") String format,
        @About("In the order of the file") List<String> columns,
        @About("Whose posts; null for all of the team") Optional<UUID> creatorId,
        @About("Whose shortlist") Optional<UUID> campaignId,
        @About("The list whose creators") Optional<UUID> listId,
        @About("How many creators were chosen, by their ids or by a search") Optional<Integer> chosen,
        Optional<Instant> from,
        Optional<Instant> to,
        @About("queued, running, ready, failed or canceled") String status,
        @About("In rows") JobJson.ProgressJson progress,
        @About("How many rows the file has; null until it is whole") Optional<Long> rows,
        @About("The size of the file; null until it is whole") Optional<Long> bytes,
        @About("The SHA-256 of the file, in hexadecimal digits; the same rows have the same") Optional<String> sha256,
        @About("What the file is called") String fileName,
        @About("Where the file is, for those with a credential; null until it is whole") Optional<String> fileUrl,
        @About("Where the file is, for whoever has this link, until it closes; null until the file is whole, and for keys that may not read "
                + "what is in it")
        Optional<String> downloadUrl,
        @About("When the link closes, after an hour at most; each answer has a new one") Optional<Instant> downloadExpiresAt,
        @About("Why there is no file; nothing was charged") Optional<String> failure,
        String createdBy,
        Instant requestedAt,
        @About("Since when the file is whole") Optional<Instant> readyAt,
        @About("When it is removed, with its file") Instant expiresAt) {

    static TeamExportJson of(ShownExport shown) {
        Export export = shown.export();
        Optional<Export.State.Ready> ready = export.state() instanceof Export.State.Ready whole ? Optional.of(whole) : Optional.empty();
        ExportKind kind = export.scope().kind();
        return new TeamExportJson(export.id().value(), kind.code(), export.format().code(), export.columns(),
                export.scope().of().filter(thing -> kind == ExportKind.POSTS), export.scope().of().filter(thing -> kind == ExportKind.CAMPAIGN),
                export.scope().list().map(ListId::value), export.scope().chosen(), export.scope().from(), export.scope().to(),
                shown.status(), JobJson.ProgressJson.of(shown.job()),
                ready.map(Export.State.Ready::rows), ready.map(Export.State.Ready::bytes), ready.map(Export.State.Ready::sha256),
                export.fileName(), ready.map(whole -> Route.BASE + "/exports/" + export.id() + "/file"),
                shown.link().map(link -> Route.BASE + "/files/" + link.signed()), shown.link().map(ShownExport.FileLink::until),
                shown.failure(), export.createdBy(), export.requestedAt(), ready.map(Export.State.Ready::at), export.expiresAt());
    }

    /** Says nothing that opens anything. */
    @Override
    public String toString() {
        return "TeamExportJson[id=" + id + ", kind=" + kind + ", status=" + status + "]";
    }
}
