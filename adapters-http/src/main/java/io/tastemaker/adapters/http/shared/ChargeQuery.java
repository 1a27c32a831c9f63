package io.tastemaker.adapters.http.shared;

import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Default;

/**
 * The query of a route that charges and takes nothing else.
 *
 * @param dryRun whether only the price is wanted
 */
public record ChargeQuery(
        @About("Whether only to say what it would cost; nothing is done and nothing charged") @Default("false") boolean dryRun) {

    static final String DRY_RUN = "dry_run";
}
