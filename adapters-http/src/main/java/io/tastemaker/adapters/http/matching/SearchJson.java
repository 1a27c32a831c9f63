package io.tastemaker.adapters.http.matching;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import java.util.Optional;

/**
 * A search. A later page repeats the question with the cursor.
 *
 * @param filters who is considered at all
 * @param prefer what moves the score and excludes nobody
 * @param weights take the place of the scorer's defaults
 * @param limit the size of the page
 * @param cursor where to go on
 */
record SearchJson(
        @About("Who is considered at all") Optional<FiltersJson> filters,
        @About("What moves the score and excludes nobody; a key that is absent takes the filter's value")
        Optional<QuestionJson.PreferJson> prefer,
        @About("Take the place of the scorer's defaults .35, .25, .20, .10, .10") Optional<QuestionJson.WeightsJson> weights,
        @About("The size of the page") @Default("25") @Between(min = "1", max = "100") int limit,
        @About("next_cursor of the page before, with the same question") Optional<@Length(max = 1_000) String> cursor) {

    QuestionJson question() {
        return new QuestionJson(filters, prefer, weights);
    }
}
