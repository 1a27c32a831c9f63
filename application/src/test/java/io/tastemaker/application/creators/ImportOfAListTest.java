package io.tastemaker.application.creators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.creators.out.CreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreatorImports;
import io.tastemaker.application.creators.out.InMemoryCreators;
import io.tastemaker.application.creators.out.InMemoryListFiles;
import io.tastemaker.application.creators.out.InMemoryUploads;
import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.operations.OperationsUseCases;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.operations.out.InMemoryIdempotentCalls;
import io.tastemaker.application.operations.out.InMemoryJobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.HandClock;
import io.tastemaker.application.shared.out.InMemoryIds;
import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportOfAListTest {

    private static final String LIST = """
            username,full name,followers,topic,mystery
            ana.verde,Ana Verde,84.5K,Beauty,1
            ben,Ben,#VALOR!,Underwater chess,2
            ana.verde,Ana Verde,90K,Travel,1
            ,,,,

            ,,500,Music,3
            """;

    /** One program: stores, use cases and a worker. */
    private static final class Program {
        private final HandClock clock = new HandClock();
        private final InMemoryTransactions transactions = new InMemoryTransactions();
        private final InMemoryJobs jobs = new InMemoryJobs(transactions);
        private final InMemoryCreators creators = new InMemoryCreators(transactions);
        private final InMemoryUploads uploads = new InMemoryUploads();
        private final BreakingImports imports = new BreakingImports(new InMemoryCreatorImports(transactions));
        private final CreatorImportUseCases useCases = new CreatorImportUseCases(
                transactions, jobs, creators, imports, uploads, new InMemoryListFiles(uploads), new InMemoryIds(), clock);
        private final OperationsUseCases operations = new OperationsUseCases(transactions, jobs, new InMemoryIdempotentCalls(transactions), List.of(useCases.job()), List.of(),
                List.of(), clock);

        private Job queue(Actor actor, String list, CreatorImport.Options options) {
            ByteArrayInputStream bytes = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
            return ((ImportCreators.Outcome.Queued) useCases.importCreators()
                    .handle(new ImportCreators.Command(actor, "lists/creators.csv", bytes, 10_000_000, options))).job();
        }

        private RunNextJob.Outcome work() {
            return operations.runNextJob().handle(new RunNextJob.Command(Actors.PROGRAM, () -> false));
        }

        private ShowCreatorImport.Shown imported(String list, CreatorImport.Options options) {
            Job job = queue(Actors.ANA, list, options);
            work();
            return show(job);
        }

        private ShowCreatorImport.Shown show(Job job) {
            return useCases.showCreatorImport().handle(new ShowCreatorImport.Query(Actors.ANA, job.id()));
        }

        private Creator creator(String name) {
            return transactions.reading(Actors.ANA, () -> creators.find(new Handle(Platform.INSTAGRAM, name))).orElseThrow();
        }

        private List<RowFault> faults(Job job) {
            List<RowFault> faults = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<RowFault> page = useCases.listImportFaults()
                        .handle(new ListImportFaults.Query(Actors.ANA, job.id(), new PageRequest(100, after)));
                faults.addAll(page.items());
                after = page.next();
            } while (after.isPresent());
            return faults;
        }
    }

    /** Stands for a process that is killed while a batch is being saved. */
    private static final class BreakingImports implements CreatorImports {
        private final CreatorImports real;
        private int batchesUntilKill = Integer.MAX_VALUE;

        private BreakingImports(CreatorImports real) {
            this.real = real;
        }

        @Override
        public void add(CreatorImport creatorImport) {
            real.add(creatorImport);
        }

        @Override
        public Optional<CreatorImport> find(JobId job) {
            return real.find(job);
        }

        @Override
        public void advance(CreatorImport creatorImport, List<RowFault> faults) {
            real.advance(creatorImport, faults);
            if (--batchesUntilKill == 0) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public Page<RowFault> faults(JobId job, PageRequest page) {
            return real.faults(job, page);
        }

        @Override
        public Optional<Instant> firstAsOf(TeamId owner, String sha256, String options) {
            return real.firstAsOf(owner, sha256, options);
        }
    }

    private final Program program = new Program();

    private static CreatorImport.Options options(CreatorImport.OnDuplicate onDuplicate, Optional<Instant> asOf) {
        return new CreatorImport.Options(Optional.of(Platform.INSTAGRAM), onDuplicate, Map.of(), asOf);
    }

    private static CreatorImport.Options plain() {
        return options(CreatorImport.OnDuplicate.UPDATE, Optional.empty());
    }

    @Test
    void an_import_that_is_canceled_while_it_waits_leaves_no_file_behind() {
        Job job = program.queue(Actors.ANA, LIST, plain());
        assertThat(program.uploads.size()).isEqualTo(1);

        program.operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));

        assertThat(program.uploads.size()).isZero();
    }

    @Test
    void a_list_cannot_be_of_the_future() {
        CreatorImport.Options ahead = new CreatorImport.Options(Optional.of(Platform.INSTAGRAM), CreatorImport.OnDuplicate.UPDATE, Map.of(),
                Optional.of(HandClock.START.plus(Duration.ofDays(2))));

        assertThat(program.useCases.importCreators().handle(new ImportCreators.Command(
                        Actors.ANA, "list.csv", new ByteArrayInputStream(new byte[0]), 1_000, ahead)))
                .isInstanceOf(ImportCreators.Outcome.AsOfAhead.class);
    }

    @Test
    void every_row_is_accounted_for_and_every_fault_is_named() {
        ShowCreatorImport.Shown shown = program.imported(LIST, plain());
        CreatorImport.Report report = shown.creatorImport().report();

        assertThat(shown.job().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(report.rows()).isEqualTo(new CreatorImport.Rows(2, 0, 0, 1, 1));
        assertThat(report.rows().read()).isEqualTo(4);
        assertThat(report.encoding()).contains("UTF-8");
        assertThat(shown.firstFaults()).extracting(fault -> fault.row() + " " + fault.line() + " " + fault.column() + " " + fault.value()
                + " "
                + fault.code().code()).containsExactly(
                "2 3 followers #VALOR! not_a_number", "3 4 followers 90000 disagreement", "3 4 topic [TRAVEL] disagreement",
                        "5 7   no_handle");
        assertThat(report.faults()).isEqualTo(4);
        assertThat(report.warnings()).extracting(ListWarning::code).containsExactly("column_ignored", "blank_rows", "unknown_category");
        assertThat(shown.creatorImport().file().name()).isEqualTo("creators.csv");
        assertThat(program.uploads.size()).as("the file is not kept behind the import").isZero();
    }

    @Test
    void facts_say_that_they_were_imported_from_where_and_when() {
        CreatorImport done = program.imported(LIST, options(CreatorImport.OnDuplicate.UPDATE,
                Optional.of(Instant.parse("2022-06-30T00:00:00Z"))))
                .creatorImport();

        assertThat(program.creator("ana.verde").facts().get(Fact.FOLLOWERS)).contains(new Observed<>(84_500L, Observed.Kind.IMPORTED,
                "import:creators.csv#" + done.file().sha256().substring(0, 8), Instant.parse("2022-06-30T00:00:00Z")));
        assertThat(program.creator("ben").raw()).isEqualTo(Map.of("mystery", "2", "followers", "#VALOR!", "topic", "Underwater chess"));
    }

    @Test
    void the_same_file_again_changes_nothing_and_finds_the_same_duplicates() {
        program.imported(LIST, plain());
        Creator before = program.creator("ana.verde");
        program.clock.advance(Duration.ofDays(3));

        ShowCreatorImport.Shown again = program.imported(LIST, plain());

        assertThat(again.creatorImport().report().rows()).isEqualTo(new CreatorImport.Rows(0, 0, 2, 1, 1));
        assertThat(again.creatorImport().report().faults()).isEqualTo(4);
        assertThat(program.creator("ana.verde")).isEqualTo(before);
    }

    @Test
    void the_list_that_was_true_later_wins_whatever_the_order_of_the_imports() {
        Instant june = Instant.parse("2022-06-30T00:00:00Z");
        program.imported("username,followers\nana.verde,100\n", options(CreatorImport.OnDuplicate.UPDATE, Optional.of(june)));
        ShowCreatorImport.Shown older = program.imported("username,followers,country\nana.verde,50,Brazil\n",
                options(CreatorImport.OnDuplicate.UPDATE, Optional.of(june.minusSeconds(1))));

        assertThat(older.creatorImport().report().rows().updated()).isEqualTo(1);
        assertThat(program.creator("ana.verde").facts().value(Fact.FOLLOWERS)).contains(100L);
        assertThat(program.creator("ana.verde").facts().value(Fact.LOCATION)).isPresent();
    }

    @Test
    void creators_that_are_there_stay_as_they_are_when_duplicates_are_skipped() {
        program.imported("username,followers\nana.verde,100\n", plain());
        program.clock.advance(Duration.ofDays(1));
        ShowCreatorImport.Shown second = program.imported("username,followers,country\nana.verde,200,Brazil\ncleo,5,\ncleo,,Peru\n",
                options(CreatorImport.OnDuplicate.SKIP, Optional.empty()));

        assertThat(second.creatorImport().report().rows()).isEqualTo(new CreatorImport.Rows(1, 0, 1, 1, 0));
        assertThat(program.creator("ana.verde").facts().value(Fact.FOLLOWERS)).contains(100L);
        assertThat(program.creator("cleo").facts().value(Fact.LOCATION)).as("what a later row of a new creator adds").isPresent();
    }

    @Test
    void a_list_that_cannot_be_read_fails_with_its_headers_and_leaves_nothing() {
        ShowCreatorImport.Shown shown = program.imported("apples,pears\n1,2\n", plain());

        assertThat(shown.job().status()).isEqualTo(Job.Status.FAILED);
        assertThat(shown.job().failure().orElseThrow()).contains("apples | pears").contains("name");
        assertThat(program.creators.everything()).isEmpty();
        assertThat(program.uploads.size()).isZero();
    }

    @Test
    void a_file_that_is_no_table_fails_with_the_reason() {
        assertThat(program.imported("", plain()).job().failure()).contains("the file is empty");
    }

    @Test
    void unknown_column_codes_and_too_large_files_are_answered_at_once() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[11]);
        CreatorImport.Options named = new CreatorImport.Options(Optional.empty(), CreatorImport.OnDuplicate.UPDATE, Map.of("shoe_size",
                "x"), Optional.empty());

        assertThat(program.useCases.importCreators().handle(new ImportCreators.Command(Actors.ANA, "x", bytes, 10, named)))
                .isEqualTo(new ImportCreators.Outcome.UnknownColumnCodes(Set.of("shoe_size")));
        assertThat(program.useCases.importCreators().handle(new ImportCreators.Command(Actors.ANA, "x", bytes, 10, plain())))
                .isEqualTo(new ImportCreators.Outcome.TooLarge(10));
    }

    @Test
    void members_may_not_import_and_other_teams_do_not_see_an_import() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[0]);
        assertThatThrownBy(() -> program.useCases.importCreators().handle(new ImportCreators.Command(Actors.BEN, "x", bytes, 10, plain())))
                .isInstanceOf(Refusal.Forbidden.class);
        Job job = program.queue(Actors.ANA, LIST, plain());
        assertThatThrownBy(() -> program.useCases.showCreatorImport().handle(new ShowCreatorImport.Query(Actors.OLE, job.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> program.useCases.listImportFaults()
                .handle(new ListImportFaults.Query(Actors.OLE, job.id(), PageRequest.first(1)))).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void a_kill_after_any_batch_ends_in_the_same_report_faults_and_creators_as_no_kill() {
        String list = longList(3_500);
        Program undisturbed = new Program();
        Job expected = undisturbed.queue(Actors.ANA, list, plain());
        undisturbed.work();
        assertThat(undisturbed.show(expected).creatorImport().report().rows()).isEqualTo(new CreatorImport.Rows(3_000, 0, 0, 450, 50));

        for (int batch = 1; batch <= 4; batch++) {
            Program killed = new Program();
            Job job = killed.queue(Actors.ANA, list, plain());
            killed.imports.batchesUntilKill = batch;
            assertThat(killed.work()).isInstanceOf(RunNextJob.Outcome.Faulted.class);
            assertThat(killed.show(job).creatorImport().report().rows().read()).as("committed before batch %d", batch)
                    .isEqualTo((batch - 1) * 1000L);
            killed.clock.advance(Duration.ofMinutes(2));
            assertThat(killed.work()).isInstanceOf(RunNextJob.Outcome.Finished.class);

            assertThat(killed.show(job).creatorImport().report()).as("killed in batch %d", batch)
                    .isEqualTo(undisturbed.show(expected).creatorImport().report());
            assertThat(killed.faults(job)).isEqualTo(undisturbed.faults(expected));
            assertThat(contents(killed)).isEqualTo(contents(undisturbed));
        }
    }

    @Test
    void a_canceled_import_stops_between_batches_and_keeps_what_it_saved() {
        Job job = program.queue(Actors.ANA, longList(3_500), plain());
        program.imports.batchesUntilKill = 2;
        program.work();
        program.operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));

        assertThat(program.show(job).job().status()).isEqualTo(Job.Status.CANCELED);
        assertThat(program.show(job).creatorImport().report().rows().read()).isEqualTo(1000);
    }

    /** Every seventh row repeats the creator of the row 50 before; every 70th names nobody; some are far apart, over batches. */
    private static String longList(int rows) {
        StringBuilder list = new StringBuilder("username,name,followers,topic\n");
        for (int i = 1; i <= rows; i++) {
            int who = i % 7 == 0 ? Math.max(1, i - 50) / 7 * 7 + 1 : i;
            String handle = i % 70 == 0 ? "" : "creator" + who;
            list.append(handle).append(",,").append(i % 11 == 0 ? "x" : i * 10).append(',').append(i % 5 == 0 ? "Chess boxing" : "Music")
                    .append('\n');
        }
        return list.toString();
    }

    private static Map<Handle, Object> contents(Program program) {
        Map<Handle, Object> contents = new HashMap<>();
        program.creators.everything().forEach(creator -> contents.put(creator.handle(), List.of(creator.version(), creator.facts(),
                creator.raw())));
        return contents;
    }
}
