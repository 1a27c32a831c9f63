package io.tastemaker.application.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a round could not do. The others of the round are done all the same, and the next round tries it again.
 *
 * @param item which one, by its id
 * @param cause why not
 */
public record Leftover(String item, RuntimeException cause) {

    /**
     * How a round went.
     *
     * @param done how many were done
     * @param leftovers those that failed
     */
    record Round(int done, List<Leftover> leftovers) {

        /** Takes one after the other, whatever happens to those before. */
        static <T> Round over(Collection<T> items, Function<T, Object> id, Predicate<T> work) {
            int done = 0;
            List<Leftover> leftovers = new ArrayList<>();
            for (T item : items) {
                try {
                    done += work.test(item) ? 1 : 0;
                } catch (RuntimeException failed) {
                    leftovers.add(new Leftover(id.apply(item).toString(), failed));
                }
            }
            return new Round(done, List.copyOf(leftovers));
        }
    }
}
