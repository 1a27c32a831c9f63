package io.tastemaker.application.exports.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tastemaker.domain.exports.Cell;
import io.tastemaker.domain.exports.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every keeper of files with rows does. */
public abstract class ExportFilesContract {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";
    private static final List<String> COLUMNS = List.of("text", "count", "exact", "flag", "day", "moment", "many", "named", "nothing");
    private static final List<Cell> ROW = List.of(new Cell.Text("Açaí, \"fresh\" & <cold>\n— 日本 🍇"), new Cell.Count(-12_345_678_901_234L),
            new Cell.Exact(new BigDecimal("0.10")), new Cell.Flag(true), new Cell.Day(LocalDate.of(2026, 2, 28)),
            new Cell.Moment(Instant.parse("2026-02-28T12:00:00Z")), new Cell.Many(List.of("a", "b")), new Cell.Named(Map.of("z", "1", "a", "2")),
            Cell.NOTHING);

    protected abstract ExportFiles files();

    @ParameterizedTest
    @EnumSource
    void a_finished_file_is_read_back_in_pieces_as_it_was_counted_and_hashed(ExportFormat format) throws NoSuchAlgorithmException {
        ExportFiles.Whole whole = written(KEY, format, 20_000);
        byte[] bytes = bytes(KEY);

        assertThat(bytes).hasSize((int) whole.bytes());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))).isEqualTo(whole.sha256());
        assertThat(files().findPiece(KEY, 0).orElseThrow()).hasSize(Math.min(bytes.length, ExportFiles.PIECE));
        assertThat(files().findPiece(KEY, 1_000_000)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void equal_rows_make_equal_bytes_and_other_rows_do_not(ExportFormat format) {
        String sha256 = written(KEY, format, 100).sha256();

        assertThat(written(OTHER, format, 100).sha256()).isEqualTo(sha256);
        assertThat(written(OTHER, format, 101).sha256()).isNotEqualTo(sha256);
        assertThat(bytes(KEY)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_finished_is_not_there(ExportFormat format) {
        try (ExportFiles.Draft draft = files().begin(KEY, new ExportFiles.Layout(format, false, COLUMNS))) {
            draft.add(ROW);
            assertThat(files().findPiece(KEY, 0)).isEmpty();
        }
        assertThat(files().findPiece(KEY, 0)).isEmpty();
    }

    @Test
    void a_file_begun_again_takes_the_place_of_the_one_before() {
        ExportFiles.Whole before = written(KEY, ExportFormat.CSV, 5);
        ExportFiles.Whole after = written(KEY, ExportFormat.CSV, 6);

        assertThat(bytes(KEY)).hasSize((int) after.bytes());
        assertThat(after.bytes()).isGreaterThan(before.bytes());
    }

    @Test
    void a_file_without_rows_is_a_file() {
        for (ExportFormat format : ExportFormat.values()) {
            ExportFiles.Whole whole = written(KEY, format, 0);
            assertThat(bytes(KEY)).hasSize((int) whole.bytes());
            assertThat(files().findPiece(KEY, 0)).as("even of no bytes").isPresent();
        }
    }

    @Test
    void the_size_is_told_on_the_way() {
        try (ExportFiles.Draft draft = files().begin(KEY, new ExportFiles.Layout(ExportFormat.CSV, false, COLUMNS))) {
            IntStream.range(0, 10_000).forEach(row -> draft.add(ROW));
            assertThat(draft.bytes()).isGreaterThan(500_000);
        }
    }

    @Test
    void a_deleted_file_is_gone_and_deleting_again_does_nothing() {
        written(KEY, ExportFormat.JSON_LINES, 5);
        files().delete(KEY);
        files().delete(KEY);

        assertThat(files().findPiece(KEY, 0)).isEmpty();
    }

    @Test
    void a_row_has_a_cell_for_each_column() {
        try (ExportFiles.Draft draft = files().begin(KEY, new ExportFiles.Layout(ExportFormat.CSV, false, COLUMNS))) {
            assertThatThrownBy(() -> draft.add(List.of(Cell.NOTHING))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ExportFiles.Whole written(String key, ExportFormat format, int rows) {
        try (ExportFiles.Draft draft = files().begin(key, new ExportFiles.Layout(format, false, COLUMNS))) {
            IntStream.range(0, rows).forEach(row -> draft.add(ROW));
            return draft.finish();
        }
    }

    private byte[] bytes(String key) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int number = 0;
        for (Optional<byte[]> piece = files().findPiece(key, number); piece.isPresent(); piece = files().findPiece(key, number)) {
            all.writeBytes(piece.get());
            number++;
        }
        return all.toByteArray();
    }
}
