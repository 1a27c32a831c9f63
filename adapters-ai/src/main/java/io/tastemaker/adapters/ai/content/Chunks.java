package io.tastemaker.adapters.ai.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows a model looks at together. Rows of like length come together, since all of a chunk are filled up to its longest; and a chunk
 * is small, since a model takes memory for all of it at once and does not go faster with more.
 */
final class Chunks {

    static final int MOST_ROWS = 32;
    static final int MOST_TOKENS = 2048;

    private Chunks() {}

    /** The numbers of the rows, chunk by chunk; a row that is longer than a chunk is one. */
    static List<List<Integer>> of(List<Integer> lengths) {
        List<List<Integer>> chunks = new ArrayList<>();
        List<Integer> chunk = new ArrayList<>();
        for (int row : IntStream.range(0, lengths.size()).boxed().sorted(Comparator.comparing(lengths::get)).toList()) {
            boolean full = chunk.size() == MOST_ROWS || (chunk.size() + 1) * lengths.get(row) > MOST_TOKENS;
            if (full && !chunk.isEmpty()) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
            }
            chunk.add(row);
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
