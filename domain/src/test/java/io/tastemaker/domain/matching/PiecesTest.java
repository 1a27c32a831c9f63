package io.tastemaker.domain.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    private static final int ROWS = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 1_023, 1_024, 5_000})
    void each_row_has_its_text_in_the_new_order(int longest) {
        List<String> texts = texts(longest);
        int[] order = order();
        Pieces pieces = pieces(texts, order);
        assertThat(IntStream.range(0, ROWS).mapToObj(pieces::text).toList())
                .isEqualTo(Arrays.stream(order).mapToObj(texts::get).toList());
    }

    @Test
    void a_block_may_be_as_long_as_two_bytes_can_say_and_longer() {
        for (int last : new int[] {65_535 - 63, 65_535 - 62}) {
            List<String> texts = IntStream.range(0, 130).mapToObj(row -> "x".repeat(row == 63 ? last : 1)).toList();
            Pieces pieces = pieces(texts, IntStream.range(0, 130).toArray());
            assertThat(IntStream.range(0, 130).mapToObj(pieces::text).toList()).isEqualTo(texts);
        }
    }

    @Test
    void rows_without_a_text_are_empty() {
        Pieces pieces = pieces(List.of("", "a", ""), new int[] {2, 1, 0});
        assertThat(IntStream.range(0, 3).mapToObj(pieces::isEmpty)).containsExactly(true, false, true);
        Pieces none = pieces(List.of("", ""), new int[] {1, 0});
        assertThat(none.isEmpty(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 5_000})
    void only_the_rows_that_are_kept_are_left_where_they_were(int longest) {
        List<String> texts = texts(longest);
        Pieces pieces = pieces(texts, order());
        long[] kept = {~0L, 0L, 0xF0F0L, 0L};
        byte[] left = pieces.blankedBut(kept, ROWS);
        for (int row = 0; row < ROWS; row++) {
            boolean isKept = (kept[row >> 6] & 1L << row) != 0;
            byte[] was = Arrays.copyOfRange(pieces.bytes, pieces.start(row), pieces.end(row));
            assertThat(Arrays.copyOfRange(left, pieces.start(row), pieces.end(row))).isEqualTo(isKept ? was : new byte[was.length]);
        }
    }

    private static List<String> texts(int longest) {
        Random random = new Random(longest);
        return IntStream.range(0, ROWS).mapToObj(row -> "é".repeat(random.nextInt(longest + 1)) + row).toList();
    }

    private static int[] order() {
        return IntStream.range(0, ROWS).map(row -> row * 77 % ROWS).toArray();
    }

    private static Pieces pieces(List<String> texts, int[] order) {
        byte[][] rows = texts.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
        byte[] all = String.join("", texts).getBytes(UTF_8);
        return new Pieces(order, all, row -> rows[row].length);
    }
}
