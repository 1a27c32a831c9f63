package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import java.util.Optional;

/**
 * The query of a list without filters.
 *
 * @param limit the most entries
 * @param cursor where to go on
 */
public record PageQuery(
        @About("The most entries of a page") @Default("25") @Between(min = "1", max = "100") int limit,
        @About("next_cursor of the page before") Optional<@Length(max = 1_000) String> cursor) {}
