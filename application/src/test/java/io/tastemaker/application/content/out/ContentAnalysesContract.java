package io.tastemaker.application.content.out;

import static io.tastemaker.application.identity.out.TeamFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.out.Jobs;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.application.shared.out.Transactions;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.content.ContentAnalysis;
import io.tastemaker.domain.content.FallbackReason;
import io.tastemaker.domain.content.LogLine;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.CreatorId;
import io.tastemaker.domain.shared.JobId;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of jobs that read posts does. */
public abstract class ContentAnalysesContract {

    private static final ContentAnalysis.Options ALL = new ContentAnalysis.Options(Optional.empty(), false);

    protected abstract Transactions transactions();

    protected abstract Jobs jobs();

    protected abstract ContentAnalyses analyses();

    @Test
    void a_job_comes_back_as_it_was_added_and_only_to_its_team() {
        ContentAnalysis whole = add(Actors.ANA, ALL);
        ContentAnalysis ofOne = add(Actors.ANA, new ContentAnalysis.Options(Optional.of(new CreatorId(new UUID(1, 2))), true));

        assertThat(find(Actors.ANA, whole)).contains(whole);
        assertThat(find(Actors.ANA, ofOne)).contains(ofOne);
        assertThat(find(Actors.OLE, whole)).isEmpty();
        assertThat(find(Actors.OPERATOR, whole)).isEmpty();
        assertThatThrownBy(() -> transactions().run(Actors.OLE, "test", () -> analyses().add(whole))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_report_comes_back_whole() {
        ContentAnalysis added = add(Actors.ANA, ALL);
        ContentAnalysis after = added.with(new ContentAnalysis.Report(7, 3, Map.of(ContentFixtures.RULES, 4L, ContentFixtures.JUDGE, 6L),
                Map.of(FallbackReason.TIMEOUT, 2L, FallbackReason.UNUSABLE_ANSWER, 1L), 5));
        advance(Actors.ANA, after, List.of());

        assertThat(find(Actors.ANA, added)).contains(after);
        assertThat(log(Actors.ANA, added, 10)).isEmpty();
    }

    @Test
    void a_job_that_is_not_there_or_another_teams_does_not_advance() {
        ContentAnalysis added = add(Actors.ANA, ALL);
        ContentAnalysis unknown = new ContentAnalysis(new JobId(SeededIds.next()), Actors.LIMA, ALL, ContentAnalysis.Report.NONE);

        assertThatThrownBy(() -> advance(Actors.ANA, unknown, List.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> advance(Actors.OLE, added, List.of(line(0)))).isInstanceOf(RuntimeException.class);
        assertThat(log(Actors.ANA, added, 10)).isEmpty();
    }

    @Test
    void a_log_is_paged_in_the_order_it_was_written() {
        ContentAnalysis added = add(Actors.ANA, ALL);
        add(Actors.ANA, ALL);
        advance(Actors.ANA, added, IntStream.range(0, 5).mapToObj(ContentAnalysesContract::line).toList());
        advance(Actors.ANA, added, List.of());
        advance(Actors.ANA, added, IntStream.range(5, 12).mapToObj(ContentAnalysesContract::line).toList());

        for (int size : new int[] {1, 3, 12, 100}) {
            assertThat(log(Actors.ANA, added, size)).isEqualTo(IntStream.range(0, 12).mapToObj(ContentAnalysesContract::line).toList());
        }
        assertThat(log(Actors.OLE, added, 10)).isEmpty();
    }

    /** Not in the order of their times. */
    private static LogLine line(int number) {
        return new LogLine(NOON.plusSeconds(number % 3).plusNanos(1_999), number % 2 == 0 ? LogLine.Level.INFO : LogLine.Level.WARNING,
                "line \"" + number + "\"");
    }

    private ContentAnalysis add(Actor actor, ContentAnalysis.Options options) {
        JobId id = new JobId(SeededIds.next());
        ContentAnalysis analysis = new ContentAnalysis(id, actor.team(), options, ContentAnalysis.Report.NONE);
        transactions().run(actor, "test", () -> {
            jobs().add(Job.queued(id, actor.team(), "content_analysis", actor.label(), Map.of(), NOON));
            analyses().add(analysis);
        });
        return analysis;
    }

    private void advance(Actor actor, ContentAnalysis analysis, List<LogLine> lines) {
        transactions().run(actor, "test", () -> analyses().advance(analysis, lines));
    }

    private Optional<ContentAnalysis> find(Actor actor, ContentAnalysis analysis) {
        return transactions().reading(actor, () -> analyses().find(analysis.job()));
    }

    private List<LogLine> log(Actor actor, ContentAnalysis analysis, int size) {
        List<LogLine> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(size, after);
            Page<LogLine> page = transactions().reading(actor, () -> analyses().log(analysis.job(), request));
            read.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return read;
    }
}
