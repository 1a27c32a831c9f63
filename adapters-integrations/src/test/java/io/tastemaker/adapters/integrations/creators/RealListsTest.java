package io.tastemaker.adapters.integrations.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tastemaker.application.creators.CreatorImportUseCases;
import io.tastemaker.application.creators.ImportCreators;
import io.tastemaker.application.creators.ShowCreatorImport;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real lists, from the upload to the report, twice. */
class RealListsTest {

    @TempDir
    private Path directory;

    private final HandClock clock = new HandClock();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryCreators creators = new InMemoryCreators(transactions);
    private CreatorImportUseCases imports;
    private OperationsUseCases operations;

    @BeforeEach
    void open() {
        InMemoryJobs jobs = new InMemoryJobs(transactions);
        imports = new CreatorImportUseCases(transactions, jobs, creators, new InMemoryCreatorImports(transactions),
                new DiskUploads(directory),
                new TextListFiles(directory), new InMemoryIds(), clock);
        operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(imports.job()), List.of(), List.of(), clock);
    }

    private ShowCreatorImport.Shown imported(String file, Platform platform) throws IOException {
        Path path = Path.of(System.getProperty("project.root", ".."), "..", "shared", "data", "creators", file);
        assumeTrue(Files.exists(path), "skipped: " + file + " is not beside the repository");
        try (InputStream content = Files.newInputStream(path)) {
            Job job = ((ImportCreators.Outcome.Queued) imports.importCreators().handle(new ImportCreators.Command(Actors.ANA, file,
                    content, 1 << 20,
                    new CreatorImport.Options(Optional.of(platform), CreatorImport.OnDuplicate.UPDATE, Map.of(), Optional.empty())))).job();
            operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
            return imports.showCreatorImport().handle(new ShowCreatorImport.Query(Actors.ANA, job.id()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "instagram_top1000_2022a.csv, INSTAGRAM, 1000, 997, 3, 4",
        "instagram_top1000_2022-06_misaligned_headers.csv, INSTAGRAM, 1022, 979, 43, 4",
        "youtube_top1000_2022a.csv, YOUTUBE, 1000, 998, 2, 254",
        "youtube_top1000_2022-06.csv, YOUTUBE, 1021, 999, 22, 237",
        "tiktok_top1000_2022-06.csv, TIKTOK, 1007, 990, 17, 10",
        "youtube_most_subscribed_indian_commas.csv, YOUTUBE, 1000, 999, 1, 5"})
    void a_real_list_is_imported_whole_and_again_changes_nothing(String file, Platform platform, long read, long created, long duplicate,
            long faults)
            throws IOException {
        ShowCreatorImport.Shown first = imported(file, platform);
        assertThat(first.job().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(first.creatorImport().report().rows()).isEqualTo(new CreatorImport.Rows(created, 0, 0, duplicate, 0));
        assertThat(first.creatorImport().report().rows().read()).isEqualTo(read);
        assertThat(first.creatorImport().report().faults()).isEqualTo(faults);

        clock.advance(Duration.ofDays(1));
        CreatorImport.Report again = imported(file, platform).creatorImport().report();
        assertThat(again.rows()).isEqualTo(new CreatorImport.Rows(0, 0, created, duplicate, 0));
        assertThat(again.faults()).isEqualTo(faults);
        assertThat(again.warnings()).isEqualTo(first.creatorImport().report().warnings());
    }
}
