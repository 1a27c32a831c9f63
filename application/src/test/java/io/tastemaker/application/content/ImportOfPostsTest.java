package io.tastemaker.application.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.application.operations.CancelJob;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.shared.Actors;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.content.ContentProfile;
import io.tastemaker.domain.content.Post;
import io.tastemaker.domain.content.PostImport;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.CreatorImport;
import io.tastemaker.domain.creators.Handle;
import io.tastemaker.domain.creators.ListWarning;
import io.tastemaker.domain.operations.Job;
import io.tastemaker.domain.shared.Observed;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.TeamId;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportOfPostsTest {

    private static final String LIST = """
            url,username,caption,likes,mood
            https://instagram.com/p/AAAA1,ana,First #sun,10,calm
            https://instagram.com/p/AAAA2,ben,Second,many,
            https://instagram.com/p/AAAA1,ana,First #sun,11,wild
            ,,,,
            https://instagram.com/p/AAAA3,,nobody says whose,5,
            ,ana,,7,
            https://instagram.com/p/AAAA1,ana,First #sun,10,calm
            https://www.tiktok.com/@cleo/video/12345678,,Third,1K,
            """;

    private static final Handle ANA = new Handle(Platform.INSTAGRAM, "ana");

    private final PostImportWorld world = new PostImportWorld();

    private static PostImport.Options options(Optional<Handle> creator, Optional<Instant> asOf) {
        return new PostImport.Options(Optional.empty(), creator, Map.of(), asOf);
    }

    private static PostImport.Options plain() {
        return options(Optional.empty(), Optional.empty());
    }

    private static PostImport.Options asOf(Instant time) {
        return options(Optional.of(ANA), Optional.of(time));
    }

    private ImportPosts.Outcome ask(Actor actor, byte[] bytes, PostImport.Options options) {
        return world.content.importPosts().handle(new ImportPosts.Command(actor, "posts.csv", new ByteArrayInputStream(bytes), 10, options));
    }

    @Test
    void every_row_is_accounted_for_and_every_fault_is_named() {
        ShowPostImport.Shown shown = world.imported(LIST, plain());
        CreatorImport.Report report = shown.postImport().report();

        assertThat(shown.job().status()).isEqualTo(Job.Status.SUCCEEDED);
        assertThat(report.rows()).isEqualTo(new CreatorImport.Rows(3, 0, 0, 2, 2));
        assertThat(report.rows().read()).isEqualTo(7);
        assertThat(shown.firstFaults()).extracting(fault -> fault.row() + " " + fault.line() + " " + fault.column() + " " + fault.value()
                + " "
                + fault.code().code()).containsExactly("2 3 likes many not_a_number", "3 4  AAAA1 disagreement", "5 6 username  no_handle",
                "6 7   unknown_platform", "6 7   no_post");
        assertThat(report.faults()).isEqualTo(5);
        assertThat(report.warnings()).extracting(ListWarning::code).containsExactly("blank_rows");
        assertThat(report.encoding()).contains("UTF-8");
        assertThat(shown.postImport().file().name()).isEqualTo("posts.csv");
        assertThat(world.faults(shown.job())).isEqualTo(shown.firstFaults());
        assertThat(world.uploads.size()).as("the file is not kept behind the import").isZero();
    }

    @Test
    void posts_say_where_they_come_from_and_as_of_when_and_what_was_said_first_stays() {
        Instant june = Instant.parse("2022-06-30T00:00:00Z");
        PostImport done = world.imported(LIST, options(Optional.empty(), Optional.of(june))).postImport();
        Post first = world.post(Actors.ANA, ANA, "AAAA1");

        assertThat(first.owner()).isEqualTo(Actors.LIMA);
        assertThat(first.source()).isEqualTo("import:posts.csv#" + done.file().sha256().substring(0, 8));
        assertThat(first.observedAt()).isEqualTo(june);
        assertThat(first.content().caption()).isEqualTo("First #sun");
        assertThat(first.content().counts().likes()).contains(10L);
        assertThat(first.content().raw()).isEqualTo(Map.of("mood", "calm"));
    }

    @Test
    void a_creator_whom_nobody_entered_becomes_the_teams_own() {
        world.imported(LIST, plain());
        Creator ana = world.creator(Actors.ANA, ANA);

        assertThat(ana.owner()).isEqualTo(Actors.LIMA);
        assertThat(ana.handleKind()).isEqualTo(Observed.Kind.IMPORTED);
        assertThat(ana.facts().kinds()).isEmpty();
        assertThat(world.creator(Actors.ANA, new Handle(Platform.TIKTOK, "cleo")).owner()).isEqualTo(Actors.LIMA);
        assertThatThrownBy(() -> world.creator(Actors.OLE, ANA)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void posts_of_a_creator_of_the_catalogue_are_the_teams_own_and_nobody_else_sees_them() {
        Creator shared = world.entered(Actors.OPERATOR, ANA);
        world.imported(LIST, plain());
        Post post = world.post(Actors.ANA, ANA, "AAAA1");

        assertThat(post.creator()).isEqualTo(shared.id());
        assertThat(post.creatorOwner()).isEqualTo(TeamId.CATALOGUE);
        assertThat(post.owner()).isEqualTo(Actors.LIMA);
        assertThat(world.posts(Actors.OLE, shared.id())).isEmpty();
        assertThat(world.profile(Actors.ANA, shared.id()).map(profile -> profile.basis().posts())).contains(1);
        assertThat(world.profile(Actors.OLE, shared.id())).isEmpty();
    }

    @Test
    void the_operator_imports_for_everybody() {
        Job job = world.queue(Actors.OPERATOR, LIST, plain());
        world.work();
        Creator ana = world.creator(Actors.OLE, ANA);

        assertThat(ana.owner()).isEqualTo(TeamId.CATALOGUE);
        assertThat(world.posts(Actors.OLE, ana.id())).extracting(Post::owner).containsExactly(TeamId.CATALOGUE);
        assertThat(world.profile(Actors.OLE, ana.id())).isPresent();
        assertThatThrownBy(() -> world.content.showPostImport().handle(new ShowPostImport.Query(Actors.ANA, job.id())))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void the_profile_is_computed_at_the_end() {
        world.imported(LIST, plain());
        ContentProfile profile = world.profile(Actors.ANA, world.creator(Actors.ANA, ANA).id()).orElseThrow();

        assertThat(profile.basis().posts()).isEqualTo(1);
        assertThat(profile.engagement().likes().orElseThrow().value().median()).isEqualTo(10);
        assertThat(profile.hashtags()).extracting(share -> share.value()).containsExactly("sun");
        assertThat(world.outdated(Actors.ANA)).isEmpty();
    }

    @Test
    void the_same_file_again_changes_nothing_and_finds_the_same_faults() {
        ShowPostImport.Shown first = world.imported(LIST, plain());
        Map<String, Object> before = world.contents();
        world.clock.advance(Duration.ofDays(3));
        ShowPostImport.Shown again = world.imported(LIST, plain());

        assertThat(again.postImport().report().rows()).isEqualTo(new CreatorImport.Rows(0, 0, 3, 2, 2));
        assertThat(world.faults(again.job())).isEqualTo(world.faults(first.job()));
        assertThat(again.postImport().asOf()).isEqualTo(first.postImport().asOf());
        assertThat(world.contents()).as("posts and profiles").isEqualTo(before);
    }

    @Test
    void the_list_that_was_true_later_wins_whatever_the_order_of_the_imports() {
        Instant june = Instant.parse("2022-06-30T00:00:00Z");
        world.imported("id,likes\nk1,100\n", asOf(june));
        CreatorImport.Rows older = world.imported("id,likes,caption\nk1,50,Sea\n", asOf(june.minusSeconds(1))).postImport().report().rows();
        CreatorImport.Rows later = world.imported("id,likes\nk1,100\n", asOf(june.plusSeconds(1))).postImport().report().rows();

        assertThat(older).isEqualTo(new CreatorImport.Rows(0, 1, 0, 0, 0));
        assertThat(later).as("confirmed as of a later time").isEqualTo(new CreatorImport.Rows(0, 0, 1, 0, 0));
        assertThat(world.post(Actors.ANA, ANA, "k1").content().counts().likes()).contains(100L);
        assertThat(world.post(Actors.ANA, ANA, "k1").content().caption()).isEqualTo("Sea");
        assertThat(world.post(Actors.ANA, ANA, "k1").observedAt()).isEqualTo(june.plusSeconds(1));
    }

    @Test
    void a_list_that_cannot_be_read_fails_with_its_headers_and_leaves_nothing() {
        ShowPostImport.Shown shown = world.imported("apples,pears\n1,2\n", plain());

        assertThat(shown.job().status()).isEqualTo(Job.Status.FAILED);
        assertThat(shown.job().failure().orElseThrow()).contains("apples | pears");
        assertThat(world.imported("", plain()).job().failure()).contains("the file is empty");
        assertThat(world.contents()).isEmpty();
        assertThat(world.uploads.size()).isZero();
    }

    @Test
    void what_cannot_be_done_is_answered_at_once() {
        Instant ahead = world.clock.instant().plus(Duration.ofDays(2));
        PostImport.Options named = new PostImport.Options(Optional.empty(), Optional.empty(), Map.of("aura", "x"), Optional.empty());

        assertThat(ask(Actors.ANA, new byte[1], asOf(ahead))).isEqualTo(new ImportPosts.Outcome.AsOfAhead(ahead.minus(Duration.ofDays(1))));
        assertThat(ask(Actors.ANA, new byte[1], named)).isEqualTo(new ImportPosts.Outcome.UnknownColumnCodes(Set.of("aura")));
        assertThat(ask(Actors.ANA, new byte[11], plain())).isEqualTo(new ImportPosts.Outcome.TooLarge(10));
        assertThatThrownBy(() -> ask(Actors.BEN, new byte[1], plain())).isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.uploads.size()).isZero();
    }

    @Test
    void other_teams_do_not_see_an_import() {
        Job job = world.queue(Actors.ANA, LIST, plain());

        assertThatThrownBy(() -> world.content.showPostImport().handle(new ShowPostImport.Query(Actors.OLE, job.id())))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.content.listPostImportFaults()
                .handle(new ListPostImportFaults.Query(Actors.OLE, job.id(), PageRequest.first(1)))).isInstanceOf(Refusal.NotFound.class);
        assertThat(world.content.showPostImport().handle(new ShowPostImport.Query(Actors.BEN, job.id())).job().status())
                .isEqualTo(Job.Status.QUEUED);
    }

    @Test
    void a_kill_at_any_write_ends_in_the_same_report_faults_and_posts_as_no_kill() {
        String list = longList(1_700);
        PostImportWorld undisturbed = new PostImportWorld();
        undisturbed.entered(Actors.OPERATOR, new Handle(Platform.INSTAGRAM, "c1"));
        Job expected = undisturbed.queue(Actors.ANA, list, plain());
        List<String> writes = undisturbed.recordWrites();
        undisturbed.work();
        assertThat(undisturbed.report(expected).rows()).isEqualTo(new CreatorImport.Rows(1_458, 0, 0, 218, 24));
        assertThat(writes).contains("creator.enter", "post.import.batch", "content.profile").hasSizeGreaterThan(8);

        for (int write = 1; write <= writes.size(); write++) {
            PostImportWorld killed = new PostImportWorld();
            killed.entered(Actors.OPERATOR, new Handle(Platform.INSTAGRAM, "c1"));
            Job job = killed.queue(Actors.ANA, list, plain());
            killed.killAtWrite(write);
            assertThat(killed.work()).isInstanceOf(RunNextJob.Outcome.Faulted.class);
            killed.clock.advance(Duration.ofMinutes(2));
            assertThat(((RunNextJob.Outcome.Finished) killed.work()).status()).isEqualTo(Job.Status.SUCCEEDED);

            assertThat(killed.report(job)).as("killed at write %d, %s", write, writes.get(write - 1)).isEqualTo(undisturbed.report(expected));
            assertThat(killed.faults(job)).isEqualTo(undisturbed.faults(expected));
            assertThat(killed.keysAndCounts()).isEqualTo(undisturbed.keysAndCounts());
            assertThat(killed.outdated(Actors.ANA)).isEmpty();
            assertThat(killed.uploads.size()).isZero();
        }
    }

    @Test
    void an_import_that_is_canceled_while_it_waits_leaves_no_file_behind() {
        Job job = world.queue(Actors.ANA, LIST, plain());
        world.operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id()));

        assertThat(world.uploads.size()).isZero();
        assertThat(world.work()).isInstanceOf(RunNextJob.Outcome.Idle.class);
    }

    @Test
    void a_canceled_import_stops_between_batches_and_keeps_what_it_saved() {
        Job job = world.queue(Actors.ANA, longList(1_700), plain());
        world.afterFirst("post.import.batch", () -> world.operations.cancelJob().handle(new CancelJob.Command(Actors.ANA, job.id())));

        assertThat(((RunNextJob.Outcome.Finished) world.work()).status()).isEqualTo(Job.Status.CANCELED);
        assertThat(world.report(job).rows().read()).isEqualTo(500);
        assertThat(world.keysAndCounts()).hasSize((int) world.report(job).rows().created());
        assertThat(world.uploads.size()).isZero();
        assertThat(world.outdated(Actors.ANA)).as("computed by whoever looks for outdated ones").isNotEmpty();
    }

    /** Of three creators; every seventh row repeats a post, some from far above; every 70th says of nobody. */
    private static String longList(int rows) {
        List<String> lines = new ArrayList<>(List.of("platform,handle,id,likes"));
        IntStream.rangeClosed(1, rows).forEach(row -> {
            int which = row % 7 == 0 ? Math.max(1, row - 600) / 7 * 7 + 1 : row;
            String handle = row % 70 == 0 ? "" : "c" + which % 3;
            lines.add("instagram," + handle + ",k" + which + "," + (row % 11 == 0 ? "x" : Integer.toString(row)));
        });
        return String.join("\n", lines) + "\n";
    }
}
