package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items the entries
 * @param nextCursor where the next page begins, if there is one
 * @param hasMore whether there is a next page
 * @param <T> the entries' record
 */
public record ListJson<T>(
        @About("The entries of this page") List<T> items,
        @About("Send it as cursor to get the next page; null on the last one") Optional<String> nextCursor,
        @About("Whether there is a next page") boolean hasMore) {}
