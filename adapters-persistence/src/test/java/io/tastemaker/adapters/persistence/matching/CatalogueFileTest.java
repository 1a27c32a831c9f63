package io.tastemaker.adapters.persistence.matching;

import static io.tastemaker.application.creators.out.CreatorFixtures.bare;
import static io.tastemaker.application.creators.out.CreatorFixtures.full;
import static io.tastemaker.application.creators.out.CreatorFixtures.next;
import static io.tastemaker.application.identity.out.TeamFixtures.system;
import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.creators.JooqCreators;
import io.tastemaker.adapters.persistence.shared.HistoryMark;
import io.tastemaker.adapters.persistence.shared.PrivateFiles;
import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.shared.out.SeededIds;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.creators.Creator;
import io.tastemaker.domain.creators.Fact;
import io.tastemaker.domain.matching.Catalogue;
import io.tastemaker.domain.matching.Ranking;
import io.tastemaker.domain.matching.SearchCriteria;
import io.tastemaker.domain.operations.Health;
import io.tastemaker.domain.shared.TeamId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {

    private static final Actor SOMEBODY = system(TeamId.CATALOGUE);
    private static final SearchCriteria EVERYBODY = SearchCriteria.on(LocalDate.of(2026, 9, 1));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @RegisterExtension
    static final TestDatabase OTHER = TestDatabase.fresh();

    @TempDir
    private Path data;

    private Path directory;
    private Path file;

    @BeforeEach
    void there_are_creators() {
        directory = data.resolve("catalogue");
        file = directory.resolve("shared.columns");
        DATABASE.transactions().run(SOMEBODY, "test", () -> creators().add(IntStream.range(0, 70)
                .mapToObj(any -> full(TeamId.CATALOGUE, name())).toList()));
    }

    @Test
    void who_starts_anew_reads_the_file_and_not_the_store() {
        Catalogue kept = kept().current(SOMEBODY);
        Creator unnoticed = loseOneUnnoticed(kept);
        Catalogue started = program().current(SOMEBODY);
        assertThat(started.find(unnoticed.id())).isPresent();
        assertThat(started.version()).isEqualTo(kept.version());
        assertThat(page(started)).isEqualTo(page(kept));
        assertThat(page(catalogues(file().readAhead(), 1_000).current(SOMEBODY))).isEqualTo(page(kept));
    }

    @Test
    void what_changed_since_the_file_was_written_is_caught_up_with() {
        Creator changed = add(full(TeamId.CATALOGUE, name()));
        Creator gone = add(full(TeamId.CATALOGUE, name()));
        Creator unnoticed = loseOneUnnoticed(kept().current(SOMEBODY));
        DATABASE.transactions().run(SOMEBODY, "test", () -> {
            creators().replace(List.of(next(changed, changed.handle(), changed.facts().without(Fact.FOLLOWERS))));
            creators().remove(gone);
        });
        Creator added = add(bare(TeamId.CATALOGUE, name()));
        Catalogue started = program().current(SOMEBODY);
        assertThat(started.find(unnoticed.id())).isPresent();
        assertThat(started.find(changed.id()).orElseThrow().followers()).isEmpty();
        assertThat(started.find(gone.id())).isEmpty();
        assertThat(started.find(added.id())).isPresent();
    }

    @Test
    void after_very_many_changes_the_file_is_left_aside_and_replaced() throws IOException {
        kept();
        byte[] before = Files.readAllBytes(file);
        IntStream.range(0, 4).forEach(any -> add(full(TeamId.CATALOGUE, name())));
        JooqCatalogues patientWithThree = catalogues(file(), 3);
        assertThat(page(patientWithThree.current(SOMEBODY))).isEqualTo(page(fromStore()));
        patientWithThree.keep();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
    }

    @Test
    void the_file_is_written_again_only_when_enough_has_changed() throws IOException {
        JooqCatalogues catalogues = kept();
        byte[] before = Files.readAllBytes(file);
        Files.delete(file);
        catalogues.keep();
        assertThat(file).as("nothing changed").doesNotExist();
        IntStream.range(0, catalogues.current(SOMEBODY).size() / 100 + 1).forEach(any -> add(bare(TeamId.CATALOGUE, name())));
        catalogues.keep();
        assertThat(Files.size(file)).isGreaterThan(before.length);
    }

    @Test
    void who_is_removed_leaves_no_trace_in_the_file() throws IOException {
        Creator gone = add(full(TeamId.CATALOGUE, name()));
        JooqCatalogues catalogues = kept();
        assertThat(keptText()).contains(gone.handle().name());
        DATABASE.transactions().run(SOMEBODY, "test", () -> creators().remove(gone));
        catalogues.keep();
        assertThat(keptText()).doesNotContain(gone.handle().name());
        assertThat(page(program().current(SOMEBODY))).isEqualTo(page(fromStore()));
    }

    private String keptText() throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatever_byte_is_wrong_nothing_is_read() throws IOException {
        byte[] whole = keptBytes();
        int step = Math.max(1, whole.length / 500);
        for (int at = 0; at < whole.length; at += at < 40 || at > whole.length - 40 ? 1 : step) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            assertThat(file().read()).as("byte " + at).isEmpty();
        }
    }

    @Test
    void a_file_that_ends_too_early_or_too_late_is_not_read() throws IOException {
        byte[] whole = keptBytes();
        for (int length : new int[] {0, 1, 4, 7, 8, 100, whole.length / 2, whole.length - 4, whole.length - 1, whole.length + 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(file().read()).as("length " + length).isEmpty();
        }
    }

    @Test
    void where_the_file_cannot_be_used_the_store_is_read_and_the_file_replaced() throws IOException {
        byte[] damaged = keptBytes();
        damaged[damaged.length / 2] ^= 1;
        byte[] garbage = new byte[100_000];
        Arrays.fill(garbage, (byte) 0x7F);
        for (byte[] bytes : List.of(damaged, garbage, new byte[100_000], new byte[0])) {
            Files.write(file, bytes);
            JooqCatalogues catalogues = program();
            catalogues.keep();
            assertThat(page(catalogues.current(SOMEBODY))).isEqualTo(page(fromStore()));
            assertThat(file().read()).isPresent();
        }
    }

    @Test
    void a_directory_in_its_place_is_no_file() throws IOException {
        Files.createDirectories(file.resolve("something"));
        JooqCatalogues catalogues = program();
        catalogues.keep();
        assertThat(page(catalogues.current(SOMEBODY))).isEqualTo(page(fromStore()));
    }

    @Test
    void a_file_of_other_facts_or_another_layout_is_of_no_use() {
        CatalogueFile fewer = new CatalogueFile(directory, Set.of(Fact.FOLLOWERS));
        catalogues(fewer, 100).keep();
        assertThat(fewer.read()).isPresent();
        assertThat(file().read()).isEmpty();
    }

    @Test
    void a_file_of_another_database_is_of_no_use() {
        kept();
        JooqCatalogues elsewhere = new JooqCatalogues(OTHER.transactions(), owner -> OptionalLong.empty(), file(), 1_000);
        assertThat(elsewhere.current(SOMEBODY).size()).isZero();
    }

    @Test
    void a_file_from_a_future_that_the_store_has_lost_is_of_no_use() {
        assertIsOfNoUseBy(mark -> new HistoryMark(mark.database(), mark.transaction() + 1_000_000, mark.entry(), mark.hash()));
        assertIsOfNoUseBy(mark -> new HistoryMark(mark.database(), mark.transaction(), mark.entry() + 1, mark.hash()));
        assertIsOfNoUseBy(mark -> new HistoryMark(mark.database(), mark.transaction(), mark.entry(), "f".repeat(64)));
    }

    private void assertIsOfNoUseBy(UnaryOperator<HistoryMark> otherwise) {
        JooqCatalogues catalogues = kept();
        Creator unnoticed = loseOneUnnoticed(catalogues.current(SOMEBODY));
        CatalogueFile.Kept kept = file().read().orElseThrow();
        file().keep(new CatalogueFile.Kept(kept.catalogue(), kept.seen(), otherwise.apply(kept.mark())));
        assertThat(program().current(SOMEBODY).find(unnoticed.id())).isEmpty();
    }

    @Test
    void where_nothing_can_be_written_the_program_goes_on_without() throws IOException {
        Files.writeString(directory, "not a directory");
        JooqCatalogues catalogues = program();
        catalogues.keep();
        catalogues.keep();
        assertThat(page(catalogues.current(SOMEBODY))).isEqualTo(page(fromStore()));
        assertThat(directory).hasContent("not a directory");
    }

    @Test
    void who_finds_another_program_writing_leaves_it_to_that() throws IOException {
        Files.createDirectories(directory);
        JooqCatalogues catalogues = program();
        try (FileChannel other = PrivateFiles.lock(directory.resolve("lock")).orElseThrow()) {
            catalogues.keep();
            assertThat(file).doesNotExist();
        }
        catalogues.keep();
        assertThat(file).exists();
    }

    @Test
    void health_tells_when_the_creators_are_in_memory() {
        JooqCatalogues catalogues = program();
        assertThat(catalogues.check().status()).isEqualTo(Health.Status.DEGRADED);
        catalogues.keep();
        assertThat(catalogues.check().status()).isEqualTo(Health.Status.UP);
    }

    private CatalogueFile file() {
        return CatalogueFile.in(directory);
    }

    private JooqCatalogues program() {
        return catalogues(file(), 1_000);
    }

    private static JooqCatalogues catalogues(CatalogueFile file, int mostChanges) {
        return new JooqCatalogues(DATABASE.transactions(), owner -> OptionalLong.empty(), Optional.of(file), 1_000, mostChanges);
    }

    private static Catalogue fromStore() {
        return new JooqCatalogues(DATABASE.transactions(), 1_000).current(SOMEBODY);
    }

    /** A program that has written the file. */
    private JooqCatalogues kept() {
        JooqCatalogues catalogues = program();
        catalogues.keep();
        return catalogues;
    }

    private byte[] keptBytes() throws IOException {
        kept();
        return Files.readAllBytes(file);
    }

    /** Takes a creator out of the store in a way that leaves no trace, so that it shows who has read the store since. */
    private static Creator loseOneUnnoticed(Catalogue catalogue) {
        Creator lost = DATABASE.transactions().reading(SOMEBODY, () ->
                creators().find(Ranking.of(catalogue, EVERYBODY).page(0, 1).getFirst().candidate().id())).orElseThrow();
        DATABASE.asSuperuser("set session_replication_role = replica; delete from creators.creator where id = '" + lost.id().value() + "'");
        return lost;
    }

    private static List<Ranking.Entry> page(Catalogue catalogue) {
        return Ranking.of(catalogue, EVERYBODY).page(0, 50);
    }

    private static Creator add(Creator creator) {
        DATABASE.transactions().run(SOMEBODY, "test", () -> creators().add(List.of(creator)));
        return creator;
    }

    private static JooqCreators creators() {
        return new JooqCreators(DATABASE.transactions());
    }

    private static String name() {
        return "creator." + SeededIds.next().toString().substring(24);
    }
}
