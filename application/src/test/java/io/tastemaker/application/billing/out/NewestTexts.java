package io.tastemaker.application.billing.out;

import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of rows by time and the provider's id, the newest first, as the real adapters make them. */
final class NewestTexts {

    private record Position(Instant time, String id) {

        static final Comparator<Position> NEWEST_FIRST = Comparator.comparing(Position::time).thenComparing(Position::id).reversed();

        static Position of(String text) {
            int end = text.indexOf('_');
            return new Position(Instant.parse(text.substring(0, end)), text.substring(end + 1));
        }

        @Override
        public String toString() {
            return time + "_" + id;
        }
    }

    private NewestTexts() {}

    static <T> Page<T> first(Stream<T> rows, PageRequest page, Function<T, Instant> time, Function<T, String> id) {
        Function<T, Position> position = row -> new Position(time.apply(row), id.apply(row));
        List<T> found = rows
                .filter(row -> page.after().map(last -> Position.NEWEST_FIRST.compare(position.apply(row), Position.of(last)) > 0).orElse(true))
                .sorted(Comparator.comparing(position, Position.NEWEST_FIRST))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), row -> position.apply(row).toString());
    }
}
