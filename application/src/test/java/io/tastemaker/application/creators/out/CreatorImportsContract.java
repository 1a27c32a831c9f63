package io.tastemaker.application.creators.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.creators.RowFault;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of imports does. */
public abstract class CreatorImportsContract {

    private static final Instant AS_OF = Instant.parse("2022-06-30T00:00:00Z");
    private static final String SHA = "ab".repeat(32);

    protected abstract Transactions transactions();

    protected abstract Jobs jobs();

    protected abstract CreatorImports imports();

    @Test
    void an_import_comes_back_as_it_was_added_and_only_to_its_team() {
        CreatorImport added = add(Actors.ANA, 1, AS_OF);

        assertThat(transactions().reading(Actors.ANA, () -> imports().find(added.job()))).contains(added);
        assertThat(transactions().reading(Actors.OLE, () -> imports().find(added.job()))).isEmpty();
    }

    @Test
    void a_report_comes_back_whole() {
        CreatorImport added = add(Actors.ANA, 2, AS_OF);
        CreatorImport after = added.with(new CreatorImport.Report(Optional.of("UTF-16LE"), Optional.of(";"),
                List.of(new ColumnUse("Views avg.", Optional.of("average_views"), ColumnUse.State.DISTRUSTED, "it lies"),
                        new ColumnUse("粉丝", Optional.empty(), ColumnUse.State.RAW, "")),
                new CreatorImport.Rows(1, 2, 3, 4, 5),
                List.of(new ListWarning("column_ignored", Optional.of("Rank"), "kept raw", 1), new ListWarning("blank_rows",
                        Optional.empty(), "\"x\"", 7)),
                2));

        transactions().run(Actors.ANA, "test", () -> imports().advance(after, List.of(fault(1), fault(2))));

        assertThat(transactions().reading(Actors.ANA, () -> imports().find(added.job()))).contains(after);
    }

    @Test
    void faults_are_paged_in_the_order_they_were_found() {
        CreatorImport added = add(Actors.ANA, 3, AS_OF);
        transactions().run(Actors.ANA, "test", () -> imports().advance(added, IntStream.range(0, 5).mapToObj(CreatorImportsContract::fault)
                .toList()));
        transactions().run(Actors.ANA, "test", () -> imports().advance(added, IntStream.range(5, 7).mapToObj(CreatorImportsContract::fault)
                .toList()));

        List<RowFault> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(3, after);
            Page<RowFault> page = transactions().reading(Actors.ANA, () -> imports().faults(added.job(), request));
            read.addAll(page.items());
            after = page.next();
        } while (after.isPresent());

        assertThat(read).isEqualTo(IntStream.range(0, 7).mapToObj(CreatorImportsContract::fault).toList());
        assertThat(transactions().reading(Actors.OLE, () -> imports().faults(added.job(), PageRequest.first(3))).items()).isEmpty();
    }

    @Test
    void the_first_import_of_the_same_bytes_with_the_same_options_gives_the_time() {
        CreatorImport first = add(Actors.ANA, 4, AS_OF);
        add(Actors.ANA, 5, AS_OF.plusSeconds(60));

        assertThat(transactions().reading(Actors.ANA, () -> imports().firstAsOf(first.owner(), SHA, first.options().fingerprint())))
                .contains(AS_OF);
        assertThat(transactions().reading(Actors.ANA, () -> imports().firstAsOf(first.owner(), "cd".repeat(32), first.options()
                .fingerprint()))).isEmpty();
        assertThat(transactions().reading(Actors.ANA, () -> imports().firstAsOf(first.owner(), SHA, "other"))).isEmpty();
        assertThat(transactions().reading(Actors.OLE, () -> imports().firstAsOf(Actors.OLE.team(), SHA, first.options().fingerprint())))
                .isEmpty();
    }

    private CreatorImport add(Actor actor, int number, Instant asOf) {
        JobId id = new JobId(new UUID(0x0195_0000_0000_7000L + number, 0x8000_0000_0000_0000L));
        CreatorImport creatorImport = new CreatorImport(id, actor.team(), new CreatorImport.ListFile("key-" + number, "creators.csv", 42,
                SHA),
                new CreatorImport.Options(Optional.of(Platform.TIKTOK), CreatorImport.OnDuplicate.SKIP, Map.of("handle", "Tiktoker"),
                        Optional.empty()),
                asOf, CreatorImport.Report.NONE);
        transactions().run(actor, "test", () -> {
            jobs().add(Job.queued(id, actor.team(), "creator_import", actor.label(), Map.of(), asOf));
            imports().add(creatorImport);
        });
        return creatorImport;
    }

    private static RowFault fault(int row) {
        return new RowFault(row + 1L, row + 3L, "粉丝", "#VALOR! \"" + row, RowFault.Code.NOT_A_NUMBER, "must be a count");
    }
}
