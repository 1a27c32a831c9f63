package io.tastemaker.domain.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param <T> what the list holds
 * @param items the entries of this page, in the order of the list
 * @param next where the next page begins, empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows that were read one past the limit.
     *
     * @param <T> what the list holds
     * @param rows up to {@code limit + 1} rows
     * @param limit the size of a page, at least 1
     * @param position what identifies a row's place in the list
     * @return the page; its {@code next} is the position of its last row when there are more
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(position.apply(items.getLast())));
    }

    /**
     * The same page of other things.
     *
     * @param <U> what the new page holds
     * @param change applied to every item
     * @return the page with the same {@code next}
     */
    public <U> Page<U> map(Function<? super T, ? extends U> change) {
        return new Page<U>(items.stream().<U>map(change).toList(), next);
    }
}
