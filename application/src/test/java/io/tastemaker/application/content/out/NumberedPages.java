package io.tastemaker.application.content.out;

import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.util.List;
import java.util.stream.IntStream;

/** Pages of a list that only grows at its end. */
final class NumberedPages {

    private record Numbered<T>(int number, T item) {}

    private NumberedPages() {}

    static <T> Page<T> of(List<T> all, PageRequest page) {
        int from = page.after().map(Integer::parseInt).orElse(0);
        List<Numbered<T>> numbered = IntStream.range(from, Math.min(all.size(), from + page.limit() + 1))
                .mapToObj(place -> new Numbered<>(place + 1, all.get(place))).toList();
        return Page.of(numbered, page.limit(), last -> Integer.toString(last.number())).map(Numbered::item);
    }
}
