package io.tastemaker.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.LedgerAnchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFilesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    @TempDir
    Path directory;

    @Test
    void an_anchor_is_read_as_it_was_written() {
        LedgerAnchor anchor = anchor(7);
        Path file = files().write(anchor);

        assertThat(file).hasFileName("anchor-000007.txt");
        assertThat(AnchorFiles.read(file)).isEqualTo(anchor);
    }

    @Test
    void an_anchor_over_no_ledger_is_one_too() {
        LedgerAnchor none = LedgerAnchor.of(1, NOON, List.of(), LedgerAnchor.FIRST);

        assertThat(AnchorFiles.read(files().write(none))).isEqualTo(none);
    }

    @Test
    void the_newest_is_the_one_with_the_highest_number_among_all_sorts_of_files() throws IOException {
        assertThat(files().newest()).as("there is no folder yet").isEmpty();
        files().write(anchor(999_999));
        files().write(anchor(1_000_000));
        files().write(anchor(2));
        Files.writeString(directory.resolve("anchors/anchor-9999999.txt.part"), "half of it");
        Files.writeString(directory.resolve("anchors/notes.txt"), "by hand");

        assertThat(files().newest()).contains(anchor(1_000_000));
    }

    @Test
    void an_anchor_that_was_written_before_is_replaced_whole() {
        files().write(anchor(1));
        files().write(anchor(1));

        assertThat(directory.resolve("anchors")).isDirectoryContaining("glob:**anchor-000001.txt").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_file_in_which_anything_was_changed_is_refused() throws IOException {
        Path file = files().write(anchor(1));
        String written = Files.readString(file);
        for (String altered : List.of(written.replace(" 12 ", " 11 "), written.replace("2026-11-20", "2026-11-21"),
                written.replaceFirst("^1 ", "2 "), written.substring(0, written.trim().lastIndexOf('\n')), written.replace("bbbb", "bbba"))) {
            Files.writeString(file, altered);
            assertThat(altered).isNotEqualTo(written);
            assertThatThrownBy(() -> AnchorFiles.read(file)).isInstanceOf(Command.Failed.class).hasMessageContaining("is not as it was written");
        }
    }

    @Test
    void a_file_that_is_something_else_is_refused() throws IOException {
        for (String text : List.of("", "nothing of ours", "1 noon x y", "1 " + NOON + " x y\nteam 1 z")) {
            Path file = Files.writeString(directory.resolve("other.txt"), text);
            assertThatThrownBy(() -> AnchorFiles.read(file)).as(text).isInstanceOf(Command.Failed.class).hasMessageContaining("is no anchor");
        }
    }

    private AnchorFiles files() {
        return new AnchorFiles(directory.resolve("anchors"));
    }

    private static LedgerAnchor anchor(long number) {
        return LedgerAnchor.of(number, NOON, List.of(new LedgerAnchor.Mark(new TeamId(new UUID(1, 1)), 12, "a".repeat(64)),
                new LedgerAnchor.Mark(new TeamId(new UUID(1, 2)), 3, "b".repeat(64))), LedgerAnchor.FIRST);
    }
}
