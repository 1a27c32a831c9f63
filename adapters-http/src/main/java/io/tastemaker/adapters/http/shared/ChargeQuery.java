package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import java.util.Optional;

/**
 * The query of a route that charges and takes nothing else.
 *
 * @param dryRun whether only the price is wanted
 */
public record ChargeQuery(
        @About("Whether only to say what it would cost; nothing is done and nothing charged") @Default("false") boolean dryRun) {

    static final String DRY_RUN = "dry_run";

    /** Whether a query asks for the price only. */
    static boolean isDry(Optional<Object> query) {
        return query.filter(ChargeQuery.class::isInstance).map(ChargeQuery.class::cast).filter(ChargeQuery::dryRun).isPresent();
    }
}
