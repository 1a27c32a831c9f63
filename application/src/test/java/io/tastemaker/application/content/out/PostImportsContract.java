package io.tastemaker.application.content.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.ColumnUse;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of imports of posts does. */
public abstract class PostImportsContract {

    private static final Instant AS_OF = Instant.parse("2022-06-30T00:00:00.000001999Z");
    private static final PostImport.Options PLAIN = new PostImport.Options(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    private static final PostImport.Options RICH = new PostImport.Options(Optional.of(Platform.TIKTOK),
            Optional.of(new Handle(Platform.INSTAGRAM, "ana.verde")), Map.of("caption", "Text \"a\"", "likes", "粉丝"), Optional.of(AS_OF));

    protected abstract Transactions transactions();

    protected abstract Jobs jobs();

    protected abstract PostImports imports();

    @Test
    void an_import_comes_back_as_it_was_added_and_only_to_its_team() {
        PostImport plain = add(Actors.ANA, PLAIN, sha(), AS_OF);
        PostImport rich = add(Actors.ANA, RICH, sha(), AS_OF);

        assertThat(find(Actors.ANA, plain)).contains(plain);
        assertThat(find(Actors.ANA, rich)).contains(rich);
        assertThat(find(Actors.OLE, rich)).isEmpty();
        assertThatThrownBy(() -> transactions().run(Actors.OLE, "test", () -> imports().add(rich))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_report_comes_back_whole() {
        PostImport added = add(Actors.ANA, RICH, sha(), AS_OF);
        PostImport after = added.with(new CreatorImport.Report(Optional.of("UTF-16LE"), Optional.of("JSON Lines"),
                List.of(new ColumnUse("Likes", Optional.of("likes"), ColumnUse.State.DISTRUSTED, "it lies"),
                        new ColumnUse("粉丝", Optional.empty(), ColumnUse.State.RAW, "")),
                new CreatorImport.Rows(1, 2, 3, 4, 5), List.of(new ListWarning("blank_rows", Optional.empty(), "\"x\"", 7)), 2));
        advance(Actors.ANA, after, List.of(fault(0), fault(1)));

        assertThat(find(Actors.ANA, added)).contains(after);
    }

    @Test
    void an_import_that_is_not_there_or_another_teams_does_not_advance() {
        PostImport added = add(Actors.ANA, PLAIN, sha(), AS_OF);

        assertThatThrownBy(() -> advance(Actors.OLE, added, List.of(fault(0)))).isInstanceOf(RuntimeException.class);
        assertThat(faults(Actors.ANA, added, 10)).isEmpty();
    }

    @Test
    void faults_are_paged_in_the_order_they_were_found() {
        PostImport added = add(Actors.ANA, PLAIN, sha(), AS_OF);
        advance(Actors.ANA, added, IntStream.range(0, 5).mapToObj(PostImportsContract::fault).toList());
        advance(Actors.ANA, added, List.of());
        advance(Actors.ANA, added, IntStream.range(5, 12).mapToObj(PostImportsContract::fault).toList());

        for (int size : new int[] {1, 3, 12, 100}) {
            assertThat(faults(Actors.ANA, added, size)).isEqualTo(IntStream.range(0, 12).mapToObj(PostImportsContract::fault).toList());
        }
        assertThat(faults(Actors.OLE, added, 10)).isEmpty();
    }

    @Test
    void the_first_import_of_the_same_bytes_with_the_same_options_gives_the_time() {
        String sha = sha();
        PostImport first = add(Actors.ANA, PLAIN, sha, AS_OF.plusSeconds(60));
        add(Actors.ANA, PLAIN, sha, AS_OF);
        add(Actors.ANA, RICH, sha, AS_OF.plusSeconds(90));

        assertThat(firstAsOf(Actors.ANA, sha, PLAIN)).contains(first.asOf());
        assertThat(firstAsOf(Actors.ANA, sha, RICH)).contains(AS_OF.plusSeconds(90).minusNanos(999));
        assertThat(firstAsOf(Actors.ANA, sha(), PLAIN)).isEmpty();
        assertThat(firstAsOf(Actors.OLE, sha, PLAIN)).isEmpty();
    }

    private static RowFault fault(int number) {
        return new RowFault(12L - number, number + 3L, "粉丝", "#VALOR! \"" + number, RowFault.Code.BAD_JSON, "must be a count");
    }

    private static String sha() {
        return (SeededIds.next().toString() + SeededIds.next()).replace("-", "");
    }

    private PostImport add(Actor actor, PostImport.Options options, String sha256, Instant asOf) {
        JobId id = new JobId(SeededIds.next());
        PostImport postImport = new PostImport(id, actor.team(), new CreatorImport.ListFile("key-" + id, "posts.csv", 42, sha256), options,
                asOf, CreatorImport.Report.NONE);
        transactions().run(actor, "test", () -> {
            jobs().add(Job.queued(id, actor.team(), "post_import", actor.label(), Map.of(), AS_OF));
            imports().add(postImport);
        });
        return postImport;
    }

    private void advance(Actor actor, PostImport postImport, List<RowFault> faults) {
        transactions().run(actor, "test", () -> imports().advance(postImport, faults));
    }

    private Optional<PostImport> find(Actor actor, PostImport postImport) {
        return transactions().reading(actor, () -> imports().find(postImport.job()));
    }

    private Optional<Instant> firstAsOf(Actor actor, String sha256, PostImport.Options options) {
        return transactions().reading(actor, () -> imports().firstAsOf(sha256, options.fingerprint()));
    }

    private List<RowFault> faults(Actor actor, PostImport postImport, int size) {
        List<RowFault> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(size, after);
            Page<RowFault> page = transactions().reading(actor, () -> imports().faults(postImport.job(), request));
            read.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return read;
    }
}
