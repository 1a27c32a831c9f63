package io.tastemaker.application.shared.out;

import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of rows by (time, id), as the real adapters make them. */
public final class Newest {

    private record Position(Instant time, UUID id) implements Comparable<Position> {

        static Position of(String text) {
            String[] parts = text.split("_");
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public int compareTo(Position other) {
            int byTime = time.compareTo(other.time);
            return byTime != 0 ? byTime : id.toString().compareTo(other.id.toString());
        }

        @Override
        public String toString() {
            return time + "_" + id;
        }
    }

    private Newest() {}

    public static <T> Page<T> first(Stream<T> rows, PageRequest page, Function<T, Instant> time, Function<T, UUID> id) {
        return ordered(rows, page, time, id, Comparator.reverseOrder());
    }

    public static <T> Page<T> last(Stream<T> rows, PageRequest page, Function<T, Instant> time, Function<T, UUID> id) {
        return ordered(rows, page, time, id, Comparator.naturalOrder());
    }

    private static <T> Page<T> ordered(
            Stream<T> rows, PageRequest page, Function<T, Instant> time, Function<T, UUID> id, Comparator<Position> order) {
        Function<T, Position> position = row -> new Position(time.apply(row), id.apply(row));
        List<T> found = rows.filter(row -> page.after().map(after -> order.compare(position.apply(row), Position.of(after)) > 0).orElse(true))
                .sorted(Comparator.comparing(position, order))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), row -> position.apply(row).toString());
    }
}
